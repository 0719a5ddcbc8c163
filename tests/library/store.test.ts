import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

const FEED = { url: 'https://example.org/feed', title: 'The Courier', siteUrl: null, folderId: 0 }

test('a batch stores article, body, quotes, index and feed state together', async ({ harness }) => {
  const result = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('together')
    const feedId = await library.follow(database, FEED)
    const text = 'The harbour opens. “We waited for years for this day to come”, said Ann Lee.'
    const words = 'We waited for years for this day to come'
    const start = text.indexOf(words)
    const quotation = {
      start,
      end: start + words.length,
      text: words,
      kind: 'direct',
      speaker: 'Ann Lee',
      resolvedSpeaker: 'Ann Lee',
      role: null,
      cue: 'said',
      confidence: 1,
    } as const
    const html = `<p>${text}</p>`
    const article = library.newArticle({
      feedId,
      identity: 'id:1',
      dateline: 1000,
      html,
      text,
      quotations: [quotation],
    })
    const { fates } = await library.store(database, [article], [library.outcome(feedId, '"v1"')])
    const id = fates[0]?.kind === 'added' ? fates[0].articleId : 0
    const searcher = library.createSearcher(library.segmentStore(database), {})
    return {
      id,
      html,
      full: await library.fullArticle(database, id),
      counts: (await library.countsByFeed(database)).get(feedId),
      fetch: (await library.fetchStates(database)).get(feedId),
      speaker: await library.quotesBySpeaker(database, 'ann lee'),
      found: (await library.ask(searcher, 'harbour')).hits.map(hit => hit.id),
    }
  }, FEED)
  expect(result.full?.article).toMatchObject({ title: 'Title of id:1', dateline: 1000, quotes: 1, words: 15 })
  expect(result.full?.article.lead).toMatch(/^The harbour opens/)
  expect(result.full?.status).toMatchObject({ unread: true, order: -1000 })
  expect(result.full?.html).toBe(result.html)
  expect(result.counts).toEqual({ articles: 1, unread: 1, starred: 0, saved: 0, quotes: 1 })
  expect(result.fetch).toMatchObject({ etag: '"v1"', contentHash: 'hash of "v1"', added: 1, problem: null })
  expect(result.speaker.map(row => row.articleId)).toEqual([result.id])
  expect(result.found).toEqual([result.id])
})

test('an entry is stored once, also within a batch and after its article was dated anew', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('once')
    const feedId = await library.follow(database, FEED)
    const entry = (identity: string, dateline: number) => library.newArticle({ feedId, identity, dateline })
    const first = await library.store(database, [entry('id:a', 1), entry('id:a', 2), entry('id:b', 3)])
    const second = await library.store(database, [entry('id:b', 99), entry('id:c', 4)])
    return {
      fates: [...first.fates, ...second.fates],
      articles: (await library.allArticles(database)).length,
      counts: (await library.countsByFeed(database)).get(feedId)?.articles,
      known: (await library.knownOfFeed(database, feedId)).size,
    }
  }, FEED)
  expect(result.fates.map(fate => fate.kind)).toEqual(['added', 'known', 'added', 'known', 'added'])
  expect(result.articles).toBe(3)
  expect(result.counts).toBe(3)
  expect(result.known).toBe(3)
})

test('articles of a feed that was removed meanwhile are dropped', async ({ harness }) => {
  const fates = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('dropped')
    return (await library.store(database, [library.newArticle({ feedId: 77, identity: 'id:1' })])).fates
  })
  expect(fates).toEqual([{ kind: 'dropped' }])
})

test('dates in the future become now, and missing ones the time first seen', async ({ harness }) => {
  const { now, datelines } = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('dates')
    const now = Date.now()
    const articles = [now + 1e12, null].map((dateline, index) =>
      library.newArticle({ feedId: library.SAVED_PAGES, identity: `id:${index}`, dateline }),
    )
    await library.storeBatch(database, { articles, edits: [], touched: [], outcomes: [], activity: [] }, now)
    return { now, datelines: (await library.allArticles(database)).map(article => article.dateline) }
  })
  expect(datelines).toEqual([now, now])
})

