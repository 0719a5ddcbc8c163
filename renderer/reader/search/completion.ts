import { complete, valueCompletion, type Completion, type CompletionPoint } from '../../search'
import { fold } from '../../text'

type Operator = NonNullable<CompletionPoint['operator']>

/** Whose values are names that the articles have; null for other operators. */
export const ofNames = (operator: Operator | null): 'author' | 'said' | null =>
  operator === 'author' || operator === 'said' ? operator : null

/** Operators that are shown to who has typed nothing yet. */
const FIRST: readonly Operator[] = ['is', 'source', 'said', 'title', 'after']

/** @returns what can be offered before anything is typed */
export const firstCompletions = (): readonly Completion[] =>
  FIRST.map(operator => ({ kind: 'operator', label: `${operator}:`, text: `${operator}:` }))

/** One letter is the beginning of any word: operators are offered from the second one on. */
const SHORTEST = 2

/** What the library knows that can be completed. */
export interface Known {
  /** The names of the feeds. */
  readonly sources: () => readonly string[]
  /** The names in the articles for what is being typed. */
  readonly names: readonly string[]
}

/** What can be offered for what is being typed. */
export function completionsFor(point: CompletionPoint, { sources, names }: Known): readonly Completion[] {
  const { operator, prefix } = point
  if (operator === null)
    return prefix.length < SHORTEST ? [] : complete(point).filter(({ label }) => label !== 'tag:')
  const values = operator === 'source' ? beginning(sources(), prefix) : names
  return [...complete(point), ...values.map(value => valueCompletion(operator, value))]
}

/** @returns those of the names of which a word begins so, the ones that begin so themselves first */
export function beginning(names: readonly string[], prefix: string): readonly string[] {
  const wanted = fold(prefix.trim())
  const found = [...new Set(names)].flatMap(name => {
    const folded = fold(name)
    if (folded.startsWith(wanted)) return [{ name, rank: 0 }]
    const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u)
    return words.some(word => word.startsWith(wanted)) ? [{ name, rank: 1 }] : []
  })
  return found
    .sort((one, other) => one.rank - other.rank || one.name.localeCompare(other.name))
    .map(({ name }) => name)
}
