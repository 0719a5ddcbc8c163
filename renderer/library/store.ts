import { atomically } from './atomically'
import { fold } from '../text'
import type { Quotation } from '../quotes'
import { buildSegment, type Segment } from '../search'
import { packBodies } from './bodies'
import { addCounts, changeCounters, NO_COUNTS, type Counts } from './counters'
import { hashIdentity, withEntries } from './known'
import {
  NO_FOLDER,
  SAVED_PAGES,
  type ActivityRow,
  type ArticleRow,
  type Database,
  type FetchRow,
  type KnownRow,
  type QuotesRow,
  type StatusRow,
} from './schema'

/** An article on its way into the library. */
export interface NewArticle {
  readonly feedId: number
  /** What makes it this entry of its feed and no other; never a date (ARCHITECTURE.md, "Identity"). */
  readonly identity: string
  readonly title: string
  readonly dateline: number | null
  readonly datelineText: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly language: string | null
  readonly link: string | null
  /** Canonical HTML. */
  readonly html: string
  /** The text of that HTML, which quotations and the index refer to. */
  readonly text: string
  readonly quotations: readonly Quotation[]
  /** Whether the person added it by hand. */
  readonly saved: boolean
}

/** How a fetch ended, and what the feed says of itself when it was read. */
export interface FetchOutcome {
  readonly feedId: number
  readonly fetch: Omit<FetchRow, 'feedId' | 'added'>
  readonly feed: { readonly title: string; readonly siteUrl: string | null } | null
}

/** Everything that one transaction stores. */
export interface Batch {
  readonly articles: readonly NewArticle[]
  readonly outcomes: readonly FetchOutcome[]
  readonly activity: readonly Omit<ActivityRow, 'id'>[]
}

/** What became of an article: stored, known before, or of a feed that is no longer there. */
export type Fate =
  { readonly kind: 'added' | 'known'; readonly articleId: number } | { readonly kind: 'dropped' }

/** What a batch added. */
export interface StoredBatch {
  /** What became of each article, in the order given. */
  readonly fates: readonly Fate[]
  /** How long the transaction held the stores, in milliseconds. */
  readonly heldMilliseconds: number
}

/** The next free numbers. They only grow, so that the number of a deleted article never means another one. */
interface Sequence {
  readonly article: number
  readonly bodyPage: number
  readonly segment: number
}

const SEQUENCE = 'sequence'
const FIRST: Sequence = { article: 1, bodyPage: 1, segment: 1 }
const LEAD_CHARACTERS = 240

/**
 * Stores a batch in one short transaction: articles, bodies, quotes, index segment, feed states and counters, all or
 * nothing. Everything is computed before the transaction, because IndexedDB locks whole stores while it lasts.
 *
 * Call it from one place at a time: the ingest page is the only writer of articles.
 *
 * @param now milliseconds since 1970
 * @throws LibraryError's causes: what Dexie throws when the disk is full or the store is damaged; nothing is stored then
 */
