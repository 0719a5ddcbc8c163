import { parseQuery } from './query'
import type { ParsedQuery } from './query-tree'

/** What a person typed, as a tree: all its words must be there. */
export const queryTree = (text: string): ParsedQuery => parseQuery(text, 0)
