import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const completion: typeof import('./completion-entry')

const test = harnessTest('completion', 'tests/library/completion-entry.ts')
test.describe.configure({ mode: 'default' })

const HOST = 'https://courier.example'
const FEED = { url: `${HOST}/feed`, title: 'The Courier', siteUrl: null, folderId: 0 }
const TEASER =
  'The storm reached the lower villages at noon, and the ferry stays at the quay until it has passed.'
const OLD = `<p>${TEASER}</p>
  <p>The council opened the school for everybody whose roof has gone, and the baker brought bread for two hundred.</p>
  <p>On the dyke forty people fill bags with sand by the light of two tractors, and the water stands a hand below the top.</p>
  <p>The harbour office counts eleven boats that have broken loose, all of them empty as far as anybody knows by now.</p>`
const NEW = `<p>At four the wind turned, and the water fell for the first time since the morning, by the width of a thumb.</p>
  <p>“We have held the dyke with our hands”, said Ole Brandt, the harbour master.</p>`
const given = { FEED, HOST, TEASER, OLD, NEW }

test('a live page is due again by itself, keeps what changed as a form, and leaves the article complete', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST, TEASER, OLD, NEW }) => {
    const context = await completion.context('live')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const link = `${HOST}/storm`
    const entry = completion.newArticle({
      ...{ feedId, identity: 'id:1', title: 'The storm', link },
      ...{ html: `<p>${TEASER}</p>`, text: TEASER, wants: ['page' as const] },
    })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([entry]))).articleIds
    const page = (body: string, end: string | null = null): string =>
      `<!doctype html><html lang="en"><head><title>The storm</title><script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'The storm', ...(end && { coverageEndTime: end }) })}</script></head><body><article><h1>The storm</h1>${body}</article></body></html>`
    const query = { count: 5, except: [], first: { feedIds: [], articleIds: [] } }
    const real = Date.now
    let ahead = 0
    Date.now = () => real() + ahead
    const passed = (minutes: number) => void (ahead += minutes * 60_000)
    const arrived = async (html: string) => {
      const part = [{ ...completion.arrivalOf(html, link), etag: '"storm"' }]
      await completion.fullTextArrived(context, { articleId, arrival: { kind: 'fetched', part } })
    }
    const state = async () => ({
      next: await completion.nextTasks(context, query),
      incomplete: [...(await completion.listIds(database, { kind: 'incomplete' }))].length,
      revisions: await database.revisions.count(),
      problem: (await completion.completionOf(database, articleId)).pageProblem,
      readings: (await completion.completionOf(database, articleId)).live?.readings ?? null,
    })
    await arrived(page(OLD))
    const first = await state()
    passed(16)
    const due = await state()
    await arrived(page(OLD))
    const same = await state()
    passed(31)
    await completion.fullTextArrived(context, { articleId, arrival: { kind: 'unchanged' } })
    const unchanged = await state()
    passed(61)
    await completion.fullTextArrived(context, { articleId, arrival: { kind: 'failed', problem: 'timeout' } })
    const failed = await state()
    passed(121)
    await arrived(page(NEW + OLD))
    const changed = await state()
    const full = await completion.fullArticle(database, articleId)
    passed(241)
    const last = await state()
    await arrived(page(NEW + OLD, new Date(Date.now() - 60_000).toISOString()))
    const ended = await state()
    const rows = await database.completions.count()
    passed(10_000)
    const later = await state()
    Date.now = real
    return { articleId, first, due, same, unchanged, failed, changed, full, last, ended, rows, later }
  }, given)
  const nothing = { tasks: [], left: 0, hurried: 0 }
  const page = { address: `${HOST}/storm`, trust: 'subscribed' }
  const validators = { etag: '"storm"', lastModified: null }
  const again = {
    ...nothing,
    tasks: [{ kind: 'page', articleId: result.articleId, page, validators }],
  }
  const calm = { incomplete: 0, problem: null }
  expect(result.first).toEqual({ ...calm, next: nothing, revisions: 0, readings: 1 })
  expect(result.due).toEqual({ ...calm, next: again, revisions: 0, readings: 1 })
  expect(result.same).toEqual({ ...calm, next: nothing, revisions: 0, readings: 2 })
  expect(result.unchanged).toEqual({ ...calm, next: nothing, revisions: 0, readings: 3 })
  expect(result.failed).toEqual({ ...calm, next: nothing, revisions: 0, readings: 4 })
  expect(result.changed).toEqual({ ...calm, next: nothing, revisions: 1, readings: 5 })
  expect(result.full?.quotes.map(quote => quote.resolvedSpeaker)).toEqual(['Ole Brandt'])
  expect(result.last.next).toEqual(again)
  expect(result.ended).toEqual({ ...calm, next: nothing, revisions: 1, readings: null })
  expect(result.rows).toBe(0)
  expect(result.later.next).toEqual(nothing)
})