test('lists are in the order of the datelines, and of arrival where those are equal', async ({ harness }) => {
  const { ids, unread, articles } = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('order')
    const entries = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        library.newArticle({
          feedId: library.SAVED_PAGES,
          identity: `id:${from + index}`,
          dateline: 1000 + ((from + index) % 3),
        }),
      )
    // In three batches, the second one read in between: what is added later is merged into what is there.
    await library.store(database, entries(0, 1500))
    await library.listIds(database, { kind: 'all' })
    await library.store(database, entries(1500, 1507))
    await library.store(database, entries(1507, 1520))
    const articles = await library.allArticles(database)
    const odd = articles.filter(article => article.id % 2).map(article => article.id)
    await library.decide(database, odd, { kind: 'read', value: true })
    return {
      ids: [...(await library.listIds(database, { kind: 'all' }))],
      unread: [...(await library.listIds(database, { kind: 'unread' }))],
      articles: articles.map(({ id, dateline }) => ({ id, dateline })),
    }
  })
  const expected = [...articles].sort((a, b) => b.dateline - a.dateline || a.id - b.id).map(({ id }) => id)
  expect(articles).toHaveLength(1520)
  expect(ids).toEqual(expected)
  expect(unread).toEqual(expected.filter(id => id % 2 === 0))
})

test('what another window changes is seen by the next read', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const [here, there] = [await library.openLibrary('windows'), await library.openLibrary('windows')]
    const entry = (identity: string) => library.newArticle({ feedId: library.SAVED_PAGES, identity })
    const counted = async () => (await library.countsByFeed(here)).get(library.SAVED_PAGES)
    const before = await counted()
    await library.store(there, [entry('a'), entry('b')])
    const stored = await counted()
    await library.decide(there, [1], { kind: 'read', value: true })
    return { before, stored, read: await counted() }
  })
  expect(result.before).toBeUndefined()
  expect(result.stored).toMatchObject({ articles: 2, unread: 2 })
  expect(result.read).toMatchObject({ articles: 2, unread: 1 })
})

test('feeds and their fetches are as another window left them: added, renamed, fetched and removed', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const [here, there] = [await library.openLibrary('held'), await library.openLibrary('held')]
    const seen = async () => ({
      titles: (await library.allFeeds(here)).map(({ id, title }) => `${id} ${title}`).sort(),
      fetched: [...(await library.fetchStates(here)).keys()].sort((a, b) => a - b),
    })
    const stored = async () => ({
      titles: (await there.feeds.toArray()).map(({ id, title }) => `${id} ${title}`).sort(),
      fetched: (await there.fetches.toCollection().primaryKeys()).sort((a, b) => a - b),
    })
    const states = [[await seen(), await stored()]]
    const note = async () => void states.push([await seen(), await stored()])
    const feeds = Array.from({ length: 70 }, (_, at) => ({ ...FEED, url: `https://f${at}.example/` }))
    await library.addFeeds(there, feeds, 0, true)
    await note()
    await library.carryOut(there, { kind: 'rename-feed', feedId: 3, title: 'Renamed' }, () => null)
    await library.store(there, [], [library.outcome(5, 'x'), library.outcome(40, 'y')])
    await note()
    await library.carryOut(there, { kind: 'remove-feed', feedId: 4 }, () => null)
    await library.follow(there, { ...FEED, url: 'https://late.example/' })
    await note()
    return states
  }, FEED)
  for (const [seen, stored] of result) expect(seen).toEqual(stored)
  expect(result.map(([seen]) => seen?.titles.length)).toEqual([0, 70, 70, 70])
  expect(result.at(-1)?.[0]?.titles).toContain('3 Renamed')
})

