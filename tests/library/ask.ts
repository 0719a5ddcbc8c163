import { parseQuery, type Searcher, type SearchResult } from '../../renderer/search'

/** Asks with what a person typed. */
export function ask(searcher: Searcher, text: string): Promise<SearchResult> {
  const options = { limit: 5, order: 'relevance', fulfils: () => () => true, datelineOf: () => 0 } as const
  return searcher.search(parseQuery(text, Date.now()), options)
}
