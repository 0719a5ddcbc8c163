import { expect, type Page, type Worker } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const backups: typeof import('./backup-entry')

const test = harnessTest('backups', 'tests/library/backup-entry.ts')
test.describe.configure({ mode: 'default' })

const STORIES = [
  {
    id: 'one',
    title: 'The ferry is late',
    text: 'It waited for the tide, as it has every autumn for years.',
  },
  {
    id: 'two',
    title: 'A lamp for the pier',
    text: '“We shall not walk home in the dark again this winter”, said Marta Lindqvist on the quay.',
  },
  { id: 'three', title: 'Herring prices', text: 'They rose by a quarter while the boats stayed in.' },
  { id: 'four', title: 'The bakery moves', text: 'Two doors down, with a larger oven and more windows.' },
]

/**
 * Fills the library `name`: a feed in a folder in a folder, of which one article is starred, one read, one saved, one
 * unread; a page; a waiting address; a saved search; settings.
 */
const fill = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    async ({ name, STORIES }) => {
      const context = await backups.openContext(name)
      const { database } = context
      const outer = await backups.ensureFolder(database, 'World')
      const inner = await backups.ensureFolder(database, 'Harbours', outer)
      const feed = { url: 'https://example.org/feed', title: 'My harbour', siteUrl: null, folderId: inner }
      const [{ feedId } = { feedId: 0 }] = await backups.addFeeds(database, [feed], 5)
      await database.feeds.update(feedId, { intervalMinutes: 90, notify: true })
      await backups.arrive(context, feedId, STORIES)
      const ids = await idsByTitle(database)
      const on = async (title: string, kind: 'read' | 'starred' | 'saved') =>
        backups.decide(database, [ids.get(title) ?? 0], { kind, value: true })
      await on('The ferry is late', 'read')
      await on('A lamp for the pier', 'starred')
      await on('Herring prices', 'saved')
      await on('Herring prices', 'read')
      const text = 'A page about knots\n\nThe bowline holds, and it can be untied again.'
      await backups.pageArrived(context, { kind: 'paste', html: null, text })
      await backups.enqueue(
        database,
        {
          ...{ kind: 'page', address: 'https://example.org/later', folderId: inner },
          known: { title: 'Later', savedAt: 3, tags: ['knots'], read: true, starred: false },
        },
        7,
      )
      const search = { kind: 'save-search', name: 'Knots', query: 'bowline OR reef', at: 4 } as const
      await backups.carryOut(database, search, () => null)
      await backups.changeSetting(database, 'textSize', 2)
      await backups.changeSetting(database, 'proxy', { kind: 'fixed', rules: 'proxy:3128', bypass: '' })
      database.close()

      async function idsByTitle(db: typeof database): Promise<Map<string, number>> {
        const all = await backups.listIds(db, { kind: 'all' })
        return new Map((await backups.articlesByIds(db, [...all])).map(head => [head.title, head.id]))
      }
    },
    { name, STORIES },
  )

/** Backs one library up, and restores it into another one. */
const move = (page: Page, from: string, to: string) =>
  page.evaluate(
    async ({ from, to }) => {
      const old = await backups.openContext(from)
      const backup = await backups.backupWritten(old, { known: null })
      const context = await backups.openContext(to)
      const { problem } = await backups.backupRestored(context, backup?.text ?? '')
      old.database.close()
      context.database.close()
      return { problem, feeds: backup?.feeds, articles: backup?.articles, text: backup?.text ?? '' }
    },
    { from, to },
  )

/** What a person would look for in a library. */
const look = (worker: Worker, name: string) =>
  worker.evaluate(async name => {
    const { database } = await backups.openContext(name)
    const titles = async (kind: 'all' | 'starred' | 'saved' | 'unread'): Promise<readonly string[]> => {
      const ids = await backups.listIds(database, { kind })
      return (await backups.articlesByIds(database, [...ids])).map(head => head.title).sort()
    }
    while (await backups.indexOnce(database));
    const searcher = backups.createSearcher(backups.segmentStore(database), {})
    const found = async (query: string) => {
      const { hits } = await backups.ask(searcher, query)
      return (
        await backups.articlesByIds(
          database,
          hits.map(hit => hit.id),
        )
      ).map(head => head.title)
    }
    const quoted = await backups.quotesBySpeaker(database, 'marta lindqvist')
    const looked = {
      starred: await titles('starred'),
      saved: await titles('saved'),
      unread: await titles('unread'),
      all: await titles('all'),
      folders: await database.folders.toArray(),
      feeds: await database.feeds.toArray(),
      queue: (await database.queue.toArray()).map(
        ({ address, kind, known }) => `${kind} ${address} ${known?.tags[0]}`,
      ),
      searches: (await backups.savedSearches(database)).map(({ name, query }) => `${name}: ${query}`),
      settings: await backups.readSettings(database),
      found: { bowline: await found('bowline'), dark: await found('winter dark') },
      quotes: quoted.map(({ quotations }) => quotations.map(({ text }) => text)),
      bodies: await Promise.all(
        [...(await backups.listIds(database, { kind: 'all' }))].map(async id => {
          const full = await backups.fullArticle(database, id)
          return [full?.article.title, full?.html, full?.article.dateline, full?.article.firstSeen]
        }),
      ),
    }
    database.close()
    return looked
  }, name)

