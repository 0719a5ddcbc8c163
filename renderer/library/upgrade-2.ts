import type { Transaction } from 'dexie'
import type { Quotation } from '../quotes'
import { CHUNK, chunkOf, emptyRow, enter, FLAG } from './ledger-rows'
import type { ArticleRow, FetchRow, KnownRow, LedgerRow, QuotePageRow } from './schema'

/** The rows of version 1, as far as they are read. */
interface StatusRow {
  readonly id: number
  readonly feedId: number
  readonly order: number
  readonly unread: 0 | 1
  readonly starred?: 1
  readonly saved?: 1
}
interface QuotesRow {
  readonly articleId: number
  readonly speakers: readonly string[]
  readonly quotations: readonly Quotation[]
}

/** So many articles are packed at a time. */
const SLICE = CHUNK

/** Articles on a page of version 2. */
const HEADS_A_PAGE = 32

/** From a row an article to pages of heads and quotes, and the ledger. */
export async function packArticles(transaction: Transaction): Promise<void> {
  const last = (await transaction.table<ArticleRow>('articles').orderBy('id').last())?.id ?? 0
  for (let chunk = 0; chunk <= chunkOf(last); chunk++) await packChunk(transaction, chunk)
  await transaction.table<FetchRow>('fetches').toCollection().modify(fillFetch)
  await transaction.table<KnownRow>('known').toCollection().modify(fillKnown)
}

async function packChunk(transaction: Transaction, chunk: number): Promise<void> {
  const range = [chunk * SLICE, (chunk + 1) * SLICE] as const
  const [articles, statuses, quotes] = await Promise.all([
    transaction.table<ArticleRow>('articles').where('id').between(...range).toArray(), // prettier-ignore
    transaction.table<StatusRow>('statuses').where('id').between(...range).toArray(), // prettier-ignore
    transaction.table<QuotesRow>('quotes').where('articleId').between(...range).toArray(), // prettier-ignore
  ])
  const statusOf = new Map(statuses.map(status => [status.id, status]))
  const quotesOf = new Map(quotes.map(row => [row.articleId, row]))
  const ledger: LedgerRow = emptyRow(chunk)
  const kept = articles.filter(({ id }) => statusOf.has(id))
  for (const article of kept) enterOld(ledger, article, statusOf.get(article.id))
  const pages = pagesOf(kept.map(article => ({ ...article, updatedAt: null })))
  await transaction.table('ledger').put(ledger)
  await transaction.table('heads').bulkPut(pages.map(({ first, items }) => ({ first, articles: items })))
  const quotePages = pages.flatMap(({ first, items }): readonly QuotePageRow[] => {
    const rows = items.flatMap(({ id }) => quotesOf.get(id) ?? [])
    if (!rows.length) return []
    return [{ first, articles: rows.map(({ articleId, quotations }) => ({ articleId, quotations })) }]
  })
  await transaction.table('quotePages').bulkPut(quotePages)
  await transaction.table('speakers').bulkPut(
    quotePages.map(({ first, articles }) => {
      const names = articles.flatMap(({ articleId }) => quotesOf.get(articleId)?.speakers ?? [])
      return { first, names: [...new Set(names)].join('\n') }
    }),
  )
}

function enterOld(ledger: LedgerRow, article: ArticleRow, status: StatusRow | undefined): void {
  const flags =
    FLAG.present |
    (status?.unread ? FLAG.unread : 0) |
    (status?.starred ? FLAG.starred : 0) |
    (status?.saved ? FLAG.saved : 0)
  const { id, feedId, dateline, quotes } = article
  enter(ledger, { id, feedId, dateline, flags, quotes })
}

function fillFetch(row: { -readonly [Key in keyof FetchRow]: FetchRow[Key] }): void {
  Object.assign(row, {
    nextAt: 0,
    failures: 0,
    changedAt: 0,
    refresh: null,
    maxAgeSeconds: null,
    entryTimes: [],
    move: null,
  } satisfies Partial<FetchRow>)
}

/** Without hashes an entry is taken as it stands at the next fetch. */
function fillKnown(row: { -readonly [Key in keyof KnownRow]: KnownRow[Key] }): void {
  const { length } = row.identities
  for (const name of ['contents', 'texts', 'links', 'titles'] as const) row[name] = new Uint32Array(length)
  row.published = new Float64Array(length).fill(NaN)
}

function pagesOf<Item extends { readonly id: number }>(
  items: readonly Item[],
): readonly { readonly first: number; readonly items: readonly Item[] }[] {
  const pages: { first: number; items: readonly Item[] }[] = []
  for (let start = 0; start < items.length; start += HEADS_A_PAGE) {
    const page = items.slice(start, start + HEADS_A_PAGE)
    pages.push({ first: page[0]?.id ?? 0, items: page })
  }
  return pages
}
