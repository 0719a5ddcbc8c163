import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

test('a library of a newer program is refused and left as it is', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const newer = new library.Dexie('newer')
    newer.version(library.SCHEMA_VERSION + 1).stores({ heads: 'first', future: 'id' })
    await newer.table('future').put({ id: 1 })
    newer.close()
    const refused = await library.openLibrary('newer').then(
      () => 'opened',
      (error: unknown) => library.libraryProblemOf(error),
    )
    await newer.open()
    return { refused, kept: await newer.table('future').count() }
  })
  expect(result).toEqual({ refused: 'newer-program', kept: 1 })
})

test('every version of the schema opens what the one before it wrote', async ({ harness }) => {
  const kept = await harness.worker.evaluate(async () => {
    const counts: string[] = []
    for (let version = 1; version <= library.SCHEMA_VERSION; version++) {
      const name = `from-${version}`
      const old = new library.Dexie(name)
      library.declareVersions(old, version)
      await old.table('settings').put({ key: 'theme', value: 'dark' })
      // Of articles that are gone, and of one that waits.
      await old
        .table('segments')
        .put({ id: 3, header: { version: 3, documentCount: 9, firstId: 1, lastId: 9 } })
      if (version >= 8) await old.table('unindexed').put({ batch: 4, articles: [10] })
      old.close()
      const database = await library.openLibrary(name)
      while (await library.renewOnce(database));
      while (await library.indexOnce(database));
      if ((await database.segments.count()) + (await database.unindexed.count()) > 0) continue
      counts.push((await library.readSettings(database)).theme)
      database.close()
    }
    return counts
  })
  expect(kept).toEqual(Array.from({ length: 10 }, () => 'dark'))
})

test('the articles of a first edition are all there, with their statuses and quotes', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const name = 'first-edition'
    const old = new library.Dexie(name)
    library.declareVersions(old, 1)
    const ids = Array.from({ length: 1100 }, (_, index) => index * 2 + 1)
    await old.table('feeds').put({ id: 4, url: 'https://example.org/', title: 'The Courier', siteUrl: null, folderId: 0, addedAt: 1 }) // prettier-ignore
    await old.table('articles').bulkPut(
      ids.map(id => ({ id, feedId: 4, title: `Title ${id}`, dateline: id * 10, firstSeen: 1, lead: '', quotes: id === 3 ? 1 : 0, body: { page: 1, offset: 0, length: 0 } })), // prettier-ignore
    )
    await old.table('statuses').bulkPut(
      ids.map(id => ({ id, feedId: 4, folderId: 0, order: -id * 10, unread: id % 4 === 1 ? 1 : 0, ...(id === 5 ? { starred: 1 } : {}), ...(id === 7 ? { saved: 1 } : {}) })), // prettier-ignore
    )
    await old.table('quotes').put({ articleId: 3, feedId: 4, order: -30, speakers: ['ann lee'], quotations: [{ start: 0, end: 4, speaker: 'Ann Lee' }] }) // prettier-ignore
    await old
      .table('known')
      .put({ feedId: 4, identities: Float64Array.of(9), articleIds: Float64Array.of(3) })
    await old.table('fetches').put({ feedId: 4, fetchedAt: 5, problem: null, etag: 'x', lastModified: null, contentHash: null, added: 1 }) // prettier-ignore
    old.close()
    const database = await library.openLibrary(name)
    const articles = await library.allArticles(database)
    return {
      titles: articles.every(article => article.title === `Title ${article.id}`) && articles.length,
      newest: (await library.listIds(database, { kind: 'all' }))[0],
      counts: (await library.countsByFeed(database)).get(4),
      starred: [...(await library.listIds(database, { kind: 'starred' }))],
      saved: [...(await library.listIds(database, { kind: 'saved' }))],
      quotes: (await library.quotesBySpeaker(database, 'ann lee')).map(row => row.articleId),
      known: [...(await library.knownOfFeed(database, 4)).values()],
      due: (await library.fetchStates(database)).get(4)?.nextAt,
      tables: database.tables.map(table => table.name).includes('statuses'),
    }
  })
  expect(result).toMatchObject({
    titles: 1100,
    newest: 2199,
    counts: { articles: 1100, unread: 550, starred: 1, saved: 1, quotes: 1 },
    starred: [5],
    saved: [7],
    quotes: [3],
    known: [{ articleId: 3, mark: { content: 0, published: null } }],
    due: 0,
    tables: false,
  })
})

