import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')
/** Only workers have it. */
declare const FileSystemSyncAccessHandle: { readonly prototype: FileSystemSyncAccessHandle }

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

test('merging leaves what is found as it was, without what was removed, and in few segments', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
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
    const searcher = library.createSearcher(library.segmentStore(database), await library.goneFrom(database))
    const QUERIES = ['harbour', 'tide12', '"even keel"', 'lamp*', 'author:author1', 'tide7', '-lamp3 tide8 ']
    const found = async () =>
      Promise.all(QUERIES.map(async query => (await library.ask(searcher, query, 500)).hits.map(hit => hit.id).sort())) // prettier-ignore
    const before = await found()
    let merges = 0
    while (await library.mergeOnce(database)) merges++
    // The searcher does not know of the merge, and keeps what was merged from being removed.
    const after = await found()
    const kept = (await library.segmentFiles(database)).size
    await searcher.refresh()
    await library.removeSegmentFiles(database, [])
    const refreshed = await found()
    const segments = await database.segments.toArray()
    const files = await library.segmentFiles(database)
    return {
      before, after, refreshed, merges, kept,
      segments: segments.length,
      documents: segments.reduce((sum, { header }) => sum + header.documentCount, 0),
      files: files.size,
    } // prettier-ignore
  })
  expect(result.after).toEqual(result.before)
  expect(result.refreshed).toEqual(result.before)
  expect(result.before.map(ids => ids.length)).toEqual([300, 5, 150, 300, 100, 0, 4])
  expect(result.merges).toBeGreaterThan(0)
  expect(result.segments).toBeLessThan(20)
  expect(result.documents).toBeLessThan(340)
  expect(result.files).toBe(result.segments)
  expect(result.kept).toBeGreaterThan(70)
})

test('a merge that was broken off leaves nothing behind after the next start', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('broken-off')
    for (let batch = 0; batch < 8; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    // The moments at which a program can end: written and not in use; in use, and the old ones still there.
    await library.writeSegmentFile(database, -77, new Uint8Array(9))
    await library.writeSegmentFile(database, 99, new Uint8Array(9))
    const swept = await library.sweepIndex(database)
    const again = await library.sweepIndex(database)
    const files = await library.segmentFiles(database)
    const searcher = library.createSearcher(library.segmentStore(database), {})
    return { swept, again, files: files.size, found: (await library.ask(searcher, 'body ', 50)).total }
  })
  expect(result).toEqual({ swept: 2, again: 0, files: 8, found: 8 })
})

test('what an earlier program indexed, and what cannot be read, is made again from the articles', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
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
    const ruined = await database.segments.get(ids[9] ?? 0)
    if (ruined) await library.writeSegmentFile(database, ruined.id, new Uint8Array(library.byteCountOf(ruined.header)).fill(255)) // prettier-ignore
    for (let turn = 0; turn < 20; turn++)
      if (!(await library.renewOnce(database)) && !(await library.mergeOnce(database).catch(() => true)))
        break
    const searcher = library.createSearcher(library.segmentStore(database), {})
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
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('nameless')
    // The last ones are the newest, and they stand on several pages.
    for (let batch = 0; batch < 40; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES, dateline: 1000 + batch }),
      ])
    while (await library.mergeOnce(database));
    const merged = await database.segments.toArray()
    for (const { id } of merged) await library.writeSegmentFile(database, id, new Uint8Array(9))
    await database.segments.toCollection().modify({ terms: 0 })
    while (await library.renewOnce(database));
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const { total, hits } = await library.ask(searcher, 'body ', 50)
    return { merged: merged.length, total, distinct: new Set(hits.map(hit => hit.id)).size }
  })
  expect(result.merged).toBeLessThan(8)
  expect(result).toMatchObject({ total: 40, distinct: 40 })
})

test('a segment whose file is gone or was cut off is made again, and the others are found meanwhile', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('lost-files')
    for (let batch = 0; batch < 5; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const found = async () => {
      await searcher.refresh()
      return (await library.ask(searcher, 'body ', 50)).total
    }
    const ids = await database.segments.toCollection().primaryKeys()
    await library.removeSegmentFiles(database, [ids[0] ?? 0])
    await library.writeSegmentFile(database, ids[1] ?? 0, new Uint8Array(9))
    const unnoticed = await found().catch((error: unknown) => (error as Error).name)
    const swept = await library.sweepIndex(database)
    const without = await found()
    const renewal = await library.indexRenewal(database)
    while (await library.renewOnce(database));
    return {
      unnoticed,
      swept,
      without,
      renewal,
      again: await found(),
      files: (await library.segmentFiles(database)).size,
    }
  })
  expect(result).toEqual({
    unnoticed: 'IndexFormatError',
    swept: 0,
    without: 3,
    renewal: { articles: 5, renewed: 3 },
    again: 5,
    files: 5,
  })
})

