import { parseQuery, type Searcher, type SearchResult } from '../../renderer/search'

/** Asks with what a person typed. */
export function ask(searcher: Searcher, text: string, limit = 5): Promise<SearchResult> {
  const options = { limit, order: 'relevance', fulfils: () => () => true, datelineOf: () => 0 } as const
  return searcher.search(parseQuery(text, Date.now()), options)
}