test('quotes that an earlier program stored are read, and stay when others come on their page', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const name = 'quotes-as-objects'
    const old = new library.Dexie(name)
    library.declareVersions(old, 8)
    await old.table('quotePages').put({ first: 0, articles: [{ articleId: 1, quotations: [{ start: 3, end: 9, speaker: 'Ann Lee' }] }] }) // prettier-ignore
    await old.table('heads').put({ first: 0, ids: [1], heads: [JSON.stringify({ id: 1, title: 'One', quotes: 1, body: { page: 1, offset: 0, length: 0 } })] }) // prettier-ignore
    await old.table('speakers').put({ first: 0, names: 'ann lee' })
    await old.table('sequence').put({ id: 0, article: 2, bodyPage: 2, segment: 2 })
    const one = (at: number) => Array.from({ length: 1024 }, (_, slot) => (slot === at ? 1 : 0))
    await old.table('ledger').put({ chunk: 0, feedIds: new Uint32Array(1024), datelines: new Float64Array(1024), flags: Uint8Array.from(one(1)), quotes: Uint8Array.from(one(1)) }) // prettier-ignore
    old.close()
    const database = await library.openLibrary(name)
    const read = async () => (await library.quotesBySpeaker(database, 'ann lee')).map(row => row.quotations)
    const before = await read()
    const quotation = { start: 0, end: 4, speaker: 'Eva “E” 李' } as import('../../renderer/quotes').Quotation
    await library.storeOnly(database, {
      articles: [
        library.newArticle({ feedId: library.SAVED_PAGES, identity: 'new', quotations: [quotation] }),
      ],
    })
    const [added] = await library.quotesOf(database, [2])
    return {
      before,
      after: await read(),
      added: added?.quotations,
      speakers: await library.allSpeakers(database),
    }
  })
  const stored = [{ start: 3, end: 9, speaker: 'Ann Lee' }]
  expect(result.before).toEqual([stored])
  expect(result.after).toContainEqual(stored)
  expect(result.added).toEqual([{ start: 0, end: 4, speaker: 'Eva “E” 李' }])
  expect(result.speakers).toEqual(['ann lee', 'eva “e” 李'])
})

