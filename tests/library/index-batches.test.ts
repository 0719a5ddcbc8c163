import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')
/** Only workers have it. */
declare const FileSystemSyncAccessHandle: { readonly prototype: FileSystemSyncAccessHandle }

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

test('batches that wait become one segment, from what is at hand as from the store', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const saved = (identity: string, body: string) =>
      library.newArticle({ identity, feedId: library.SAVED_PAGES, html: `<p>${body}</p>`, text: body })
    const fill = async (name: string, isHeld: boolean) => {
      const database = await library.openLibrary(name)
      const held: import('../../renderer/library').HeldBatches = new Map()
      const put = async (batch: Partial<import('../../renderer/library').Batch>) => {
        const stored = await library.storeOnly(database, batch)
        if (isHeld && stored.toIndex) held.set(stored.toIndex.batch, stored.toIndex.documents)
        return stored.fates.flatMap(fate => (fate.kind === 'dropped' ? [] : [fate.articleId]))
      }
      const [first = 0] = await put({ articles: [saved('a', 'harbour lamp')] })
      await put({ articles: [saved('b', 'harbour tide')] })
      await put({ edits: [{ articleId: first, article: saved('a', 'harbour keel') }] })
      const before = [await database.unindexed.count(), await database.segments.count()]
      const turns = []
      for (let more = true; more; turns.push(more)) more = await library.indexOnce(database, held)
      const searcher = library.createSearcher(library.segmentStore(database), {})
      const totals = []
      for (const query of ['harbour ', 'tide ', 'keel ', 'lamp '])
        totals.push((await library.ask(searcher, query)).total)
      const [segment] = await database.segments.toArray()
      return {
        before,
        turns,
        totals,
        after: [await database.unindexed.count(), await database.segments.count(), held.size],
        bytes: segment && library.byteCountOf(segment.header),
        id: segment?.id,
      }
    }
    return [await fill('held', true), await fill('read', false)]
  })
  expect(result[0]).toMatchObject({
    before: [3, 0],
    turns: [true, false],
    totals: [2, 1, 1, 0],
    after: [0, 1, 0],
    id: 3,
  })
  expect(result[1]).toEqual(result[0])
})

test('segments that were built one after the other are written as one, and nothing is lost when they are not', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('parts')
    const add = async (identity: string, body: string) => {
      const article = library.newArticle({ identity, feedId: library.SAVED_PAGES, html: `<p>${body}</p>`, text: body }) // prettier-ignore
      const { fates } = await library.storeOnly(database, { articles: [article] })
      return fates.flatMap(fate => (fate.kind === 'dropped' ? [] : [fate.articleId]))[0] ?? 0
    }
    const totals = async () => {
      const searcher = library.createSearcher(library.segmentStore(database), {})
      const found = []
      for (const query of ['harbour ', 'tide ', 'keel ', 'lamp '])
        found.push((await library.ask(searcher, query)).total)
      return found
    }
    const indexing = library.createIndexing(database)
    const first = await add('a', 'harbour lamp')
    await indexing.build()
    await add('b', 'harbour tide')
    await indexing.build()
    const article = library.newArticle({ identity: 'a', feedId: library.SAVED_PAGES, html: '<p>harbour keel</p>', text: 'harbour keel' }) // prettier-ignore
    await library.storeOnly(database, { edits: [{ articleId: first, article }] })
    await indexing.build()
    const built = [await database.segments.count(), await database.unindexed.count()]
    // Another start finds all that was built and not written.
    const again = library.createIndexing(database)
    const rebuilt = [await again.build(), await again.build()]
    const written = [await indexing.write(), await indexing.write()]
    return { built, rebuilt, written, left: await database.unindexed.count(), totals: await totals(), segments: (await database.segments.toArray()).map(({ id, header }) => [id, header.documentCount]) } // prettier-ignore
  })
  expect(result).toEqual({
    built: [0, 3],
    rebuilt: [true, false],
    written: [true, false],
    left: 0,
    totals: [2, 1, 1, 0],
    segments: [[3, 2]],
  })
})

test('what waits is written when it is due or enough, and what cannot be written is built again', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('due')
    const add = (identity: string) =>
      library.storeOnly(database, {
        articles: [library.newArticle({ identity, feedId: library.SAVED_PAGES })],
      })
    const state = async () => [await database.segments.count(), await database.unindexed.count()]
    const states: Record<string, number[]> = {}
    const indexing = library.createIndexing(database)
    for (const name of ['a', 'b', 'c']) {
      await add(name)
      await indexing.catchUp(false)
    }
    states['not due'] = await state()
    await add('d')
    await indexing.catchUp(false)
    states['four segments'] = await state()
    await add('e')
    await indexing.catchUp(true)
    states['due'] = await state()
    await indexing.catchUp(true)
    states['nothing'] = await state()

    await add('f')
    // What the browser does of the two differs with how full the disk is.
    const { write } = FileSystemSyncAccessHandle.prototype
    FileSystemSyncAccessHandle.prototype.write = () => 5
    const failed = await indexing.catchUp(true).then(
      () => null,
      (error: unknown) => (error as DOMException).name,
    )
    states['full disk'] = await state()
    const left = (await library.segmentFiles(database)).size
    FileSystemSyncAccessHandle.prototype.write = write
    await add('g')
    await indexing.catchUp(true)
    states['room again'] = await state()
    const searcher = library.createSearcher(library.segmentStore(database), {})
    return { states, failed, left, found: (await library.ask(searcher, 'body ')).total }
  })
  expect(result).toEqual({
    states: {
      'not due': [0, 3],
      'four segments': [1, 0],
      due: [2, 0],
      nothing: [2, 0],
      'full disk': [2, 1],
      'room again': [3, 0],
    },
    failed: 'QuotaExceededError',
    left: 2,
    found: 7,
  })
})

