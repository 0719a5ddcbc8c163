import { allSpeakers, quotesBySpeaker, type ArticleQuotes, type Database } from '../../library'
import type { Quotation } from '../../quotes'
import { fold } from '../../text'

/** One quotation in the list, with the row of its article. */
export interface ListedQuote {
  readonly row: ArticleQuotes
  readonly quotation: Quotation
}

/** What is typed may mean so many speakers at most; a longer word means fewer. */
const MOST_SPEAKERS = 100

/** @returns every quotation of the rows, in order */
export const flattened = (rows: readonly ArticleQuotes[]): readonly ListedQuote[] =>
  rows.flatMap(row => row.quotations.map(quotation => ({ row, quotation })))

/**
 * The speakers that a typed text may mean.
 *
 * @param typed folded
 * @returns folded names: the one that is exactly so, else those in which a word begins so
 */
export async function speakersMatching(database: Database, typed: string): Promise<readonly string[]> {
  const names = await allSpeakers(database)
  if (names.includes(typed)) return [typed]
  return names.filter(name => ` ${name}`.includes(` ${typed}`)).slice(0, MOST_SPEAKERS)
}

/**
 * Everything that these speakers said, newest first.
 *
 * @param names folded
 */
export async function quotesOfSpeakers(
  database: Database,
  names: readonly string[],
): Promise<readonly ListedQuote[]> {
  const found = await Promise.all(names.map(name => quotesBySpeaker(database, name)))
  const rows = new Map(found.flat().map(row => [row.articleId, row]))
  const wanted = new Set(names)
  return flattened([...rows.values()].sort((a, b) => a.order - b.order)).filter(({ quotation }) =>
    wanted.has(fold(quotation.resolvedSpeaker ?? quotation.speaker ?? '')),
  )
}