test('the pages of a second edition are the same articles and quotes on pages of another size', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const name = 'second-edition'
    const old = new library.Dexie(name)
    library.declareVersions(old, 2)
    // Batches of all sizes, so that pages began anywhere.
    const sizes = Array.from({ length: 150 }, (_, index) => 1 + ((index * 7) % 32))
    const speakerOf = (id: number): string => `Speaker ${id % 10}`
    let next = 1
    for (const size of sizes) {
      const ids = Array.from({ length: size }, (_, index) => next + index)
      const quoted = ids.filter(id => id % 3 === 0)
      await old.table('heads').put({ first: next, articles: ids.map(id => ({ id, feedId: 4, title: `Title ${id}`, quotes: id % 3 === 0 ? 1 : 0, dateline: id })) }) // prettier-ignore
      if (quoted.length)
        await old.table('quotePages').put({ first: next, articles: quoted.map(articleId => ({ articleId, quotations: [{ start: articleId, speaker: speakerOf(articleId) }] })) }) // prettier-ignore
      if (quoted.length)
        await old.table('speakers').put({ first: next, names: quoted.map(id => speakerOf(id).toLowerCase()).join('\n') }) // prettier-ignore
      next += size
    }
    await old.table('settings').put({ key: 'sequence', value: { article: next, bodyPage: 9, segment: 8 } })
    for (let chunk = 0; chunk * 1024 < next; chunk++)
      await old.table('ledger').put({
        chunk,
        feedIds: new Uint32Array(1024).fill(4),
        datelines: Float64Array.from({ length: 1024 }, (_, slot) => chunk * 1024 + slot),
        flags: Uint8Array.from({ length: 1024 }, (_, slot) => {
          const id = chunk * 1024 + slot
          return id > 0 && id < next ? 1 : 0
        }),
        quotes: new Uint8Array(1024),
      })
    old.close()
    const database = await library.openLibrary(name)
    const articles = await library.allArticles(database)
    const quotes = await library.quotesOf(
      database,
      articles.map(article => article.id),
    )
    const speaking = await library.quotesBySpeaker(database, 'speaker 3')
    await library.store(database, [library.newArticle({ feedId: library.SAVED_PAGES, identity: 'new' })])
    return {
      articles: articles.map(article => [article.id, article.title]),
      quotes: quotes.map(({ articleId, quotations }) => [articleId, quotations[0]?.start]),
      expected: Array.from({ length: next - 1 }, (_, index) => index + 1),
      speaking: Array.from({ length: next - 1 }, (_, index) => index + 1)
        .filter(id => id % 30 === 3)
        .every(id => speaking.some(({ articleId }) => articleId === id)),
      speakers: (await library.allSpeakers(database)).length,
      newest: Math.max(...(await library.listIds(database, { kind: 'all' }))) === next,
    }
  })
  expect(result.articles).toEqual(result.expected.map(id => [id, `Title ${id}`]))
  expect(result.quotes).toEqual(result.expected.filter(id => id % 3 === 0).map(id => [id, id]))
  expect(result).toMatchObject({ speaking: true, speakers: 10, newest: true })
})

test('the index of an edition that had it in the database is made again, a part at a time', async ({
  harness,
}) => {
  const result = await harness.worker.evaluate(async () => {
    const name = 'ninth-edition'
    const source = await library.openLibrary('ninth-edition-source')
    const articles = Array.from({ length: 5000 }, (_, at) =>
      library.newArticle({ feedId: library.SAVED_PAGES, identity: `${at}`, dateline: 1000 + at }),
    )
    await library.storeOnly(source, { articles })
    // The same articles as the ninth edition had them: the index in the database, merged and not.
    const old = new library.Dexie(name)
    library.declareVersions(old, 9)
    const names = new Set(source.tables.map(table => table.name))
    for (const table of old.tables)
      if (names.has(table.name)) await table.bulkPut(await source.table(table.name).toArray())
    const header = { version: 3, documentCount: 2500, byteCount: 9 }
    await old.table('segments').bulkPut([
      { id: -3, header: { ...header, firstId: 1, lastId: 2500 }, newest: 7, terms: 2 },
      { id: 9, header: { ...header, firstId: 2501, lastId: 5000 }, terms: 2 },
    ])
    await old.table('indexPages').put({ segmentId: 9, number: 0, bytes: new Uint8Array(9) })
    await old.table('sequence').put({ id: 1, article: 0, bodyPage: 0, segment: -3 })
    await old.table('unindexed').clear()
    old.close()

    const database = await library.openLibrary(name)
    await library.sweepIndex(database)
    const searcher = library.createSearcher(library.segmentStore(database), {})
    const found = async () => {
      await searcher.refresh()
      return (await library.ask(searcher, 'body ', 9)).total
    }
    const states = [[await found(), await library.indexRenewal(database)]]
    while (await library.renewOnce(database))
      states.push([await found(), await library.indexRenewal(database)])
    while (await library.mergeOnce(database));
    return {
      states,
      merged: await found(),
      tables: database.tables.map(table => table.name).includes('indexPages'),
      isNumberedOn: ((await database.sequence.get(1))?.segment ?? 0) < -3,
    }
  })
  expect(result).toEqual({
    states: [
      [0, { articles: 5000, renewed: 0 }],
      // The newest ones come first.
      [905, { articles: 5000, renewed: 905 }],
      [5000, { articles: 5000, renewed: 5000 }],
    ],
    merged: 5000,
    tables: false,
    isNumberedOn: true,
  })
})