test('a live page goes behind what the person waits for, before the rest, and never with its article under way', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const context = await completion.context('order')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const names = ['live', 'asked', 'old']
    const { articleIds } = await context.batcher.add(
      completion.contribution(
        names.map((identity, at) =>
          completion.newArticle({
            ...{ feedId, identity, link: `${HOST}/${identity}` },
            wants: at ? ['page'] : [],
          }),
        ),
      ),
    )
    const [live = 0, asked = 0] = articleIds
    const watch = { since: 1, rereadAt: 1, readings: 1, unchanged: 0, modified: null, etag: null, lastModified: null } // prettier-ignore
    await completion.watchLive(database, live, () => watch)
    await completion.watchLive(database, 999, () => watch)
    const next = async (except: readonly number[]) => {
      const first = { feedIds: [], articleIds: [asked] }
      const found = await completion.nextTasks(context, { count: 5, except, first })
      return [...found.tasks.map(({ articleId }) => names[articleIds.indexOf(articleId)]), found.left]
    }
    const all = await next([])
    const without = await next([live])
    await completion.wantCompletion(context, { kind: 'article', articleId: live, want: 'page' })
    const wanted = await next([])
    const rows = await database.completions.count()
    await completion.command(database, { kind: 'remove-feed', feedId })
    const gone = await completion.dueLive(database, { count: 5, except: new Set(), now: 2 })
    return { all, without, wanted, rows, gone: gone.length }
  }, given)
  expect(result.all).toEqual(['asked', 'live', 'old', 2])
  expect(result.without).toEqual(['asked', 'old', 2])
  expect(result.wanted.toSorted()).toEqual([3, 'asked', 'live', 'old'])
  expect(result).toMatchObject({ rows: 1, gone: 0 })
})

test('making room for pictures does not end the reading of a live page', async ({ harness }) => {
  const live = await harness.page.evaluate(async ({ FEED, HOST }) => {
    const context = await completion.context('room')
    const { database } = context
    const feedId = await completion.follow(database, FEED)
    const article = completion.newArticle({
      feedId,
      identity: 'id:1',
      link: `${HOST}/1`,
      wants: ['pictures'],
    })
    const [articleId = 0] = (await context.batcher.add(completion.contribution([article]))).articleIds
    const watch = { since: 1, rereadAt: 7, readings: 1, unchanged: 0, modified: null, etag: null, lastModified: null } // prettier-ignore
    await completion.watchLive(database, articleId, () => watch)
    const part = { body: await completion.drawn(300, 300), contentHash: 'a' }
    await completion.pictureArrived(context, { articleId, address: `${HOST}/1.png`, arrival: { kind: 'fetched', part } }) // prettier-ignore
    const before = await completion.completionOf(database, articleId)
    await completion.makePictureRoom(database, 0, () => undefined)
    const after = await completion.completionOf(database, articleId)
    return [before, after].map(row => [row.stored.length, row.live?.rereadAt])
  }, given)
  expect(live).toEqual([
    [1, 7],
    [0, 7],
  ])
})

test('a saved page that is live is read again, one that is saved from a file never', async ({ harness }) => {
  const due = await harness.page.evaluate(async ({ HOST, OLD }) => {
    const context = await completion.context('saved live')
    const { database } = context
    const html = (address: string): string =>
      `<!doctype html><title>The storm</title><link rel="canonical" href="${address}"><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The storm"}</script><article><h1>The storm</h1>${OLD}</article>`
    const arrival = completion.arrivalOf(html(`${HOST}/storm`), `${HOST}/storm`)
    await completion.pageArrived(context, { kind: 'address', arrival })
    const bytes = new TextEncoder().encode(html('http://192.168.0.1/storm'))
    await completion.pageArrived(context, { kind: 'file', name: 'storm.html', bytes })
    const query = { count: 5, except: new Set<number>() }
    const found = await completion.dueLive(database, { ...query, now: Date.now() + 16 * 60_000 })
    const early = await completion.dueLive(database, { ...query, now: Date.now() + 14 * 60_000 })
    return [found.map(({ article }) => article.link), early.length]
  }, given)
  expect(due).toEqual([[`${HOST}/storm`], 0])
})

test('a library of the fifth edition keeps what was fetched, and its pages can be read again', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const old = new completion.Dexie('fifth-edition')
    completion.declareVersions(old, 5)
    const row = { articleId: 3, stored: [], missing: [{ address: 'https://a.example/1.png', problem: 'gone' }], attempts: 0, retryAt: 0, pageProblem: null } // prettier-ignore
    await old.table('completions').put(row)
    old.close()
    const database = await completion.openLibrary('fifth-edition')
    const kept = await completion.completionOf(database, 3)
    const due = await database.completions.where('live.rereadAt').belowOrEqual(Date.now()).count()
    return { kept, row, due }
  })
  expect(result.kept).toEqual(result.row)
  expect(result.due).toBe(0)
})