test('an edited article keeps its number, its place and what was decided, and its first form', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('edits')
    const feedId = await library.follow(database, FEED)
    const entry = (identity: string, word: string, dateline: number) =>
      library.newArticle({ feedId, identity, dateline, html: `<p>${word}</p>`, text: word })
    await library.store(database, [entry('a', 'lighthouse', 5), entry('b', 'harbour', 6)])
    await library.decide(database, [1], { kind: 'read', value: true })
    await library.storeEdits(database, [{ articleId: 1, article: entry('a', 'windmill', 99) }])
    await library.storeEdits(database, [{ articleId: 1, article: entry('a', 'watermill', 99) }])
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const found = async (word: string) => (await library.ask(searcher, word)).hits.map(hit => hit.id)
    const revisions = await database.revisions.toArray()
    return {
      full: await library.fullArticle(database, 1),
      ids: [...(await library.listIds(database, { kind: 'all' }))],
      found: [
        await found('lighthouse'),
        await found('windmill'),
        await found('watermill'),
        await found('harbour'),
      ],
      revisions: await Promise.all(revisions.map(({ body }) => library.readBody(database, body))),
    }
  }, FEED)
  expect(result.full).toMatchObject({ html: '<p>watermill</p>', status: { unread: false } })
  expect(result.full?.article).toMatchObject({ dateline: 5, updatedAt: expect.any(Number) })
  expect(result.ids).toEqual([2, 1])
  expect(result.found).toEqual([[], [], [1], [2]])
  expect(result.revisions).toEqual(['<p>lighthouse</p>', '<p>windmill</p>'])
})

test('decisions change lists and counters together, and once only', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('decisions')
    const feedId = library.SAVED_PAGES
    await library.store(
      database,
      ['a', 'b', 'c'].map(identity => library.newArticle({ feedId, identity })),
    )
    const ids = (await library.allArticles(database)).map(row => row.id)
    const first = ids.slice(0, 1)
    await library.decide(database, ids.slice(0, 2), { kind: 'read', value: true })
    await library.decide(database, ids.slice(0, 2), { kind: 'read', value: true })
    await library.decide(database, first, { kind: 'starred', value: true })
    await library.decide(database, first, { kind: 'saved', value: true })
    const during = (await library.countsByFeed(database)).get(feedId)
    const starred = [...(await library.listIds(database, { kind: 'starred' }))]
    await library.decide(database, first, { kind: 'starred', value: false })
    const after = (await library.countsByFeed(database)).get(feedId)
    return {
      ids,
      during,
      after,
      starred,
      unread: [...(await library.listIds(database, { kind: 'unread' }))],
    }
  })
  expect(result.during).toEqual({ articles: 3, unread: 1, starred: 1, saved: 1, quotes: 0 })
  expect(result.after).toEqual({ articles: 3, unread: 1, starred: 0, saved: 1, quotes: 0 })
  expect(result.starred).toEqual(result.ids.slice(0, 1))
  expect(result.unread).toEqual(result.ids.slice(2))
})

test('marking a list as read marks what was in it, and can be undone', async ({ harness }) => {
  const unread = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('mark-all')
    const feedId = library.SAVED_PAGES
    const entries = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        library.newArticle({ feedId, identity: `id:${from + index}`, dateline: from + index }),
      )
    const counted = async () => (await library.countsByFeed(database)).get(feedId)?.unread
    await library.store(database, entries(1000, 3000))
    await library.decide(database, [7], { kind: 'read', value: true })
    const seen = await library.listIds(database, { kind: 'all' })
    // Older ones may arrive as well as newer ones.
    await library.store(database, [...entries(1, 3), ...entries(5000, 5003)])
    const marked = await library.decide(database, seen, { kind: 'read', value: true })
    const after = await counted()
    await library.decide(database, marked, { kind: 'read', value: false })
    return { marked: marked.length, after, undone: await counted() }
  })
  expect(unread).toEqual({ marked: 1999, after: 5, undone: 2004 })
})

