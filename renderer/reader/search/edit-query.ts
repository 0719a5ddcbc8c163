import type { QueryPart } from '../../search'

/** A stretch of a query, in UTF-16 code units; `end` exclusive. */
type Stretch = Pick<QueryPart, 'start' | 'end'>

/** @returns the query without a stretch of it, and without the space that would be left double */
export function without(query: string, { start, end }: Stretch): string {
  const before = query.slice(0, start).trimEnd()
  const after = query.slice(end).trimStart()
  return before && after ? `${before} ${after}` : before + after
}

/** @returns the query without several parts of it */
export const withoutAll = (query: string, parts: readonly Stretch[]): string =>
  parts.toSorted((one, other) => other.start - one.start).reduce(without, query)

/**
 * The query with one more operator. What stands after a space is a whole word, so nothing is left to be completed.
 *
 * @param value as the person reads it
 */
export function withOperator(query: string, operator: string, value: string): string {
  const written = /^[\p{L}\p{N}<>.-]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ')}"`
  const before = query.trimEnd()
  return `${before}${before ? ' ' : ''}${operator}:${written}`
}
