import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

const FEED = { url: 'https://example.org/feed', title: 'The Courier', siteUrl: null, folderId: 0 }

test('what is remembered of arriving feeds is what is stored, whoever changed it', async ({ harness }) => {
  const states = await harness.worker.evaluate(async FEED => {
    const [here, there] = [await library.openLibrary('recalled'), await library.openLibrary('recalled')]
    const keys = Array.from({ length: 302 }, (_, at) => ({ feedId: at + 1, contentHash: `hash ${at + 1}` }))
    const recalled = async () =>
      (await library.arrivalStates(here, keys)).map(({ feed, fetch, known, isQuarantined }) => [
        feed?.title,
        fetch?.etag,
        known.size,
        isQuarantined,
      ])
    const stored = () =>
      Promise.all(
        keys.map(async ({ feedId, contentHash }) => [
          (await there.feeds.get(feedId))?.title,
          (await there.fetches.get(feedId))?.etag,
          (await there.known.get(feedId))?.identities.length ?? 0,
          (await there.quarantine.get(contentHash)) !== undefined,
        ]),
      )
    const states = [[await recalled(), await stored()]]
    const note = async () => void states.push([await recalled(), await stored()])
    const feeds = Array.from({ length: 300 }, (_, at) => ({ ...FEED, url: `https://f${at}.example/` }))
    await library.addFeeds(there, feeds, 0, true)
    await note()
    const articles = [3, 9, 200].map(feedId => library.newArticle({ feedId, identity: `of ${feedId}` }))
    await library.store(there, articles, [library.outcome(3, 'x'), library.outcome(299, 'y')])
    await library.command(there, { kind: 'rename-feed', feedId: 7, title: 'Renamed' })
    await library.quarantine(there, { contentHash: 'hash 8', address: 'https://f7.example/' }, 0)
    await note()
    await library.command(there, { kind: 'remove-feed', feedId: 9 })
    await library.follow(there, { ...FEED, url: 'https://late.example/' })
    // Asked for while it is changed: the next answer is as it is then.
    await Promise.all([recalled(), library.command(there, { kind: 'remove-feed', feedId: 200 }), recalled()])
    await note()
    return states
  }, FEED)
  for (const [recalled, stored] of states) expect(recalled).toEqual(stored)
  expect(states.at(-1)?.[0]?.[2]).toEqual(['The Courier', 'x', 1, false])
  expect(states.at(-1)?.[0]?.[8]).toEqual([undefined, undefined, 0, false])
})

test('batches go on where the last one ended: after another writer, a failure, an edit and a removal', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async FEED => {
    const [here, there] = [await library.openLibrary('tail'), await library.openLibrary('tail', 'relaxed')]
    const feedId = await library.follow(here, FEED)
    const entry = (identity: string) => library.newArticle({ feedId, identity })
    const entries = (...names: readonly string[]) => names.map(entry)
    await library.store(here, entries('a', 'b'))
    await library.store(here, entries('c'))
    await library.store(there, entries('d', 'e'))
    await library.store(here, entries('f'))
    // IndexedDB stores no functions: nothing of the batch is stored, and the next one has its numbers.
    const good = library.outcome(feedId, 'bad')
    const bad = { ...good, fetch: { ...good.fetch, etag: (() => 0) as never } }
    const failed = await library.store(here, entries('bad', 'g'), [bad]).then(
      () => false,
      () => true,
    )
    await library.storeEdits(there, [{ articleId: 2, article: entry('b, edited') }])
    await library.store(here, entries('g', 'a', ...Array.from({ length: 20 }, (_, at) => `n${at}`)))
    const titles = (await library.allArticles(here)).map(({ id, title }) => `${id} ${title}`)
    await library.command(there, { kind: 'remove-feed', feedId })
    const { fates } = await library.store(here, entries('late'), [library.outcome(feedId, 'late')])
    return { failed, titles, fates, fetched: await here.fetches.count() }
  }, FEED)
  const names = [
    'a',
    'b, edited',
    'c',
    'd',
    'e',
    'f',
    'g',
    ...Array.from({ length: 20 }, (_, at) => `n${at}`),
  ]
  expect(result.failed).toBe(true)
  expect(result.titles).toEqual(names.map((name, at) => `${at + 1} Title of ${name}`))
  expect(result.fates).toEqual([{ kind: 'dropped' }])
  expect(result.fetched).toBe(0)
})

test('the activity is told newest first, however many lines a batch told at once', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('activity')
    const told = (from: number, count: number) => ({
      ...{ articles: [], edits: [], touched: [], outcomes: [] },
      activity: Array.from({ length: count }, (_, at) => ({
        ...{ at: from + at, feedId: null, event: 'added' },
        detail: String(from + at),
      })),
    })
    await library.storeBatch(database, told(0, 3), 0)
    await library.storeBatch(database, told(3, 0), 0)
    for (let at = 3; at < 43; at++) await library.storeBatch(database, told(at, 1), 0)
    await library.storeBatch(database, told(43, 7), 0)
    const read = async (limit: number) => await library.recentActivity(database, limit)
    const all = await read(100)
    return {
      rows: await database.activity.count(),
      latest: (await read(5)).map(({ detail }) => Number(detail)),
      all: all.map(({ detail }) => Number(detail)),
      ids: new Set(all.map(({ id }) => id)).size,
    }
  })
  expect(result.rows).toBe(42)
  expect(result.latest).toEqual([49, 48, 47, 46, 45])
  expect(result.all).toEqual(Array.from({ length: 50 }, (_, at) => 49 - at))
  expect(result.ids).toBe(50)
})
