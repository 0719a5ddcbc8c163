import type { Quotation } from '../quotes'
import { readBody } from './bodies'
import { pagesWith } from './head-pages'
import { quotationsOf } from './pages-after'
import { articlesByIds } from './heads'
import { listOf, statusOf, type Status } from './ledger'
import { ledgerOf } from './ledger-store'
import type { ArticleRow, Database, QuotePageRow, SpeakersRow } from './schema'

/** The quotes of an article, with its place among others. */
export interface ArticleQuotes {
  readonly articleId: number
  readonly feedId: number
  /** Minus the article's dateline, as in Status. */
  readonly order: number
  readonly quotations: readonly Quotation[]
}

/** An article as the reader shows it. */
export interface FullArticle {
  readonly article: ArticleRow
  readonly status: Status
  /** Canonical HTML, or null when the body is lost. */
  readonly html: string | null
  readonly quotes: readonly Quotation[]
}

/** @returns the article with its body and quotes, or null when it is not there (any more) */
export async function fullArticle(database: Database, id: number): Promise<FullArticle | null> {
  const [article] = await articlesByIds(database, [id])
  const status = statusOf(await ledgerOf(database), id)
  if (!article || !status) return null
  const [html, [quotes]] = await Promise.all([
    readBody(database, article.body),
    article.quotes ? quotesOf(database, [id]) : [],
  ])
  return { article, status, html, quotes: quotes?.quotations ?? [] }
}

/**
 * The quotes of articles.
 *
 * @returns in the order of the numbers; articles without quotes are left out
 */
export async function quotesOf(
  database: Database,
  ids: readonly number[],
): Promise<readonly ArticleQuotes[]> {
  const pages = await database.quotePages.bulkGet(pagesWith(ids))
  const wanted = new Set(ids)
  const found = new Map(
    (await onPages(database, pages, id => wanted.has(id))).map(quotes => [quotes.articleId, quotes]),
  )
  return ids.flatMap(id => found.get(id) ?? [])
}

/** What stands on pages of quotes, but for articles that are gone. */
async function onPages(
  database: Database,
  pages: readonly (QuotePageRow | undefined)[],
  isWanted: (id: number) => boolean,
): Promise<readonly ArticleQuotes[]> {
  const ledger = await ledgerOf(database)
  return pages.flatMap(page =>
    (page?.articles ?? []).flatMap(quoted => {
      const { articleId } = quoted
      const status = isWanted(articleId) && statusOf(ledger, articleId)
      if (!status) return []
      return [{ articleId, feedId: status.feedId, order: status.order, quotations: quotationsOf(quoted) }]
    }),
  )
}

/** @returns the numbers of all articles with quotes, newest first */
export async function quotedIds(database: Database): Promise<Uint32Array> {
  return listOf(await ledgerOf(database), { kind: 'quotes' })
}

/**
 * The articles in which a speaker is quoted, newest first, with all that is quoted on the same pages left in: who
 * wants one speaker's words filters the quotations.
 *
 * @param speaker the folded name, as `allSpeakers` has it
 */
export async function quotesBySpeaker(
  database: Database,
  speaker: string,
): Promise<readonly ArticleQuotes[]> {
  const rows = (await database.speakers.toArray()).filter(row => namesOf(row).includes(speaker))
  const pages = await database.quotePages.bulkGet(rows.map(row => row.first))
  return [...(await onPages(database, pages, () => true))].sort((a, b) => a.order - b.order)
}

/** @returns the folded names of everybody who is quoted in the library */
export async function allSpeakers(database: Database): Promise<readonly string[]> {
  const rows = await database.speakers.toArray()
  return [...new Set(rows.flatMap(namesOf))].sort()
}

const namesOf = ({ names }: SpeakersRow): readonly string[] => (names ? names.split('\n') : [])
