import { queryTokens } from '../text'
import type { HighlightTerm, Query } from './types'

/** More words only make a query slower, never better: a pasted article is not a query. */
const MOST_TERMS = 32
const LONGEST_QUERY = 4000
/** After one of these a quotation mark opens a phrase; inside a word (`5"`, `צה"ל`) it does not. */
const BEFORE_PHRASE = /[\s(:+-]/u
const PHRASE_MARK = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f]/u

/** These separate words; a comma or colon between digits (`40,000`, `11:27`) does not. */
const BREAK = /[\s;|()]/u
const BREAK_OUTSIDE_NUMBERS = /[,:]/u
const DIGIT = /\p{Nd}/u

/** A part of what was typed: between spaces, or between quotation marks. */
interface Chunk {
  readonly text: string
  /** Nothing was typed after it, so its last word may be unfinished. */
  readonly isOpen: boolean
}

/**
 * Parses what a person typed; never fails.
 *
 * All words must be there. Words in quotation marks, and words joined by other marks than a comma or a colon
 * (`long-range`, `U.S.`), must follow one another. The last word is a prefix until something is typed after it.
 * At most 32 words and phrases count, and 4,000 characters.
 */
export function parseQuery(text: string): Query {
  const terms: HighlightTerm[] = []
  const seen = new Set<string>()
  for (const chunk of chunksOf(text.slice(0, LONGEST_QUERY))) {
    const term = termOf(chunk)
    const key = JSON.stringify(term)
    if (!term || seen.has(key)) continue
    seen.add(key)
    terms.push(term)
    if (terms.length === MOST_TERMS) break
  }
  const [only] = terms
  return only && terms.length === 1 ? only : { kind: 'and', of: terms }
}

/** The words and phrases of a query, each once. */
export function termsOf(query: Query): readonly HighlightTerm[] {
  return query.kind === 'and' ? query.of : [query]
}

function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at <= text.length; at++) {
    const isEnd = at === text.length
    const isMark = !isEnd && isPhraseMark(text, at, isQuoted)
    if (!isEnd && !isMark && (isQuoted || !isBreak(text, at))) continue
    if (at > start) chunks.push({ text: text.slice(start, at), isOpen: isEnd })
    if (isMark) isQuoted = !isQuoted
    start = at + 1
  }
  return chunks
}

function isPhraseMark(text: string, at: number, isQuoted: boolean): boolean {
  if (!PHRASE_MARK.test(text.charAt(at))) return false
  return isQuoted || at === 0 || BEFORE_PHRASE.test(text.charAt(at - 1))
}

function isBreak(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (BREAK.test(character)) return true
  if (!BREAK_OUTSIDE_NUMBERS.test(character)) return false
  return !(DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1)))
}

function termOf({ text, isOpen }: Chunk): HighlightTerm | undefined {
  const tokens = queryTokens(text).slice(0, MOST_TERMS)
  const [first] = tokens
  if (!first) return undefined
  const words = tokens.map(({ term, end, position, isBeginning }) => ({
    term,
    prefix: isBeginning || (isOpen && end === text.length),
    offset: position - first.position,
  }))
  if (words.length > 1) return { kind: 'phrase', words }
  return { kind: words[0]?.prefix ? 'prefix' : 'term', term: first.term }
}