test('what is damaged inside of a file is found when somebody meets it, and made again', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('damaged-inside')
    for (let batch = 0; batch < 3; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES, dateline: 1000 + batch }),
      ])
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const sound = await library.verifyIndex(database)
    const [, row] = await database.segments.toArray()
    if (row)
      await library.writeSegmentFile(
        database,
        row.id,
        new Uint8Array(library.byteCountOf(row.header)).fill(3),
      )
    const swept = await library.sweepIndex(database)
    const before = await library.ask(searcher, 'body ').catch((error: unknown) => (error as Error).name)
    const damaged = await library.verifyIndex(database)
    await searcher.refresh()
    const without = (await library.ask(searcher, 'body ')).total
    while (await library.renewOnce(database));
    await searcher.refresh()
    return { sound, swept, before, damaged, without, again: (await library.ask(searcher, 'body ')).total }
  })
  expect(result).toEqual({ sound: 0, swept: 0, before: 'IndexFormatError', damaged: 1, without: 2, again: 3 })
})

test('a file that somebody reads is removed when he has let go, and one that is written anew is not', async ({
  harness,
}) => {
  const files = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('let-go')
    for (const segment of [1, 2]) await library.writeSegmentFile(database, segment, new Uint8Array(9))
    const readers = await Promise.all([1, 2].map(segment => library.openSegmentFile(database, segment)))
    await library.removeSegmentFiles(database, [1, 2])
    const kept = [...(await library.segmentFiles(database)).keys()].sort()
    for (const reader of readers) reader.close()
    await library.writeSegmentFile(database, 2, new Uint8Array(7))
    await new Promise(resolve => setTimeout(resolve, 3000))
    return { kept, left: [...(await library.segmentFiles(database))] }
  })
  expect(files).toEqual({ kept: ['1', '2'], left: [['2', 7]] })
})

test('a full disk stops a merge and a renewal, which leave nothing behind, and go on when there is room', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('no-room')
    for (let batch = 0; batch < 6; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    const { write } = FileSystemSyncAccessHandle.prototype
    const full = async (work: () => Promise<boolean>) => {
      FileSystemSyncAccessHandle.prototype.write = () => 0
      const failed = await work().catch((error: unknown) => (error as DOMException).name)
      FileSystemSyncAccessHandle.prototype.write = write
      return [failed, (await library.segmentFiles(database)).size]
    }
    const merge = await full(() => library.mergeOnce(database))
    const merged = await library.mergeOnce(database)
    await database.segments.toCollection().modify({ terms: 0 })
    const renewal = await full(() => library.renewOnce(database))
    const renewed = await library.renewOnce(database)
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const found = (await library.ask(searcher, 'body ')).total
    return { merge, merged, renewal, renewed, files: (await library.segmentFiles(database)).size, found }
  })
  expect(result).toEqual({
    merge: ['QuotaExceededError', 6],
    merged: true,
    renewal: ['QuotaExceededError', 1],
    renewed: true,
    files: 1,
    found: 6,
  })
})

test('an article whose body cannot be read is found by its head, and keeps no other from being found', async ({
  harness,
}) => {
  const found = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('unreadable-body')
    for (const identity of ['a', 'b'])
      await library.storeOnly(database, {
        articles: [library.newArticle({ identity, feedId: library.SAVED_PAGES, html: 'body '.repeat(400) })],
      })
    await database.bodyPages
      .where('id')
      .equals(1)
      .modify({ bytes: new Uint8Array(9), compression: 'deflate-raw' })
    while (await library.indexOnce(database));
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const ask = async (query: string) => (await library.ask(searcher, query)).hits.map(hit => hit.id)
    return { body: await ask('body '), title: (await ask('title ')).sort() }
  })
  expect(found).toEqual({ body: [2], title: [1, 2] })
})

test('of what is to be merged only the damaged one is given up, whatever byte of it was changed', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('one-byte')
    for (let batch = 0; batch < 5; batch++)
      await library.store(database, [
        library.newArticle({ identity: `${batch}`, feedId: library.SAVED_PAGES }),
      ])
    const [, row] = await database.segments.toArray()
    if (!row) throw new Error('there is no segment')
    const bytes = new Uint8Array(library.byteCountOf(row.header))
    const reader = await library.openSegmentFile(database, row.id)
    reader.read(bytes, 0)
    reader.close()
    bytes[0] = (bytes[0] ?? 0) + 1
    await library.writeSegmentFile(database, row.id, bytes)
    const failed = await library.mergeOnce(database).catch((error: unknown) => (error as Error).name)
    const lost = (await database.segments.toArray()).filter(({ isLost }) => isLost).map(({ id }) => id)
    while (await library.renewOnce(database));
    while (await library.mergeOnce(database));
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const found = (await library.ask(searcher, 'body ')).total
    return { failed, lost, damaged: [row.id], found, left: await database.segments.count() }
  })
  expect(result).toMatchObject({ failed: 'IndexFormatError', lost: result.damaged, found: 5, left: 1 })
})
