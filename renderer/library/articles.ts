import { readBody } from './bodies'
import type { ArticleRow, Database, QuotesRow, StatusRow } from './schema'

/** An article as the reader shows it. */
export interface FullArticle {
  readonly article: ArticleRow
  readonly status: StatusRow
  /** Canonical HTML, or null when the body is lost. */
  readonly html: string | null
  readonly quotes: QuotesRow | null
}

/** @returns the article with its body and quotes, or null when it is not there (any more) */
export async function fullArticle(database: Database, id: number): Promise<FullArticle | null> {
  const [article, status, quotes] = await Promise.all([
    database.articles.get(id),
    database.statuses.get(id),
    database.quotes.get(id),
  ])
  if (!article || !status) return null
  return { article, status, html: await readBody(database, article.body), quotes: quotes ?? null }
}

/** @returns the articles in the order of the numbers; those that are gone are left out */
export async function articlesByIds(
  database: Database,
  ids: readonly number[],
): Promise<readonly ArticleRow[]> {
  const rows = await database.articles.bulkGet([...ids])
  return rows.filter(row => row !== undefined)
}

/** @returns the statuses in the order of the numbers; those that are gone are left out */
export async function statusesByIds(
  database: Database,
  ids: readonly number[],
): Promise<readonly StatusRow[]> {
  const rows = await database.statuses.bulkGet([...ids])
  return rows.filter(row => row !== undefined)
}

/** A place in the list of quotes: the list goes on behind it. */
export interface QuotesKey {
  readonly order: number
  readonly articleId: number
}

/**
 * Reads a page of articles with quotes, newest first.
 *
 * @param after the last row of the page before, null for the first
 */
export async function quotesPage(
  database: Database,
  after: QuotesKey | null,
  limit: number,
): Promise<readonly QuotesRow[]> {
  return database.quotes
    .where('[order+articleId]')
    .between(after ? [after.order, after.articleId] : [-Infinity], [[]], !after, true)
    .limit(limit)
    .toArray()
}

/**
 * Everything a speaker said in the library, newest first.
 *
 * @param speaker the folded name, as `QuotesRow.speakers` has it
 */
export async function quotesBySpeaker(database: Database, speaker: string): Promise<readonly QuotesRow[]> {
  const rows = await database.quotes.where('speakers').equals(speaker).toArray()
  return rows.sort((a, b) => a.order - b.order)
}