test('ending a subscription keeps what was starred or saved from it, under the name of its source', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('removal')
    const feedId = await library.follow(database, FEED)
    await library.store(
      database,
      ['a', 'b', 'c'].map(identity => library.newArticle({ feedId, identity })),
    )
    const [a = 0, b = 0] = (await library.allArticles(database)).map(row => row.id)
    await library.decide(database, [a], { kind: 'starred', value: true })
    await library.decide(database, [b], { kind: 'saved', value: true })
    await library.command(database, { kind: 'remove-feed', feedId })
    return {
      kept: (await library.allArticles(database)).map(({ id, source }) => ({ id, source })),
      expected: [a, b],
      feeds: await database.feeds.count(),
      counts: (await library.countsByFeed(database)).get(feedId),
    }
  }, FEED)
  expect(result.kept).toEqual(result.expected.map(id => ({ id, source: 'The Courier' })))
  expect(result.feeds).toBe(0)
  expect(result.counts).toEqual({ articles: 2, unread: 2, starred: 1, saved: 1, quotes: 0 })
})

test('the number of an article that is gone never means another one', async ({ harness }) => {
  const ids = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('numbers')
    const feedId = await library.follow(database, FEED)
    await library.store(database, [library.newArticle({ feedId, identity: 'a' })])
    await library.command(database, { kind: 'remove-feed', feedId })
    await library.store(database, [library.newArticle({ feedId: library.SAVED_PAGES, identity: 'b' })])
    return [...(await library.listIds(database, { kind: 'all' }))]
  }, FEED)
  expect(ids).toEqual([2])
})

test('the list of a folder covers the folders inside it, and follows a feed that moves', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('folders')
    const world = await library.ensureFolder(database, 'World')
    const asia = await library.ensureFolder(database, 'Asia', world)
    const feedId = await library.follow(database, { ...FEED, folderId: asia })
    await library.store(database, [library.newArticle({ feedId, identity: 'a' })])
    const within = async (folderId: number) => {
      const folderIds = library.foldersWithin(await library.allFolders(database), folderId)
      const feeds = (await library.allFeeds(database)).filter(feed => folderIds.includes(feed.folderId))
      const feedIds = feeds.map(feed => feed.id)
      return (await library.listIds(database, { kind: 'feeds', feedIds })).length
    }
    const before = [await within(world), await within(asia)]
    await library.command(database, { kind: 'move-feed', feedId, folderId: world })
    const moved = [await within(world), await within(asia)]
    await library.command(database, { kind: 'remove-folder', folderId: world })
    const feed = await database.feeds.get(feedId)
    const inner = await database.folders.get(asia)
    return { before, moved, folder: feed?.folderId, parent: inner?.parentId }
  }, FEED)
  expect(result).toEqual({ before: [1, 1], moved: [1, 0], folder: 0, parent: 0 })
})

test('a title that the person gave stays, and a feed without one is named by itself', async ({ harness }) => {
  const titles = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('titles')
    const named = { feedId: await library.follow(database, FEED) }
    const bare = {
      feedId: await library.follow(database, {
        ...FEED,
        url: 'https://a.example/',
        title: 'https://a.example/',
      }),
    }
    const feed = { title: 'What the feed says', siteUrl: null }
    await library.store(
      database,
      [],
      [named, bare].map(({ feedId }) => ({ ...library.outcome(feedId, 'x'), feed })),
    )
    return (await library.allFeeds(database)).map(row => row.title)
  }, FEED)
  expect(titles).toEqual(['The Courier', 'What the feed says'])
})

test('a feed moves to its new address, unless the person follows that one already', async ({ harness }) => {
  const urls = await harness.worker.evaluate(async FEED => {
    const database = await library.openLibrary('moves')
    const [first, second] = [
      await library.follow(database, FEED),
      await library.follow(database, { ...FEED, url: 'https://b.example/' }),
    ]
    const moved = (feedId: number, movedTo: string) => ({ ...library.outcome(feedId, 'x'), movedTo })
    await library.store(
      database,
      [],
      [moved(first, 'https://c.example/'), moved(second, 'https://c.example/')],
    )
    await library.store(database, [], [moved(second, 'https://c.example/')])
    return (await database.feeds.toArray()).map(feed => feed.url)
  }, FEED)
  expect(urls.filter(url => url === 'https://c.example/')).toHaveLength(1)
  expect(urls).toHaveLength(2)
})
