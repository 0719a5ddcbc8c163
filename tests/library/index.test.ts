import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

test('merging leaves what is found as it was, without what was removed, and in few segments', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('merging')
    const feedId = await library.follow(database, { url: 'https://a.example/', title: 'A', siteUrl: null, folderId: 0 }) // prettier-ignore
    for (let batch = 0; batch < 70; batch++) {
      const articles = Array.from({ length: 5 }, (_, at) =>
        library.newArticle({
          feedId: batch % 7 === 0 ? feedId : library.SAVED_PAGES,
          identity: `${batch} ${at}`,
          text: `harbour tide${batch} lamp${at} ${batch % 2 ? 'even keel' : 'odd keel'}`,
          byline: `Ann Author${batch % 3}`,
        }),
      )
      await library.store(database, articles)
    }
    await library.command(database, { kind: 'remove-feed', feedId })
    const searcher = library.createSearcher(library.pageStore(database), await library.goneFrom(database))
    const QUERIES = ['harbour', 'tide12', '"even keel"', 'lamp*', 'author:author1', 'tide7', '-lamp3 tide8 ']
    const found = async () =>
      Promise.all(QUERIES.map(async query => (await library.ask(searcher, query, 500)).hits.map(hit => hit.id).sort())) // prettier-ignore
    const before = await found()
    let merges = 0
    while (await library.mergeOnce(database)) merges++
    // The searcher does not know of the merge: pages that it wants are gone.
    const after = await found()
    await searcher.refresh()
    const refreshed = await found()
    const segments = await database.segments.toArray()
    const used = new Set(segments.map(({ id }) => id))
    const pages = await database.indexPages.toArray()
    return {
      before, after, refreshed, merges,
      segments: segments.length,
      documents: segments.reduce((sum, { header }) => sum + header.documentCount, 0),
      orphans: pages.filter(page => !used.has(page.segmentId)).length,
    } // prettier-ignore
  })
  expect(result.after).toEqual(result.before)
  expect(result.refreshed).toEqual(result.before)
  expect(result.before.map(ids => ids.length)).toEqual([300, 5, 150, 300, 100, 0, 4])
  expect(result.merges).toBeGreaterThan(0)
  expect(result.segments).toBeLessThan(20)
  expect(result.documents).toBeLessThan(340)
  expect(result.orphans).toBe(0)
})

test('a merge that was broken off leaves nothing behind after the next start', async ({ harness }) => {
  const result = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('broken-off')
    for (let batch = 0; batch < 8; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    // The moments at which a program can end: pages written and not in use; in use, and the old ones still there.
    await database.indexPages.put({ segmentId: -77, number: 0, bytes: new Uint8Array(9) })
    await database.indexPages.put({ segmentId: -77, number: 1, bytes: new Uint8Array(9) })
    await database.indexPages.put({ segmentId: 99, number: 0, bytes: new Uint8Array(9) })
    const swept = await library.sweepIndex(database)
    const again = await library.sweepIndex(database)
    const pages = await database.indexPages.count()
    const searcher = library.createSearcher(library.pageStore(database), {})
    return { swept, again, pages, found: (await library.ask(searcher, 'body ', 50)).total }
  })
  expect(result).toEqual({ swept: 2, again: 0, pages: 8, found: 8 })
})

test('what an earlier program indexed, and what cannot be read, is made again from the articles', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('renewal')
    for (let batch = 0; batch < 16; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES, byline: 'Ann Lee' }),
      ])
    // As a program before this one left it: without the number of its terms.
    await database.segments.toCollection().modify(row => {
      if (row.id < 5) delete (row as { terms?: number }).terms
    })
    const before = await library.indexRenewal(database)
    const told: number[] = []
    while (await library.renewOnce(database, articles => told.push(articles)));
    const renewed = await library.indexRenewal(database)
    // Bytes that were damaged on the disk.
    const ids = await database.segments.toCollection().primaryKeys()
    await database.indexPages.where(':id').between([ids[9], -1], [ids[9], 99]).modify(page => void page.bytes.fill(255)) // prettier-ignore
    for (let turn = 0; turn < 20; turn++)
      if (!(await library.renewOnce(database)) && !(await library.mergeOnce(database))) break
    const searcher = library.createSearcher(library.pageStore(database), {})
    return {
      before,
      renewed,
      told,
      found: (await library.ask(searcher, 'body ', 50)).total,
      byAuthor: (await library.ask(searcher, 'author:lee ', 50)).total,
      segments: await database.segments.count(),
    }
  })
  expect(result).toMatchObject({
    before: { articles: 16, renewed: 12 },
    renewed: { articles: 16, renewed: 16 },
    told: [1, 1, 1, 1],
    found: 16,
    byAuthor: 16,
  })
  expect(result.segments).toBeLessThan(8)
})

test('a merged segment that cannot say which articles it holds is made again from all that it may hold', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('nameless')
    for (let batch = 0; batch < 6; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    while (await library.mergeOnce(database));
    const merged = await database.segments.toArray()
    await database.indexPages.toCollection().modify(page => void page.bytes.fill(255))
    await database.segments.toCollection().modify({ terms: 0 })
    while (await library.renewOnce(database));
    const searcher = library.createSearcher(library.pageStore(database), {})
    const { total, hits } = await library.ask(searcher, 'body ', 50)
    return { merged: merged.length, total, distinct: new Set(hits.map(hit => hit.id)).size }
  })
  expect(result).toEqual({ merged: 1, total: 6, distinct: 6 })
})
