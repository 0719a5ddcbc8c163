import { parseQuery, termsOf } from './query'
import type { ParsedQuery } from './query-tree'

/** What a person typed, as a tree: all its words must be there. */
export function queryTree(text: string): ParsedQuery {
  const terms = termsOf(parseQuery(text))
  return { root: { kind: 'and', of: terms.map(term => ({ ...term, field: null })) }, parts: [], terms }
}