test('an article that another page edited is indexed as it is now, heard of or not', async ({ harness }) => {
  const { page, worker } = harness
  await page.evaluate(async () => {
    const database = await library.openLibrary('old-form')
    const html = 'harbour lamp'
    const article = library.newArticle({ identity: 'a', feedId: library.SAVED_PAGES, html, text: html })
    await library.storeOnly(database, { articles: [article] })
  })
  await worker.evaluate(async () => {
    const database = await library.openLibrary('old-form')
    Object.assign(globalThis, { database })
    await library.ledgerOf(database, 'store')
    await library.articlesByIds(database, [1])
    await library.indexOnce(database)
  })
  await page.evaluate(async () => {
    // What it tells is still on its way.
    const unsilence = library.silence()
    const database = await library.openLibrary('old-form')
    const html = 'harbour keel'
    const article = library.newArticle({ identity: 'a', feedId: library.SAVED_PAGES, html, text: html })
    await library.storeOnly(database, { edits: [{ articleId: 1, article }] })
    unsilence()
  })
  const found = await worker.evaluate(async () => {
    const { database } = globalThis as unknown as {
      readonly database: import('../../renderer/library').Database
    }
    await library.indexOnce(database)
    const searcher = library.createSearcher(library.segmentStore(database), {})
    return [(await library.ask(searcher, 'lamp ')).total, (await library.ask(searcher, 'keel ')).total]
  })
  expect(found).toEqual([0, 1])
})

test('what was not indexed when the program ended is indexed at the next start, once', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('ended')
    const articles = ['a', 'b'].map(identity => library.newArticle({ identity, feedId: library.SAVED_PAGES }))
    await library.storeOnly(database, { articles })
    // It ended while the segment was written.
    await library.writeSegmentFile(database, 1, new Uint8Array(9))
    database.close()
    const again = await library.openLibrary('ended')
    await library.sweepIndex(again)
    while (await library.indexOnce(again));
    const searcher = library.createSearcher(library.segmentStore(again), {})
    return {
      found: (await library.ask(searcher, 'body ')).total,
      files: [...(await library.segmentFiles(again)).values()],
      written: (await again.segments.toArray()).map(({ header }) => library.byteCountOf(header)),
      waiting: await again.unindexed.count(),
    }
  })
  expect(result).toEqual({ found: 2, files: result.written, written: [expect.any(Number)], waiting: 0 })
})

test('articles of another page are indexed and merged before it is heard that they were stored', async ({
  harness,
}) => {
  const { page, worker, startWorker } = harness
  const other = await startWorker()
  await worker.evaluate(async () => {
    const database = await library.openLibrary('unheard')
    Object.assign(globalThis, { database })
    await library.ledgerOf(database)
  })
  // What the page and the other worker tell is still on its way.
  const unsilence = await page.evaluateHandle(() => library.silence())
  await other.evaluate(() => void library.silence())
  const add = (identity: string) =>
    page.evaluate(async identity => {
      const database = await library.openLibrary('unheard')
      await library.storeOnly(database, {
        articles: [library.newArticle({ identity, feedId: library.SAVED_PAGES })],
      })
      database.close()
    }, identity)
  const indexElsewhere = () =>
    other.evaluate(async () => {
      const database = await library.openLibrary('unheard')
      while (await library.indexOnce(database));
      database.close()
    })
  const state = () =>
    worker.evaluate(async () => {
      const { database } = globalThis as unknown as {
        readonly database: import('../../renderer/library').Database
      }
      await library.indexOnce(database)
      while (await library.mergeOnce(database));
      const searcher = library.createSearcher(library.segmentStore(database), {})
      return [(await library.ask(searcher, 'body ')).total, await database.segments.count()]
    })
  await add('a')
  const first = await state()
  for (const letter of ['b', 'c']) {
    await add(letter)
    await indexElsewhere()
  }
  await unsilence.evaluate(undo => undo())
  expect([first, await state()]).toEqual([
    [1, 1],
    [3, 1],
  ])
})

test('articles that went before they were indexed are left out', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await library.openLibrary('gone')
    const feedId = await library.follow(database, { url: 'https://a.example/', title: 'A', siteUrl: null, folderId: 0 }) // prettier-ignore
    await library.storeOnly(database, { articles: [library.newArticle({ identity: 'a', feedId })] })
    await library.command(database, { kind: 'remove-feed', feedId })
    const indexed = await library.indexOnce(database)
    return { indexed, waiting: await database.unindexed.count(), segments: await database.segments.count() }
  })
  expect(result).toEqual({ indexed: true, waiting: 0, segments: 0 })
})
