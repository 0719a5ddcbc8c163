import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const completion: typeof import('./completion-entry')

const test = harnessTest('completion', 'tests/library/completion-entry.ts')
test.describe.configure({ mode: 'default' })

const HOST = 'https://courier.example'
const FEED = { url: `${HOST}/feed`, title: 'The Courier', siteUrl: null, folderId: 0 }
const TEASER = 'The ferry between the islands will run again from Monday, the harbour office said today.'
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry runs again</title></head><body><article>
  <h1>Ferry runs again</h1><p>By Ann Lee</p><p>${TEASER}</p>
  <p>For eleven weeks the ferry lay at the quay with a broken shaft, and the islanders rowed, or stayed where they were.
  The new shaft came by train, by barge and at the end on the shoulders of forty people, who carried it up the hill.</p>
  <p>“We have never waited so long for a piece of iron”, said Ole Brandt, the harbour master. The first boat leaves at
  six in the morning, with the mail, the bread and the brass band of the lower village aboard.</p>
  <p><img src="/ferry.jpg" alt="The ferry at the quay" width="800" height="400"></p>
  <p>The council has promised a second boat by the spring, as it has promised each spring since the year of the flood,
  and the islanders have thanked the council for it, as they do each spring.</p></article></body></html>`

/** Stores a teaser whose page is wanted, in a library of its own. */
const given = { FEED, HOST, TEASER, PAGE }

test('the page takes the place of the teaser: shown, searched, quoted; the feed’s text stays at hand', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST, TEASER, PAGE }) => {
    const context = await completion.context('full text')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const link = `${HOST}/ferry`
    const article = completion.newArticle({
      ...{ feedId, identity: 'id:1', title: 'Ferry runs again', link, byline: 'The desk' },
      ...{ html: `<p>${TEASER}</p>`, text: TEASER, wants: ['page' as const] },
    })
    const [id = 0] = (await context.batcher.add(completion.contribution([article]))).articleIds
    const query = { count: 5, except: [], first: { feedIds: [], articleIds: [] } }
    const before = await completion.nextTasks(context, query)
    const arrival = { kind: 'fetched' as const, part: [completion.arrivalOf(PAGE, link)] }
    await completion.fullTextArrived(context, { articleId: id, arrival })
    const full = await completion.fullArticle(database, id)
    const after = await completion.nextTasks(context, query)
    const picture = await completion.drawn(800, 400, 'image/jpeg')
    const address = `${HOST}/ferry.jpg`
    const body = { body: picture, contentHash: 'a' }
    await completion.pictureArrived(context, { articleId: id, address, arrival: { kind: 'fetched', part: body } }) // prettier-ignore
    await completion.picturesDone(context, { articleId: id })
    const stored = await completion.completionOf(database, id)
    return {
      ids: [id],
      before,
      after,
      full,
      feedText: full?.article.feedBody && (await completion.readBody(database, full.article.feedBody)),
      stored: stored.stored.map(({ address, width, height }) => ({ address, width, height })),
      bytes: (await completion.pictureOf(database, stored.stored[0]?.hash ?? ''))?.bytes.length,
      thumbnails: [...(await completion.thumbnailsOf(database, [id])).keys()],
      end: await completion.nextTasks(context, query),
      revisions: await database.revisions.count(),
    }
  }, given)
  const found = await harness.worker.evaluate(async () => {
    const database = await completion.openLibrary('full text')
    while (await completion.indexOnce(database));
    const searcher = completion.createSearcher(completion.segmentStore(database), {})
    return (await completion.ask(searcher, 'shoulders')).hits.map(hit => hit.id)
  })
  expect(result.before.tasks).toEqual([
    { kind: 'page', articleId: result.ids[0], page: { address: `${HOST}/ferry`, trust: 'subscribed' } },
  ])
  expect(result.full?.article).toMatchObject({
    title: 'Ferry runs again',
    byline: 'The desk',
    origin: 'page',
  })
  expect(result.full?.html).toContain('carried it up the hill')
  expect(result.full?.quotes.map(quote => quote.resolvedSpeaker)).toEqual(['Ole Brandt'])
  expect(result.feedText).toBe(`<p>${TEASER}</p>`)
  expect(found).toEqual(result.ids)
  expect(result.after.tasks).toEqual([
    {
      kind: 'pictures',
      articleId: result.ids[0],
      pictures: [{ address: `${HOST}/ferry.jpg`, trust: 'subscribed' }],
    },
  ])
  expect(result.stored).toEqual([{ address: `${HOST}/ferry.jpg`, width: 800, height: 400 }])
  expect(result.bytes).toBeGreaterThan(1000)
  expect(result.thumbnails).toEqual(result.ids)
  expect(result.end).toEqual({ tasks: [], left: 0, hurried: 0 })
  expect(result.revisions).toBe(0)
})

test('a page that is another article, a wall or shorter changes nothing, and why is kept', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST, TEASER }) => {
    const context = await completion.context('other pages')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const links = ['other', 'front', 'wall', 'short', 'dead'].map(name => `${HOST}/${name}`)
    const { articleIds } = await context.batcher.add(
      completion.contribution(
        links.map(link =>
          completion.newArticle({
            ...{ feedId, identity: link, title: 'Ferry runs again', link },
            ...{ html: `<p>${TEASER}</p>`, text: TEASER, wants: ['page' as const] },
          }),
        ),
      ),
    )
    const long = 'A recipe for bread with rye flour, caraway seeds and the patience of a saint. '.repeat(30)
    const other = `<title>Bread</title><article><h1>Bread</h1><p>${long}</p><p>${long}</p></article>`
    const wall =
      '<title>Just a moment</title><body><h1>Verify that you are human</h1><p>Please complete the captcha below to continue.</p><div class="g-recaptcha"></div></body>'
    const short = `<title>Ferry runs again</title><article><h1>Ferry runs again</h1><p>The ferry between the islands will run again.</p></article>`
    const pages = [
      completion.arrivalOf(other, `${HOST}/other`),
      { ...completion.arrivalOf(other, `${HOST}/front`), finalUrl: `${HOST}/` },
      completion.arrivalOf(wall, `${HOST}/wall`),
      completion.arrivalOf(short, `${HOST}/short`),
    ]
    for (const [at, page] of pages.entries())
      await completion.fullTextArrived(context, { articleId: articleIds[at] ?? 0, arrival: { kind: 'fetched', part: [page] } }) // prettier-ignore
    const failed = { kind: 'failed', problem: 'timeout' } as const
    await completion.fullTextArrived(context, { articleId: articleIds[4] ?? 0, arrival: failed })
    const ids = [...articleIds]
    const rows = await Promise.all(ids.map(id => completion.completionOf(database, id)))
    const fulls = await Promise.all(ids.map(id => completion.fullArticle(database, id)))
    return {
      problems: rows.map(row => row.pageProblem),
      retry: rows.map(row => row.retryAt > Date.now()),
      html: [...new Set(fulls.map(full => full?.html))],
    }
  }, given)
  expect(result.problems.slice(0, 2)).toEqual(['other-article', 'other-article'])
  expect(result.problems[2]).toMatch(/captcha|no-article|other-article/)
  expect(result.problems.slice(3)).toEqual([null, 'timeout'])
  expect(result.retry).toEqual([false, false, false, false, true])
  expect(result.html).toEqual([`<p>${TEASER}</p>`])
})

test('when the feed edits an entry whose page is shown, nothing of either is lost', async ({ harness }) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST, TEASER, PAGE }) => {
    const context = await completion.context('edited feed')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const link = `${HOST}/ferry`
    const teaser = (text: string) =>
      completion.newArticle({
        ...{ feedId, identity: 'id:1', title: 'Ferry runs again', link },
        ...{ html: `<p>${text}</p>`, text, wants: ['page' as const] },
      })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([teaser(TEASER)]))).articleIds
    const arrived = (html: string) =>
      completion.fullTextArrived(context, {
        articleId,
        arrival: { kind: 'fetched', part: [completion.arrivalOf(html, link)] },
      })
    await arrived(PAGE)
    const edited = `${TEASER} The fare stays the same.`
    await completion.storeOnly(database, { edits: [{ articleId, article: teaser(edited) }] })
    const between = await completion.fullArticle(database, articleId)
    const query = { count: 5, except: [], first: { feedIds: [], articleIds: [] } }
    const tasks = (await completion.nextTasks(context, query)).tasks.map(task => task.kind)
    await arrived(PAGE.replace('The council has', 'The fare stays the same, and the council has'))
    const after = await completion.fullArticle(database, articleId)
    const revisions = await database.revisions.orderBy('[articleId+number]').toArray()
    return {
      ...{ between, tasks, after, edited },
      feedText: after?.article.feedBody && (await completion.readBody(database, after.article.feedBody)),
      revisions: await Promise.all(revisions.map(row => completion.readBody(database, row.body))),
    }
  }, given)
  expect(result.between?.html).toContain('carried it up the hill')
  expect(result.between?.quotes).toHaveLength(1)
  expect(result.tasks).toEqual(['page'])
  expect(result.after?.html).toContain('The fare stays the same, and')
  expect(result.after?.article.updatedAt).not.toBeNull()
  expect(result.feedText).toBe(`<p>${result.edited}</p>`)
  expect(result.revisions[0]).toBe(`<p>${TEASER}</p>`)
  expect(result.revisions[1]).toContain('The council has')
})

test('a page that is another one when it is fetched again keeps what it said before, and a wall takes nothing away', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST, TEASER, PAGE }) => {
    const context = await completion.context('changing page')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const link = `${HOST}/ferry`
    const entry = completion.newArticle({
      ...{ feedId, identity: 'id:1', title: 'Ferry runs again', link },
      ...{ html: `<p>${TEASER}</p>`, text: TEASER, wants: ['page' as const] },
    })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([entry]))).articleIds
    const shownAfter = async (html: string) => {
      await completion.wantCompletion(context, { kind: 'article', articleId, want: 'page' })
      const part = [completion.arrivalOf(html, link)]
      await completion.fullTextArrived(context, { articleId, arrival: { kind: 'fetched', part } })
      const full = await completion.fullArticle(database, articleId)
      return { html: full?.html ?? '', revisions: await database.revisions.count() }
    }
    const wall =
      '<title>Just a moment</title><body><h1>Verify that you are human</h1><p>Please complete the captcha below to continue.</p><div class="g-recaptcha"></div></body>'
    return {
      first: await shownAfter(PAGE),
      same: await shownAfter(PAGE),
      changed: await shownAfter(PAGE.replace('The first boat leaves', 'The first boat left')),
      shorter: await shownAfter(PAGE.replace(/<p>The council has[^]*?<\/p>/, '')),
      wall: await shownAfter(wall),
      cut: await shownAfter(PAGE.slice(0, 200)),
    }
  }, given)
  expect(result.first.html).toContain('The first boat leaves')
  expect(result.same).toEqual(result.first)
  expect(result.changed.html).toContain('The first boat left')
  expect(result.changed.revisions).toBe(1)
  expect(result.shorter.html).not.toContain('The council has')
  expect(result.shorter.revisions).toBe(2)
  expect(result.wall).toEqual(result.shorter)
  expect(result.cut).toEqual(result.shorter)
})

test('an old article whose page somebody asks for gets the pictures of that page, too', async ({
  harness,
}) => {
  const tasks = await harness.page.evaluate(async ({ FEED, HOST, TEASER, PAGE }) => {
    const context = await completion.context('old article')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const link = `${HOST}/ferry`
    const entry = completion.newArticle({
      ...{ feedId, identity: 'id:1', title: 'Ferry runs again', link, dateline: Date.UTC(2001, 4, 6) },
      ...{ html: `<p>${TEASER}</p>`, text: TEASER },
    })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([entry]))).articleIds
    await completion.wantCompletion(context, { kind: 'feeds', feedIds: [feedId] })
    const part = [completion.arrivalOf(PAGE, link)]
    await completion.fullTextArrived(context, { articleId, arrival: { kind: 'fetched', part } })
    const query = { count: 5, except: [], first: { feedIds: [], articleIds: [] } }
    return (await completion.nextTasks(context, query)).tasks
  }, given)
  expect(tasks).toMatchObject([{ kind: 'pictures', pictures: [{ address: `${HOST}/ferry.jpg` }] }])
})

test('a page that the person asked for is still wanted after its feed edited the entry', async ({
  harness,
}) => {
  const tasks = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const context = await completion.context('asked before an edit')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const entry = completion.newArticle({ feedId, identity: 'id:1', link: `${HOST}/1` })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([entry]))).articleIds
    await completion.wantCompletion(context, { kind: 'article', articleId, want: 'page' })
    const article = { ...entry, html: '<p>Edited</p>', text: 'Edited' }
    await completion.storeOnly(database, { edits: [{ articleId, article }] })
    const query = { count: 5, except: [], first: { feedIds: [], articleIds: [] } }
    return (await completion.nextTasks(context, query)).tasks.map(task => task.kind)
  }, given)
  expect(tasks).toEqual(['page'])
})

test('a picture that several articles show is stored once, and goes with the last of them', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const context = await completion.context('shared pictures')
    const { database } = context
    const feedIds = await Promise.all(
      ['one', 'two'].map(name => completion.follow(database, { ...FEED, url: `${HOST}/${name}` })),
    )
    const address = `${HOST}/logo.png`
    const html = `<p>Text</p><p><img data-picture="${address}" alt=""></p>`
    const { articleIds } = await context.batcher.add(
      completion.contribution(
        feedIds.map(feedId => completion.newArticle({ feedId, identity: 'id:1', html, wants: ['pictures'] })),
      ),
    )
    const body = await completion.drawn(300, 300)
    for (const articleId of articleIds)
      await completion.pictureArrived(context, { articleId, address, arrival: { kind: 'fetched', part: { body, contentHash: 'a' } } }) // prettier-ignore
    const shared = await database.pictures.count()
    const rooms = await completion.pictureRoom(database)
    const command = (feedId = 0) => completion.command(database, { kind: 'remove-feed', feedId })
    await command(feedIds[0])
    await completion.sweepPictures(database)
    const afterFirst = [await database.pictures.count(), await database.completions.count()]
    await command(feedIds[1])
    await completion.sweepPictures(database)
    return {
      shared,
      rooms: rooms.map(({ pictures }) => pictures),
      afterFirst,
      afterLast: [await database.pictures.count(), await database.completions.count(), await database.thumbnails.count()], // prettier-ignore
    }
  }, given)
  expect(result).toEqual({ shared: 1, rooms: [1, 1], afterFirst: [1, 1], afterLast: [0, 0, 0] })
})

test('over the budget the pictures of old articles that were read go first, those of saved ones never', async ({
  harness,
}) => {
  const kept = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const settings = { pictureMegabytes: 0.25 }
    const context = await completion.context('budget', settings)
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const names = ['oldest, saved', 'old, read', 'old, unread', 'new, read', 'new, unread']
    const { articleIds } = await context.batcher.add(
      completion.contribution(
        names.map((identity, at) =>
          completion.newArticle({
            ...{ feedId, identity, dateline: 1000 + at, saved: at === 0, wants: ['pictures'] },
            html: `<p>Text</p><p><img data-picture="${HOST}/${at}.webp" alt=""></p>`,
          }),
        ),
      ),
    )
    await completion.decide(database, [articleIds[1] ?? 0, articleIds[3] ?? 0], { kind: 'read', value: true })
    for (const [at, articleId] of articleIds.entries()) {
      const body = await completion.drawn(640, 640, 'image/webp', at + 1)
      const part = { body, contentHash: String(at) }
      await completion.pictureArrived(context, { articleId, address: `${HOST}/${at}.webp`, arrival: { kind: 'fetched', part } }) // prettier-ignore
    }
    const left = await completion.pictureBytes(database)
    const rows = await database.completions.toArray()
    return {
      left,
      kept: rows.map(row => names[articleIds.indexOf(row.articleId)] ?? ''),
      wanted: [...(await completion.listIds(database, { kind: 'incomplete' }))].length,
    }
  }, given)
  expect(kept.left).toBeLessThanOrEqual(0.25 * 1024 * 1024)
  expect(kept.kept).toContain('oldest, saved')
  expect(kept.kept).toContain('new, unread')
  expect(kept.kept).not.toContain('old, read')
})

test('what could not be had is tried again later and later, and then left', async ({ harness }) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const context = await completion.context('attempts')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const article = completion.newArticle({ feedId, identity: 'id:1', link: `${HOST}/1`, wants: ['page'] })
    const [id = 0] = (await context.batcher.add(completion.contribution([article]))).articleIds
    const pauses: number[] = []
    const wanted: number[] = []
    for (let attempt = 0; attempt < 7; attempt++) {
      await completion.endAttempt(database, id, { want: 'page', problem: 'timeout', again: true }, 1_000)
      const { retryAt } = await completion.completionOf(database, id)
      pauses.push(retryAt ? (retryAt - 1_000) / 60_000 : 0)
      const query = { count: 1, except: new Set<number>(), first: { feedIds: [], articleIds: [] } }
      const { left } = await completion.nextIncomplete(database, { ...query, now: retryAt + 1 })
      const early = await completion.nextIncomplete(database, { ...query, now: retryAt - 1 })
      wanted.push(left, early.left)
      if (!left) break
    }
    await completion.wantCompletion(context, { kind: 'article', articleId: id, want: 'page' })
    const first = { feedIds: [feedId], articleIds: [] }
    const again = await completion.nextTasks(context, { count: 1, except: [], first })
    return { pauses, wanted, again: [again.left, again.hurried] }
  }, given)
  expect(result.pauses).toEqual([10, 40, 160, 640, 2560, 0])
  expect(result.wanted).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0])
  expect(result.again).toEqual([1, 1])
})
