import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

const FEED = { url: 'https://example.org/feed', title: 'The Courier', siteUrl: null, folderId: 0 }

test('a batch stores article, body, quotes, index, feed state and counters together', async ({ harness }) => {
  const result = await harness.page.evaluate(async FEED => {
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
    const searcher = library.createSearcher(library.pageStore(database), {})
    return {
      id,
      html,
      full: await library.fullArticle(database, id),
      counts: (await library.countsByFeed(database)).get(feedId),
      fetch: (await library.fetchStates(database)).get(feedId),
      speaker: await library.quotesBySpeaker(database, 'ann lee'),
      found: (await searcher.search('harbour', { limit: 5 })).hits.map(hit => hit.id),
    }
  }, FEED)
  expect(result.full?.article).toMatchObject({ title: 'Title of id:1', dateline: 1000, quotes: 1, words: 15 })
  expect(result.full?.article.lead).toMatch(/^The harbour opens/)
  expect(result.full?.status).toMatchObject({ unread: 1, order: -1000 })
  expect(result.full?.html).toBe(result.html)
  expect(result.counts).toEqual({ articles: 1, unread: 1, starred: 0, saved: 0, quotes: 1 })
  expect(result.fetch).toMatchObject({ etag: '"v1"', contentHash: 'hash of "v1"', added: 1, problem: null })
  expect(result.speaker.map(row => row.articleId)).toEqual([result.id])
  expect(result.found).toEqual([result.id])
})

test('an entry is stored once, also within a batch and after its article was dated anew', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async FEED => {
    const database = await library.openLibrary('once')
    const feedId = await library.follow(database, FEED)
    const entry = (identity: string, dateline: number) => library.newArticle({ feedId, identity, dateline })
    const first = await library.store(database, [entry('id:a', 1), entry('id:a', 2), entry('id:b', 3)])
    const second = await library.store(database, [entry('id:b', 99), entry('id:c', 4)])
    return {
      fates: [...first.fates, ...second.fates],
      articles: await database.articles.count(),
      counts: (await library.countsByFeed(database)).get(feedId)?.articles,
      unknown: [...(await library.unknownEntries(database, feedId, ['id:a', 'id:z']))],
    }
  }, FEED)
  expect(result.fates.map(fate => fate.kind)).toEqual(['added', 'known', 'added', 'known', 'added'])
  expect(result.articles).toBe(3)
  expect(result.counts).toBe(3)
  expect(result.unknown).toEqual(['id:z'])
})

test('articles of a feed that was removed meanwhile are dropped', async ({ harness }) => {
  const fates = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('dropped')
    return (await library.store(database, [library.newArticle({ feedId: 77, identity: 'id:1' })])).fates
  })
  expect(fates).toEqual([{ kind: 'dropped' }])
})

test('dates in the future become now, and missing ones the time first seen', async ({ harness }) => {
  const { now, datelines } = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('dates')
    const now = Date.now()
    const articles = [now + 1e12, null].map((dateline, index) =>
      library.newArticle({ feedId: library.SAVED_PAGES, identity: `id:${index}`, dateline }),
    )
    await library.storeBatch(database, { articles, outcomes: [], activity: [] }, now)
    return { now, datelines: (await database.articles.toArray()).map(article => article.dateline) }
  })
  expect(datelines).toEqual([now, now])
})

test('lists page by key without a gap or a repetition among equal datelines', async ({ harness }) => {
  const { pages, all } = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('paging')
    const articles = Array.from({ length: 57 }, (_, index) =>
      library.newArticle({
        feedId: library.SAVED_PAGES,
        identity: `id:${index}`,
        dateline: 1000 + (index % 3),
      }),
    )
    await library.store(database, articles)
    const read = (await database.statuses.toArray()).filter((_, index) => index % 2).map(row => row.id)
    await library.decide(database, read, { kind: 'read', value: true })
    const pages = []
    for (let after = null; ;) {
      const page = await library.listPage(database, { kind: 'all' }, after, 10)
      pages.push(...page)
      if (page.length < 10) break
      after = page.at(-1) ?? null
    }
    return { pages, all: await database.statuses.toArray() }
  })
  const expected = [...all].sort((a, b) => a.order - b.order || a.id - b.id)
  expect(pages.map(row => row.id)).toEqual(expected.map(row => row.id))
})

