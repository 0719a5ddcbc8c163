import { searchWord } from './terms'
import type { SearchWord } from './terms'
import type { HighlightTerm, PhraseWord } from './types'

/** A term of a query: one word, or the words of a phrase. */
export interface PlannedTerm {
  /** Numbers of words of the plan. */
  readonly words: readonly number[]
  /** Where each word stands after the first, in tokens. */
  readonly offsets: readonly number[]
}

/** A query in the form in which segments are asked. */
export interface Plan {
  /** All words, each once. */
  readonly words: readonly SearchWord[]
  readonly terms: readonly PlannedTerm[]
}

/** Plans a query in which all terms must match. */
export function planQuery(terms: readonly HighlightTerm[]): Plan {
  const words: SearchWord[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({ term, prefix }: PhraseWord): number => {
    const key = `${term}${prefix ? '*' : ''}`
    const number = numbers.get(key) ?? words.push(searchWord(term, prefix)) - 1
    numbers.set(key, number)
    return number
  }
  const planned = terms.map(term => {
    const phrase = wordsOf(term)
    return { words: phrase.map(numberOf), offsets: phrase.map(({ offset }) => offset) }
  })
  return { words, terms: planned }
}

/** The words of a term: several only for a phrase. */
export function wordsOf(term: HighlightTerm): readonly PhraseWord[] {
  switch (term.kind) {
    case 'term':
      return [{ term: term.term, prefix: false, offset: 0 }]
    case 'prefix':
      return [{ term: term.term, prefix: true, offset: 0 }]
    case 'phrase':
      return term.words
  }
}