export async function storeBatch(database: Database, batch: Batch, now: number): Promise<StoredBatch> {
  const prepared = await prepare(database, batch, now)
  const tables = [
    database.articles, database.statuses, database.bodyPages, database.quotes, database.known, database.fetches,
    database.feeds, database.counters, database.segments, database.indexPages, database.settings, database.activity,
  ] // prettier-ignore
  const began = performance.now()
  await atomically(database, tables, async () => {
    await Promise.all([
      database.articles.bulkAdd([...prepared.articles]),
      database.statuses.bulkAdd([...prepared.statuses]),
      database.bodyPages.bulkAdd([...prepared.bodyPages]),
      database.quotes.bulkAdd([...prepared.quotes]),
      database.known.bulkPut([...prepared.known]),
      changeCounters(database, prepared.counts),
      storeSegment(database, prepared),
      storeOutcomes(database, batch.outcomes, prepared.added),
      database.activity.bulkAdd([...batch.activity]),
      database.settings.put({ key: SEQUENCE, value: prepared.sequence }),
    ])
  })
  return { fates: prepared.fates, heldMilliseconds: performance.now() - began }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

async function prepare(database: Database, batch: Batch, now: number) {
  const sequence = ((await database.settings.get(SEQUENCE))?.value as Sequence | undefined) ?? FIRST
  const feeds = await database.feeds.bulkGet([...new Set(batch.articles.map(article => article.feedId))])
  const folders = new Map(feeds.flatMap(feed => (feed ? [[feed.id, feed.folderId]] : [])))
  folders.set(SAVED_PAGES, NO_FOLDER)
  const { fresh, fates, known } = await selectNew(database, batch.articles, folders, sequence.article)
  const { pages, places } = packBodies(fresh.map(article => article.html), sequence.bodyPage) // prettier-ignore
  const rows = fresh.map((article, index) =>
    rowsOf(article, {
      id: sequence.article + index,
      place: places[index] ?? { page: 0, offset: 0, length: 0 },
      folderId: folders.get(article.feedId) ?? NO_FOLDER,
      now,
    }),
  )
  const counts = new Map<number, Counts>()
  for (const row of rows) {
    const { feedId } = row.article
    counts.set(feedId, addCounts(counts.get(feedId) ?? NO_COUNTS, countsOf(row)))
  }
  return {
    articles: rows.map(row => row.article),
    statuses: rows.map(row => row.status),
    quotes: rows.flatMap(row => (row.quotes ? [row.quotes] : [])),
    bodyPages: pages,
    known,
    counts,
    added: new Map([...counts].map(([feedId, count]) => [feedId, count.articles])),
    fates,
    segmentId: sequence.segment,
    segment: segmentOf(fresh, sequence.article),
    sequence: {
      article: sequence.article + fresh.length,
      bodyPage: sequence.bodyPage + pages.length,
      segment: sequence.segment + 1,
    } satisfies Sequence,
  }
}

/** Leaves out what the library or the batch itself has already, and articles of feeds that are gone. */
async function selectNew(
  database: Database,
  articles: readonly NewArticle[],
  feeds: ReadonlyMap<number, number>,
  firstId: number,
) {
  const rows = new Map((await database.known.bulkGet([...feeds.keys()])).map(row => [row?.feedId, row]))
  const idsOf = new Map(
    [...feeds.keys()].map(feedId => {
      const row = rows.get(feedId)
      return [
        feedId,
        new Map(Array.from(row?.identities ?? [], (hash, at) => [hash, row?.articleIds[at] ?? 0])),
      ]
    }),
  )
  const fresh: NewArticle[] = []
  const fates = articles.map((article): Fate => {
    const ids = idsOf.get(article.feedId)
    if (!ids) return { kind: 'dropped' }
    const hash = hashIdentity(article.identity)
    const before = ids.get(hash)
    if (before !== undefined) return { kind: 'known', articleId: before }
    const articleId = firstId + fresh.length
    ids.set(hash, articleId)
    fresh.push(article)
    return { kind: 'added', articleId }
  })
  return { fresh, fates, known: knownRows(fresh, firstId, rows) }
}

/** What each feed knows after the batch. */
function knownRows(
  fresh: readonly NewArticle[],
  firstId: number,
  rows: ReadonlyMap<number | undefined, KnownRow | undefined>,
): readonly KnownRow[] {
  return [...new Set(fresh.map(article => article.feedId))].map(feedId => {
    const entries = fresh.flatMap((article, at) =>
      article.feedId === feedId ? [{ identity: article.identity, articleId: firstId + at }] : [],
    )
    return withEntries(rows.get(feedId), feedId, entries)
  })
}

interface Rows {
  readonly article: ArticleRow
  readonly status: StatusRow
  readonly quotes: QuotesRow | null
}

function rowsOf(
  article: NewArticle,
  at: {
    readonly id: number
    readonly place: ArticleRow['body']
    readonly folderId: number
    readonly now: number
  },
): Rows {
  const { id, place, folderId, now } = at
  // Dates in feeds lie: a missing one is the time first seen, one in the future is now.
  const dateline = Math.min(article.dateline ?? now, now)
  const { feedId, title, datelineText, byline, source, language, link } = article
  return {
    article: {
      id, feedId, title, dateline, datelineText, byline, source, language, link,
      firstSeen: now,
      lead: leadOf(article.text),
      words: countWords(article.text),
      quotes: article.quotations.length,
      pictures: countPictures(article.html),
      body: place,
    },
    status: { id, feedId, folderId, order: -dateline, unread: 1, ...(article.saved ? { saved: 1 as const } : {}) },
    quotes: article.quotations.length
      ? { articleId: id, feedId, order: -dateline, speakers: speakersOf(article.quotations), quotations: article.quotations }
      : null,
  } // prettier-ignore
}

const countsOf = ({ article, status }: Rows): Counts => ({
  articles: 1,
  unread: status.unread,
  starred: 0,
  saved: status.saved ?? 0,
  quotes: article.quotes,
})

function leadOf(text: string): string {
  const flat = text
    .slice(0, LEAD_CHARACTERS * 2)
    .replace(/\s+/g, ' ')
    .trim()
  if (flat.length <= LEAD_CHARACTERS) return flat
  const cut = flat.lastIndexOf(' ', LEAD_CHARACTERS)
  return `${flat.slice(0, cut > LEAD_CHARACTERS / 2 ? cut : LEAD_CHARACTERS)}…`
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

const countPictures = (html: string): number => html.split('<img ').length - 1

function speakersOf(quotations: readonly Quotation[]): readonly string[] {
  const names = quotations.flatMap(quotation => quotation.resolvedSpeaker ?? quotation.speaker ?? [])
  return [...new Set(names.map(fold))]
}

function segmentOf(articles: readonly NewArticle[], firstId: number): Segment | null {
  if (!articles.length) return null
  return buildSegment(articles.map(({ title, text }, index) => ({ id: firstId + index, title, text })))
}

async function storeSegment(database: Database, { segment, segmentId }: Prepared): Promise<void> {
  if (!segment) return
  await database.segments.add({ id: segmentId, header: segment.header })
  await database.indexPages.bulkAdd(segment.pages.map((bytes, number) => ({ segmentId, number, bytes })))
}

async function storeOutcomes(
  database: Database,
  outcomes: readonly FetchOutcome[],
  added: ReadonlyMap<number, number>,
): Promise<void> {
  const feeds = await database.feeds.bulkGet(outcomes.map(outcome => outcome.feedId))
  // A feed that was removed while it was being fetched leaves nothing behind.
  const kept = outcomes.filter((_, index) => feeds[index])
  await database.fetches.bulkPut(
    kept.map(({ feedId, fetch }) => ({ feedId, ...fetch, added: added.get(feedId) ?? 0 })),
  )
  // What the feed says of itself fills gaps; a title that is there may be the person's own. A feed that came
  // without one goes by its address until then.
  const named = outcomes.flatMap(({ feed }, index) => {
    const row = feeds[index]
    if (!row || !feed) return []
    const title = row.title === row.url ? feed.title || row.title : row.title
    const siteUrl = row.siteUrl ?? feed.siteUrl
    return title === row.title && siteUrl === row.siteUrl ? [] : [{ ...row, title, siteUrl }]
  })
  await database.feeds.bulkPut(named)
}