test('what cannot be fetched again comes back: folders, feeds, stars, saved pages, quotes, search, settings', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'whole')
  const before = await look(worker, 'whole')
  const moved = await move(page, 'whole', 'whole again')
  expect(moved).toMatchObject({ problem: null, feeds: 1, articles: 3 })
  const after = await look(worker, 'whole again')
  const KEPT = ['A lamp for the pier', 'A page about knots', 'Herring prices']
  expect(after.all).toEqual(KEPT)
  expect(after.starred).toEqual(['A lamp for the pier'])
  expect(after.saved).toEqual(['A page about knots', 'Herring prices'])
  expect(after.unread).toEqual(['A lamp for the pier', 'A page about knots'])
  expect(after.folders.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['World', 0],
    ['Harbours', after.folders[0]?.id],
  ])
  expect(after.feeds).toEqual([
    {
      id: after.feeds[0]?.id,
      url: 'https://example.org/feed',
      title: 'My harbour',
      siteUrl: null,
      folderId: after.folders[1]?.id,
      addedAt: 5,
      intervalMinutes: 90,
      notify: true,
    },
  ])
  expect(after.queue).toEqual(['page https://example.org/later knots'])
  expect(after.searches).toEqual(['Knots: bowline OR reef'])
  expect(after.settings).toEqual(before.settings)
  expect(after.settings.proxy).toEqual({ kind: 'fixed', rules: 'proxy:3128', bypass: '' })
  expect(after.found).toEqual({ bowline: ['A page about knots'], dark: ['A lamp for the pier'] })
  expect(after.quotes).toEqual([['We shall not walk home in the dark again this winter']])
  const kept = before.bodies.filter(([title]) => KEPT.includes(String(title)))
  expect(new Set(after.bodies.map(String))).toEqual(new Set(kept.map(String)))
})

