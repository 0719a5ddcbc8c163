import type { ParsedQuery, SearchField } from '../../search'
import { fold } from '../../text'

/** What is being typed where the caret stands, and may be completed. */
export type CompletionPlace =
  | { readonly kind: 'operator'; readonly prefix: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'value'
      readonly operator: string
      readonly prefix: string
      /** Of the value, behind the colon. */
      readonly start: number
      readonly end: number
    }

const PREFIX_OF_OPERATOR = /^[a-z]{2,}$/i
const QUOTATION_MARK = /^["\u201c-\u201f\u00ab\u00bb]/u

/** @returns null where nothing is to be completed: between words, in a phrase, in a word that is no operator's beginning */
export function placeOf(query: string, caret: number, { parts }: ParsedQuery): CompletionPlace | null {
  const part = parts.find(({ start, end }) => start < caret && caret <= end)
  if (!part) return null
  const { start, end, operator } = part
  if (operator === null) {
    const from = start + (query.startsWith('-', start) ? 1 : 0)
    const prefix = query.slice(from, caret)
    return PREFIX_OF_OPERATOR.test(prefix) ? { kind: 'operator', prefix, start: from, end } : null
  }
  const from = query.indexOf(operatorSign(query, start), start) + 1
  if (caret < from) return null
  const prefix = query.slice(from, caret).replace(QUOTATION_MARK, '').trimStart()
  return { kind: 'value', operator, prefix, start: from, end }
}

/** The colon may be the wide one of Chinese and Japanese keyboards. */
const operatorSign = (query: string, from: number): string => /[:\uff1a]/u.exec(query.slice(from))?.[0] ?? ':'

/** A query and where its caret stands. */
export interface Completed {
  readonly query: string
  readonly caret: number
}

/** Puts what was chosen into its place; behind a whole value a space, so that one goes on with the next word. */
export function complete(query: string, place: CompletionPlace, value: string): Completed {
  const isWhole = place.kind === 'value'
  const written = isWhole ? quoted(value) : `${value}:`
  const after = query.slice(place.end)
  const gap = isWhole && !after.startsWith(' ') ? ' ' : ''
  const before = query.slice(0, place.start) + written + gap
  return { query: before + after, caret: before.length + (isWhole && !gap ? 1 : 0) }
}

/** A value of several words needs quotation marks to be one. */
export const quoted = (value: string): string =>
  /^[\p{L}\p{M}\p{N}<>.-]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ')}"`

/** What operators take when there are few values. */
export const FIXED_VALUES: Readonly<Record<string, readonly string[]>> = {
  is: ['unread', 'read', 'starred', 'saved'],
  has: ['quote', 'picture', 'audio'],
  age: ['<1d', '<7d', '<30d', '<1y'],
  before: ['today'],
  after: ['today', 'yesterday'],
}

/** Where the index is asked for the values of an operator. */
export const FIELD_OF: Readonly<Record<string, SearchField>> = {
  author: 'author',
  said: 'speaker',
  lang: 'language',
}

/** @returns those of the names of which a word begins so, the ones that begin so themselves first */
export function beginning(names: Iterable<string>, prefix: string): readonly string[] {
  const wanted = fold(prefix.trim())
  const found = [...new Set(names)].flatMap(name => {
    const folded = fold(name)
    if (folded.startsWith(wanted)) return [{ name, rank: 0 }]
    return folded.split(/[^\p{L}\p{M}\p{N}]+/u).some(word => word.startsWith(wanted))
      ? [{ name, rank: 1 }]
      : []
  })
  return found
    .sort((one, other) => one.rank - other.rank || one.name.localeCompare(other.name))
    .map(({ name }) => name)
}

/** The operators by the name they are typed with, the most useful first. */
export const OPERATORS = [
  'is',
  'source',
  'said',
  'author',
  'title',
  'has',
  'age',
  'after',
  'before',
  'lang',
] as const
