import { queryTokens } from '../../text'
import type { QueryCondition, QueryNode, QueryProblem, SearchField } from '../query-tree'
import { ageCondition, beginningOf } from './dates'
import { languageTagsOf } from './languages'
import { wordsNode } from './words'

/** What stands before a colon. */
export const OPERATOR_NAMES = [
  'title',
  'source',
  'author',
  'said',
  'is',
  'has',
  'before',
  'after',
  'age',
  'lang',
  'tag',
] as const
export type OperatorName = (typeof OPERATOR_NAMES)[number]

/** What an operator is given. */
export interface OperatorValue {
  readonly text: string
  /** Its last word may be the beginning of one. */
  readonly beginning: boolean
  /** What is asked for is left out of the result. */
  readonly negated: boolean
  /** It stands in quotation marks. */
  readonly quoted: boolean
}

/** What `is:` asks for, by what people type. */
export const STATUSES = ['unread', 'read', 'starred', 'saved'] as const
/** What `has:` asks for. */
export const HAS_VALUES = ['quote', 'picture', 'audio'] as const
/** The same by what people type. */
const HAS: Readonly<Record<string, (typeof HAS_VALUES)[number]>> = {
  quote: 'quote',
  quotes: 'quote',
  picture: 'picture',
  pictures: 'picture',
  image: 'picture',
  images: 'picture',
  audio: 'audio',
}

/** The operator of a name, whatever its case; null when there is none: then it is a word. */
export function operatorOf(name: string): OperatorName | null {
  const lower = name.toLowerCase()
  return OPERATOR_NAMES.find(known => known === lower) ?? null
}

/** What an operator with a value asks for, or why it asks for nothing. */
export function operatorNode(
  name: OperatorName,
  value: OperatorValue,
  now: number,
): QueryNode | QueryProblem {
  if (!/[\p{L}\p{N}]/u.test(value.text)) return 'no-value'
  const word = value.text.trim().toLowerCase()
  switch (name) {
    case 'title':
    case 'author':
      return wordsIn(name, value)
    case 'said':
      return wordsIn('speaker', value)
    case 'source':
      return sourceNode(value)
    case 'is':
      return conditionOr(
        STATUSES.find(status => status === word),
        status => ({ kind: 'status', status }),
      )
    case 'has':
      return hasNode(HAS[word])
    case 'before':
      return conditionOr(beginningOf(word, now), at => ({ kind: 'before', at }))
    case 'after':
      return conditionOr(beginningOf(word, now), at => ({ kind: 'since', at }))
    case 'age':
      return conditionOr(ageCondition(word, now), condition => condition)
    case 'lang':
      return languageNode(value.text)
    case 'tag':
      return 'not-yet'
  }
}

function wordsIn(field: SearchField, { text, ...value }: OperatorValue): QueryNode | QueryProblem {
  return wordsNode(text, { ...value, field }) ?? 'no-value'
}

/** Saved pages share a feed: their source's name is in the index. */
function sourceNode({ text }: OperatorValue): QueryNode | QueryProblem {
  const words = [...new Set(queryTokens(text).map(({ term }) => term))]
  if (words.length === 0) return 'no-value'
  const inSite = words.map(term => ({ kind: 'prefix', term, field: 'site' }) as const)
  const [only] = inSite
  return {
    kind: 'or',
    of: [
      { kind: 'condition', condition: { kind: 'source', words } },
      only && inSite.length === 1 ? only : { kind: 'and', of: inSite },
    ],
  }
}

function conditionOr<Value>(
  value: Value | null | undefined,
  conditionOf: (value: Value) => QueryCondition,
): QueryNode | QueryProblem {
  if (value === null || value === undefined) return 'unknown-value'
  return { kind: 'condition', condition: conditionOf(value) }
}

function hasNode(part: (typeof HAS_VALUES)[number] | undefined): QueryNode | QueryProblem {
  if (part === undefined) return 'unknown-value'
  if (part === 'quote') return { kind: 'condition', condition: { kind: 'quoted' } }
  return { kind: 'term', term: part, field: 'has' }
}

function languageNode(text: string): QueryNode | QueryProblem {
  const words = languageTagsOf(text).map(term => ({ kind: 'term', term, field: 'language' }) as const)
  const [only] = words
  if (!only) return 'unknown-value'
  return words.length === 1 ? only : { kind: 'or', of: words }
}