test('decisions change lists and counters together, and once only', async ({ harness }) => {
  const result = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('decisions')
    const feedId = library.SAVED_PAGES
    await library.store(
      database,
      ['a', 'b', 'c'].map(identity => library.newArticle({ feedId, identity })),
    )
    const ids = (await database.statuses.toArray()).map(row => row.id)
    const first = ids.slice(0, 1)
    await library.decide(database, ids.slice(0, 2), { kind: 'read', value: true })
    await library.decide(database, ids.slice(0, 2), { kind: 'read', value: true })
    await library.decide(database, first, { kind: 'starred', value: true })
    await library.decide(database, first, { kind: 'saved', value: true })
    const during = (await library.countsByFeed(database)).get(feedId)
    const starred = await library.listPage(database, { kind: 'starred' }, null, 10)
    await library.decide(database, first, { kind: 'starred', value: false })
    const after = (await library.countsByFeed(database)).get(feedId)
    return {
      ids,
      during,
      after,
      starred,
      unread: await library.listPage(database, { kind: 'unread' }, null, 10),
    }
  })
  expect(result.during).toEqual({ articles: 3, unread: 1, starred: 1, saved: 1, quotes: 0 })
  expect(result.after).toEqual({ articles: 3, unread: 1, starred: 0, saved: 1, quotes: 0 })
  expect(result.starred.map(row => row.id)).toEqual(result.ids.slice(0, 1))
  expect(result.unread.map(row => row.id)).toEqual(result.ids.slice(2))
})

test('marking all as read leaves what arrived after the list was seen', async ({ harness }) => {
  const unread = await harness.page.evaluate(async () => {
    const database = await library.openLibrary('mark-all')
    const feedId = library.SAVED_PAGES
    const entries = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        library.newArticle({ feedId, identity: `id:${from + index}`, dateline: from + index }),
      )
    await library.store(database, entries(1, 1200))
    const newest = (await library.listPage(database, { kind: 'all' }, null, 1))[0] ?? null
    await library.store(database, entries(5000, 5003))
    await library.carryOut(database, { kind: 'mark-all-read', scope: { kind: 'all' }, upTo: newest })
    const left = await library.listPage(database, { kind: 'unread' }, null, 10)
    return { left: left.length, count: (await library.countsByFeed(database)).get(feedId)?.unread }
  })
  expect(unread).toEqual({ left: 3, count: 3 })
})

test('ending a subscription keeps what was starred or saved from it, under the name of its source', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async FEED => {
    const database = await library.openLibrary('removal')
    const feedId = await library.follow(database, FEED)
    await library.store(
      database,
      ['a', 'b', 'c'].map(identity => library.newArticle({ feedId, identity })),
    )
    const [a = 0, b = 0] = (await database.statuses.toArray()).map(row => row.id)
    await library.decide(database, [a], { kind: 'starred', value: true })
    await library.decide(database, [b], { kind: 'saved', value: true })
    await library.carryOut(database, { kind: 'remove-feed', feedId })
    return {
      kept: (await database.articles.toArray()).map(({ id, source }) => ({ id, source })),
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
  const ids = await harness.page.evaluate(async FEED => {
    const database = await library.openLibrary('numbers')
    const feedId = await library.follow(database, FEED)
    await library.store(database, [library.newArticle({ feedId, identity: 'a' })])
    await library.carryOut(database, { kind: 'remove-feed', feedId })
    await library.store(database, [library.newArticle({ feedId: library.SAVED_PAGES, identity: 'b' })])
    return database.articles.toCollection().primaryKeys()
  }, FEED)
  expect(ids).toEqual([2])
})

test('the list of a folder covers the folders inside it, and follows a feed that moves', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async FEED => {
    const database = await library.openLibrary('folders')
    const world = await library.ensureFolder(database, 'World')
    const asia = await library.ensureFolder(database, 'Asia', world)
    const feedId = await library.follow(database, { ...FEED, folderId: asia })
    await library.store(database, [library.newArticle({ feedId, identity: 'a' })])
    const within = async (folderId: number) => {
      const folderIds = library.foldersWithin(await library.allFolders(database), folderId)
      return (await library.listPage(database, { kind: 'folder', folderIds }, null, 10)).length
    }
    const before = [await within(world), await within(asia)]
    await library.carryOut(database, { kind: 'move-feed', feedId, folderId: world })
    const moved = [await within(world), await within(asia)]
    await library.carryOut(database, { kind: 'remove-folder', folderId: world })
    const feed = await database.feeds.get(feedId)
    const inner = await database.folders.get(asia)
    return { before, moved, folder: feed?.folderId, parent: inner?.parentId }
  }, FEED)
  expect(result).toEqual({ before: [1, 1], moved: [1, 0], folder: 0, parent: 0 })
})

test('a title that the person gave stays, and a feed without one is named by itself', async ({ harness }) => {
  const titles = await harness.page.evaluate(async FEED => {
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