test('the pictures of what was saved come back with it, also those that no server has', async ({
  harness: { page },
}) => {
  const result = await page.evaluate(async () => {
    const old = await backups.openContext('pictures')
    const bytes = await backups.drawn(320, 200)
    const dataUrl = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`
    const html = `<!doctype html><title>Knots</title><article><h1>Knots</h1>
      <p>The bowline holds, and it can be untied again, which cannot be said of every knot that was ever tied on a quay.</p>
      <p><img src="${dataUrl}" alt="A bowline" width="320" height="200"></p>
      <p>Whoever has learnt it in the dark, with cold fingers and a boat that wants to leave, will not forget it again.</p></article>`
    const file = { kind: 'file' as const, name: 'knots.html', bytes: new TextEncoder().encode(html) }
    const saved = await backups.pageArrived(old, file)
    const id = saved.kind === 'saved' ? saved.articleId : 0
    const before = await backups.completionOf(old.database, id)
    const backup = await backups.backupWritten(old, { known: null })
    const found = await Promise.all(
      (backup?.pictures ?? []).map(async hash => ({
        hash,
        bytes: (await backups.backedUpPicture(old, hash)) ?? new Uint8Array(),
      })),
    )
    const context = await backups.openContext('pictures again')
    const restored = await backups.backupRestored(context, backup?.text ?? '')
    const [again = 0] = await backups.listIds(context.database, { kind: 'saved' })
    const asked = restored.pictures
    await backups.picturesRestored(context, { found, lost: [] })
    const after = await backups.completionOf(context.database, again)
    const picture = await backups.pictureOf(context.database, after.stored[0]?.hash ?? '')
    const lost = await backups.openContext('pictures lost')
    await backups.backupRestored(lost, backup?.text ?? '')
    const wrong = { hash: asked[0] ?? '', bytes: new TextEncoder().encode('<svg onload="run()"></svg>') }
    await backups.picturesRestored(lost, { found: [wrong], lost: [] })
    return {
      ...{ before: before.stored, after: after.stored, asked },
      same: picture?.bytes.length === before.stored[0]?.bytes && picture?.type,
      lost: (await lost.database.completions.toArray()).map(row => row.stored.length),
    }
  })
  expect(result.before).toMatchObject([{ width: 320, height: 200 }])
  expect(result.after).toEqual(result.before)
  expect(result.asked).toEqual(result.before.map(({ hash }) => hash))
  expect(result.same).toMatch(/^image\/(png|webp)$/)
  expect(result.lost).toEqual([0])
})

test('at the next sync read articles come back as read, unread ones as unread, and none twice', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'synced')
  await move(page, 'synced', 'synced again')
  const news = { id: 'five', title: 'A new crane', text: 'It lifts twice as much, and hums.' }
  const added = await page.evaluate(
    async ({ stories, news }) => {
      const context = await backups.openContext('synced again')
      const [feed] = await context.database.feeds.toArray()
      const first = await backups.arrive(context, feed?.id ?? 0, stories)
      const second = await backups.arrive(context, feed?.id ?? 0, [...stories, news])
      context.database.close()
      return [first, second]
    },
    { stories: STORIES, news },
  )
  // Only what the person has not seen is news.
  expect(added).toEqual([1, 1])
  const after = await look(worker, 'synced again')
  expect(after.all).toEqual([
    'A lamp for the pier',
    'A new crane',
    'A page about knots',
    'Herring prices',
    'The bakery moves',
    'The ferry is late',
  ])
  expect(after.unread).toEqual([
    'A lamp for the pier',
    'A new crane',
    'A page about knots',
    'The bakery moves',
  ])
})

test('an edit of a restored article is an edit, not a second article', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'edited')
  await move(page, 'edited', 'edited again')
  const edited = await page.evaluate(
    async stories => {
      const context = await backups.openContext('edited again')
      const [feed] = await context.database.feeds.toArray()
      await backups.arrive(context, feed?.id ?? 0, stories)
      const [id = 0] = await backups.listIds(context.database, { kind: 'starred' })
      const full = await backups.fullArticle(context.database, id)
      const revisions = await context.database.revisions.count()
      context.database.close()
      return { html: full?.html, isUpdated: full?.article.updatedAt !== null, revisions }
    },
    STORIES.map(story =>
      story.id === 'two' ? { ...story, text: `${story.text} The lamp burns since Monday.` } : story,
    ),
  )
  expect(edited).toMatchObject({ isUpdated: true, revisions: 1 })
  expect(edited.html).toContain('since Monday')
  expect((await look(worker, 'edited again')).starred).toEqual(['A lamp for the pier'])
})

test('what was deleted stays away, also from a backup of what was restored', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'deleted')
  await page.evaluate(async () => {
    const { database } = await backups.openContext('deleted')
    const ids = await backups.listIds(database, { kind: 'all' })
    const heads = await backups.articlesByIds(database, [...ids])
    const id = heads.find(head => head.title === 'The bakery moves')?.id ?? 0
    // It was unread: were it not known any more, it would come back as new.
    await database.ledger.toCollection().modify(row => void (row.flags[id] = 0))
    database.close()
  })
  const left = ['A lamp for the pier', 'A page about knots', 'Herring prices', 'The ferry is late']
  expect((await look(worker, 'deleted')).all).toEqual(left)
  await move(page, 'deleted', 'deleted again')
  await move(page, 'deleted again', 'deleted thrice')
  const added = await page.evaluate(async stories => {
    const context = await backups.openContext('deleted thrice')
    const [feed] = await context.database.feeds.toArray()
    const count = await backups.arrive(context, feed?.id ?? 0, stories)
    context.database.close()
    return count
  }, STORIES)
  expect(added).toBe(0)
  expect((await look(worker, 'deleted thrice')).all).toEqual(left)
})

test('the same state has the same mark and is not sent again; a star changes it', async ({
  harness: { page },
}) => {
  await fill(page, 'marked')
  const marks = await page.evaluate(async () => {
    const context = await backups.openContext('marked')
    const first = await backups.backupWritten(context, { known: null })
    const same = await backups.backupWritten(context, { known: first?.mark ?? null })
    const [id = 0] = await backups.listIds(context.database, { kind: 'unread' })
    await backups.decide(context.database, [id], { kind: 'read', value: true })
    const other = await backups.backupWritten(context, { known: first?.mark ?? null })
    context.database.close()
    return { first: first?.mark, same, other: other?.mark }
  })
  expect(marks.first).toMatch(/^[0-9a-f]{64}$/)
  expect(marks.same).toBeNull()
  expect(marks.other).toMatch(/^[0-9a-f]{64}$/)
  expect(marks.other).not.toBe(marks.first)
})

test('restoring merges: what is there stays as it is, and doing it twice changes nothing', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'merged')
  // The other library follows the same feed under its own title, has the articles, and settings of its own.
  await page.evaluate(async stories => {
    const context = await backups.openContext('merged again')
    const { database } = context
    const feed = { url: 'https://example.org/feed', title: 'Own title', siteUrl: null, folderId: 0 }
    const [{ feedId } = { feedId: 0 }] = await backups.addFeeds(database, [feed], 9)
    await backups.ensureFolder(database, 'World')
    await backups.arrive(context, feedId, stories.slice(0, 3))
    await backups.changeSetting(database, 'textSize', -1)
    await backups.enqueue(database, { kind: 'page', address: 'https://example.org/later', folderId: 0 }, 7)
    database.close()
  }, STORIES)
  await move(page, 'merged', 'merged again')
  const once = await look(worker, 'merged again')
  await move(page, 'merged', 'merged again')
  const twice = await look(worker, 'merged again')
  expect(once.feeds).toMatchObject([{ title: 'Own title', folderId: 0, addedAt: 9 }])
  expect(once.settings.textSize).toBe(-1)
  expect(once.folders.map(({ name }) => name)).toEqual(['World', 'Harbours'])
  expect(once.queue).toHaveLength(1)
  expect(once.starred).toEqual(['A lamp for the pier'])
  expect(once.all).toEqual([
    'A lamp for the pier',
    'A page about knots',
    'Herring prices',
    'The ferry is late',
  ])
  // Read there is read here.
  expect(once.unread).toEqual(['A lamp for the pier', 'A page about knots'])
  expect(twice).toEqual(once)
})

test('a restore that was broken off is completed by another one', async ({ harness: { page, worker } }) => {
  await fill(page, 'broken')
  const stored = await page.evaluate(async () => {
    const old = await backups.openContext('broken')
    const { text } = await backups.writeBackup(old.database)
    const context = await backups.openContext('broken again')
    let turns = 0
    const serial: typeof context.serial = work => {
      // Subscriptions are there by then, articles are not.
      if (++turns === 2) throw new Error('the program ended')
      return context.serial(work)
    }
    await backups.backupRestored({ ...context, serial }, text).catch(() => undefined)
    const before = await backups.listIds(context.database, { kind: 'all' })
    await backups.backupRestored(context, text)
    old.database.close()
    context.database.close()
    return before.length
  })
  expect(stored).toBe(0)
  expect((await look(worker, 'broken again')).saved).toEqual(['A page about knots', 'Herring prices'])
})

test('a star outlives the feed it came from, twice over', async ({ harness: { page, worker } }) => {
  await fill(page, 'unfollowed')
  await page.evaluate(async () => {
    const { database } = await backups.openContext('unfollowed')
    const [feed] = await database.feeds.toArray()
    await backups.removeFeed(database, feed?.id ?? 0)
    database.close()
  })
  await move(page, 'unfollowed', 'unfollowed again')
  await move(page, 'unfollowed', 'unfollowed again')
  await move(page, 'unfollowed again', 'unfollowed thrice')
  for (const name of ['unfollowed again', 'unfollowed thrice']) {
    const after = await look(worker, name)
    expect(after.starred).toEqual(['A lamp for the pier'])
    expect(after.saved).toEqual(['A page about knots', 'Herring prices'])
    expect(after.all).toHaveLength(3)
  }
})

test('a line that is damaged is left out and noted, and the rest is restored', async ({
  harness: { page, worker },
}) => {
  await fill(page, 'damaged')
  const { text } = await move(page, 'damaged', 'damaged again')
  const lines = text.split('\n')
  const star = lines.findIndex(line => line.includes('A lamp for the pier'))
  const broken = lines.map((line, index) => (index === star ? line.slice(0, 100) : line))
  broken.push('{"kind":"from the future"}', '{"kind":"feed","id":"x"}', '[]', 'null', '[[[[')
  const result = await page.evaluate(async text => {
    const context = await backups.openContext('damaged thrice')
    const { problem } = await backups.backupRestored(context, text)
    const activity = await backups.recentActivity(context.database, 5)
    context.database.close()
    return { problem, activity: activity.map(({ event, detail }) => `${event} ${detail}`) }
  }, broken.join('\n'))
  expect(result).toEqual({ problem: null, activity: ['not-restored 6'] })
  const after = await look(worker, 'damaged thrice')
  expect(after.starred).toEqual([])
  expect(after.saved).toEqual(['A page about knots', 'Herring prices'])
})

test('a backup of a newer program, and what is no backup, are refused before anything is written', async ({
  harness: { page },
}) => {
  const results = await page.evaluate(async () => {
    const context = await backups.openContext('refused')
    const feed =
      '{"kind":"feed","id":1,"url":"https://example.org/f","title":"F","siteUrl":null,"folderId":0,"addedAt":1,"intervalMinutes":null,"notify":false}'
    const problems = []
    for (const head of ['{"kind":"backup","version":2}', '{"kind":"letter","version":1}', '', 'null', 'x'])
      problems.push((await backups.backupRestored(context, `${head}\n${feed}\n`)).problem)
    const feeds = await context.database.feeds.count()
    const good = await backups.backupRestored(context, `{"kind":"backup","version":1}\n${feed}\n`)
    const after = await context.database.feeds.count()
    context.database.close()
    return { problems, feeds, good, after }
  })
  expect(results).toEqual({
    problems: ['newer-program', 'damaged', 'damaged', 'damaged', 'damaged'],
    feeds: 0,
    good: { problem: null, pictures: [] },
    after: 1,
  })
})

test('folders in a circle, inside lost ones and a thousand deep are restored', async ({
  harness: { page },
}) => {
  const folders = await page.evaluate(async () => {
    const folder = (id: number, name: string, parentId: number) =>
      JSON.stringify({ kind: 'folder', id, name, parentId })
    const deep = Array.from({ length: 1000 }, (_, index) =>
      folder(1000 - index, `deep ${1000 - index}`, 999 - index),
    )
    const odd = [
      folder(2001, 'a', 2002),
      folder(2002, 'b', 2001),
      folder(2003, 'c', 77777),
      folder(2004, 'd', 2004),
    ]
    const context = await backups.openContext('folders')
    await backups.backupRestored(context, ['{"kind":"backup","version":1}', ...deep, ...odd].join('\n'))
    const rows = await context.database.folders.toArray()
    context.database.close()
    return rows
  })
  expect(folders).toHaveLength(1004)
  const byName = new Map(folders.map(row => [row.name, row]))
  for (let depth = 2; depth <= 1000; depth++)
    expect(byName.get(`deep ${depth}`)?.parentId).toBe(byName.get(`deep ${depth - 1}`)?.id)
  expect(byName.get('c')?.parentId).toBe(0)
  expect(byName.get('d')?.parentId).toBe(0)
})

test('when a backup grows too long, stars and links stay and the oldest texts go', async ({
  harness: { page },
}) => {
  await fill(page, 'long')
  const result = await page.evaluate(async () => {
    const old = await backups.openContext('long')
    const { text } = await backups.writeBackup(old.database, undefined, 0)
    const context = await backups.openContext('long again')
    await backups.backupRestored(context, text)
    const [id = 0] = await backups.listIds(context.database, { kind: 'starred' })
    const full = await backups.fullArticle(context.database, id)
    old.database.close()
    context.database.close()
    return { title: full?.article.title, link: full?.article.link, html: full?.html }
  })
  expect(result.title).toBe('A lamp for the pier')
  expect(result.link).toBe('https://example.org/two')
  expect(result.html).toMatch(/^<p>“We shall not walk home/)
})

test('what somebody wrote into a backup file is made harmless', async ({ harness: { page } }) => {
  await fill(page, 'hostile')
  const { text } = await move(page, 'hostile', 'hostile again')
  const evil = text.replaceAll(
    'The bowline holds',
    '<script>alert(1)</script><img src=x onerror=alert(1)>The bowline holds',
  )
  const html = await page.evaluate(async evil => {
    const context = await backups.openContext('hostile thrice')
    await backups.backupRestored(context, evil)
    const ids = await backups.listIds(context.database, { kind: 'saved' })
    const all = await Promise.all([...ids].map(id => backups.fullArticle(context.database, id)))
    context.database.close()
    return all.map(full => full?.html ?? '').join('')
  }, evil)
  expect(html).toContain('The bowline holds')
  expect(html).not.toMatch(/script|onerror|alert/)
})
