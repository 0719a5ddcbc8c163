import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const ingest: typeof import('./ingest-entry')

const test = harnessTest('ingest', 'tests/library/ingest-entry.ts')
test.describe.configure({ mode: 'default' })

const FEED = { url: 'https://example.org/feed', title: 'The Courier', siteUrl: null, folderId: 0 }

test('contributions of several feeds are stored together, each once, with its outcome', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async FEED => {
    const database = await ingest.openLibrary('batches')
    const batcher = ingest.createBatcher(
      { strict: database, relaxed: database },
      ingest.createSerial(),
      ingest.createGate(),
      () => false,
      () => undefined,
    )
    const feedIds = []
    for (const name of ['a', 'b', 'c'])
      feedIds.push(await ingest.follow(database, { ...FEED, url: `https://${name}.example/` }))
    const stored = await Promise.all(
      feedIds.map(feedId => {
        const articles = Array.from({ length: 30 }, (_, index) =>
          ingest.newArticle({ feedId, identity: `id:${index}` }),
        )
        return batcher.add({
          articles,
          edits: [],
          touched: [],
          outcome: ingest.outcome(feedId, `"${feedId}"`),
          activity: [],
        })
      }),
    )
    const fetches = await ingest.fetchStates(database)
    return {
      added: stored.map(one => one.added),
      articles: (await ingest.allArticles(database)).length,
      etags: feedIds.map(feedId => fetches.get(feedId)?.etag === `"${feedId}"`),
    }
  }, FEED)
  expect(result).toEqual({ added: [30, 30, 30], articles: 90, etags: [true, true, true] })
})

test('when an article cannot be stored, its feed keeps no validator and its neighbours are stored', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async FEED => {
    const database = await ingest.openLibrary('bad-part')
    const batcher = ingest.createBatcher(
      { strict: database, relaxed: database },
      ingest.createSerial(),
      ingest.createGate(),
      () => false,
      () => undefined,
    )
    const bad = await ingest.follow(database, FEED)
    const good = await ingest.follow(database, { ...FEED, url: 'https://good.example/' })
    const articlesOf = (feedId: number) =>
      Array.from({ length: 20 }, (_, index) => ingest.newArticle({ feedId, identity: `id:${index}` }))
    // JSON has no such numbers: the first part of the feed cannot be written.
    const broken = articlesOf(bad).map((article, index) =>
      index === 3 ? { ...article, quotations: [{ start: 1n } as never] } : article,
    )
    const outcomes = await Promise.allSettled([
      batcher.add({
        articles: broken,
        edits: [],
        touched: [],
        outcome: ingest.outcome(bad, '"bad"'),
        activity: [],
      }),
      batcher.add({
        articles: articlesOf(good),
        edits: [],
        touched: [],
        outcome: ingest.outcome(good, '"good"'),
        activity: [],
      }),
    ])
    const fetches = await ingest.fetchStates(database)
    const counts = await ingest.countsByFeed(database)
    return {
      statuses: outcomes.map(outcome => outcome.status),
      etags: [fetches.get(bad)?.etag ?? null, fetches.get(good)?.etag ?? null],
      good: counts.get(good)?.articles,
      bad: counts.get(bad)?.articles ?? 0,
    }
  }, FEED)
  expect(result).toEqual({ statuses: ['rejected', 'fulfilled'], etags: [null, '"good"'], good: 20, bad: 0 })
})

test('what else waits in the queue has its turn between two batches', async ({ harness }) => {
  const during = await harness.page.evaluate(async FEED => {
    const database = await ingest.openLibrary('turns')
    const serial = ingest.createSerial()
    const batcher = ingest.createBatcher(
      { strict: database, relaxed: database },
      serial,
      ingest.createGate(),
      () => false,
      () => undefined,
    )
    const feedId = await ingest.follow(database, FEED)
    const articles = Array.from({ length: 600 }, (_, index) =>
      ingest.newArticle({ feedId, identity: `id:${index}` }),
    )
    const all = batcher.add({ articles, edits: [], touched: [], outcome: null, activity: [] })
    await new Promise(resolve => setTimeout(resolve, 60))
    const count = await serial(() => ingest.allArticles(database).then(all => all.length))
    await all
    return { count, all: (await ingest.allArticles(database)).length }
  }, FEED)
  expect(during.all).toBe(600)
  expect(during.count).toBeLessThan(600)
})
