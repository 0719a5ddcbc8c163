import { articlesByIds, readBody, type Database, type Ledger } from '../../library'
import { parseQuery, snippet, type HighlightTerm, type ParsedQuery, type Searcher } from '../../search'
import { textOfHtml, type Stem } from '../../text'
import { datelineIn, fulfilment, type Facts } from './conditions'
import { facetsOf } from './facets'
import type { FoundArticles, FoundSnippet, News, Queries, SearchCount, SearchOrder } from './protocol'
import { suggestionFor } from './suggestion'

/** What searches need. */
export interface Searching {
  readonly database: Database
  readonly searcher: Searcher
  /** The articles and the names of the feeds as they are now. */
  readonly facts: () => Facts
  /** For the languages that the person reads. */
  readonly stems: () => readonly Stem[]
}

/** So many results are listed; the total is exact. */
const LISTED = 200
/** So many results fit on a screen: their snippets come with the result. */
const ON_SCREEN = 12
/** Two lines of a row: a longer one would be cut off, and with it perhaps the reason why the article was found. */
const SNIPPET_CHARACTERS = 100

/** Searches, and counts what was found by source and time. */
export async function search(
  searching: Searching,
  { query, order }: { readonly query: string; readonly order: SearchOrder },
  signal: AbortSignal,
): Promise<FoundArticles> {
  const now = Date.now()
  const { database, facts } = searching
  const parsed = parseQuery(query, now)
  const { hits, total, matched, terms } = await run(searching, parsed, { limit: LISTED, order, signal })
  const articles = await articlesByIds(
    database,
    hits.map(hit => hit.id),
  )
  signal.throwIfAborted()
  const first = articles.slice(0, ON_SCREEN).map(article => article.id)
  return {
    total,
    articles,
    terms,
    snippets: await snippets(database, first, terms),
    facets: facetsOf(facts().ledger, matched, now),
    suggestion: total > 0 ? null : await suggestion(searching, query, parsed, signal),
  }
}

interface Running {
  readonly limit: number
  readonly order: SearchOrder
  readonly signal: AbortSignal
}

function run({ searcher, facts, stems }: Searching, parsed: ParsedQuery, running: Running) {
  const { ledger, titles } = facts()
  return searcher.search(parsed, {
    ...running,
    stems: stems(),
    fulfils: fulfilment({ ledger, titles }),
    datelineOf: id => datelineIn(ledger, id),
  })
}

function suggestion(
  searching: Searching,
  query: string,
  parsed: ParsedQuery,
  signal: AbortSignal,
): Promise<string | null> {
  return suggestionFor(query, parsed, {
    suggest: word => searching.searcher.suggest(word),
    count: async text => {
      const { total } = await run(searching, parseQuery(text, Date.now()), {
        limit: 1,
        order: 'relevance',
        signal,
      })
      return total
    },
  })
}

/** Counts what each of several queries finds, one after the other: somebody may be typing at the same time. */
export async function counts(
  searching: Searching,
  queries: readonly string[],
  signal: AbortSignal,
): Promise<readonly SearchCount[]> {
  const found: SearchCount[] = []
  for (const query of queries) {
    const parsed = parseQuery(query, Date.now())
    const { matched } = await run(searching, parsed, { limit: 1, order: 'relevance', signal })
    found.push({ total: matched.length, unread: unreadOf(searching.facts().ledger, matched) })
    signal.throwIfAborted()
  }
  return found
}

function unreadOf(ledger: Ledger, matched: ArrayLike<number>): number {
  const isUnread = fulfilment({ ledger, titles: new Map() })({ kind: 'status', status: 'unread' })
  let unread = 0
  for (let index = 0; index < matched.length; index++) if (isUnread(matched[index] ?? 0)) unread++
  return unread
}

/** Says what queries find among the articles that came behind a number. */
export async function news(
  searching: Searching,
  { queries, after }: Queries['news']['input'],
  signal: AbortSignal,
): Promise<News> {
  // Taken first: what comes meanwhile is news of the next time.
  const last = searching.facts().ledger.order.reduce((most, id) => Math.max(most, id), 0)
  const all = new Set<number>()
  const found: number[] = []
  for (const query of queries) {
    const parsed = parseQuery(query, Date.now())
    const { matched } = await run(searching, parsed, { limit: 1, order: 'relevance', signal })
    const fresh = matched.filter(id => id > after && id <= last)
    for (const id of fresh) all.add(id)
    found.push(fresh.length)
  }
  return { found, articles: all.size, last }
}

/** Says of articles why they were found. */
export async function snippets(
  database: Database,
  ids: readonly number[],
  terms: readonly HighlightTerm[],
): Promise<readonly FoundSnippet[]> {
  const articles = await articlesByIds(database, ids)
  return Promise.all(
    articles.map(async article => {
      const html = await readBody(database, article.body)
      return {
        articleId: article.id,
        ...snippet(html ? textOfHtml(html).text : '', terms, SNIPPET_CHARACTERS),
      }
    }),
  )
}
