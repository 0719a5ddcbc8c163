import { tokenize } from '../text'
import { wordsOf } from './plan'
import type { HighlightTerm, Mark, PhraseWord } from './types'

/** A mark and the number of the term that stands there. */
export interface TermMark extends Mark {
  readonly term: number
}

/** One token of a text; `next` is where the token after it begins. */
interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly position: number
  readonly next: number
}

/** A phrase of which the first words have been met. */
interface Beginning {
  readonly term: number
  readonly words: readonly PhraseWord[]
  readonly position: number
  readonly start: number
  met: number
}

/**
 * Where the terms of a query stand in a text: marks in ascending order that do not overlap.
 *
 * A word is marked whole, also when only its beginning was looked for; a phrase is one mark. Linear in the length
 * of the text.
 */
export function highlight(text: string, terms: readonly HighlightTerm[]): readonly Mark[] {
  return joinMarks(markTerms(text, terms))
}

/** Every place of every term, by ascending end. */
export function markTerms(text: string, terms: readonly HighlightTerm[]): readonly TermMark[] {
  const marks: TermMark[] = []
  const matchers = matchersOf(terms)
  let beginnings: Beginning[] = []
  const meet = (token: Token): void => {
    for (const matcher of matchers.startingWith(token.term)) {
      const [word, second] = matcher.words
      if (word && !second) marks.push({ start: token.start, end: endOfMark(token, word), term: matcher.term })
      else beginnings.push({ ...matcher, position: token.position, start: token.start, met: 0 })
    }
    if (beginnings.length > 0)
      beginnings = beginnings.filter(beginning => isContinued(beginning, token, marks))
  }
  eachToken(text, meet)
  return marks
}

/** A term of the query by its number. */
interface Matcher {
  readonly term: number
  readonly words: readonly PhraseWord[]
}

/** Finds the terms of which a token can be the first word: exact words by a map, prefixes one by one. */
function matchersOf(terms: readonly HighlightTerm[]): { startingWith(token: string): readonly Matcher[] } {
  const exact = new Map<string, Matcher[]>()
  const prefixes: Matcher[] = []
  terms.forEach((term, number) => {
    const words = wordsOf(term)
    const [first] = words
    if (!first) return
    const matcher = { term: number, words }
    if (first.prefix) prefixes.push(matcher)
    else exact.set(first.term, [...(exact.get(first.term) ?? []), matcher])
  })
  const none: readonly Matcher[] = []
  return {
    startingWith(token) {
      const found = exact.get(token) ?? none
      if (prefixes.length === 0) return found
      return [...found, ...prefixes.filter(({ words: [first] }) => first && token.startsWith(first.term))]
    },
  }
}

/** Whether a phrase goes on with this token or may go on after it; a complete one becomes a mark. */
function isContinued(beginning: Beginning, token: Token, marks: TermMark[]): boolean {
  const word = beginning.words[beginning.met]
  if (!word) return false
  const expected = beginning.position + word.offset
  if (token.position < expected) return true
  if (token.position > expected) return false
  if (word.prefix ? !token.term.startsWith(word.term) : token.term !== word.term) return false
  beginning.met++
  if (beginning.met < beginning.words.length) return true
  marks.push({ start: beginning.start, end: endOfMark(token, word), term: beginning.term })
  return false
}

/**
 * In a script without spaces a token has two letters and the next one begins with the second of them: when only the
 * first was looked for, only that is marked.
 */
function endOfMark(token: Token, word: PhraseWord): number {
  return token.term === word.term ? token.end : Math.min(token.end, token.next)
}

function eachToken(text: string, visit: (token: Token) => void): void {
  let previous: Omit<Token, 'next'> | undefined
  tokenize(text, (term, start, end, position) => {
    if (previous) visit({ ...previous, next: start })
    previous = { term, start, end, position }
  })
  if (previous) visit({ ...previous, next: text.length })
}

/** Joins marks that touch or overlap. */
export function joinMarks(marks: readonly Mark[]): readonly Mark[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of marks.toSorted((first, second) => first.start - second.start)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
