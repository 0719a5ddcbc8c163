import { queryTokens } from '../../text'
import type { QueryToken } from '../../text'
import type { QueryNode, QueryWord, SearchField } from '../query-tree'
import type { PhraseWord } from '../types'
import { otherSpellings } from './spellings'

/** More words only make a query slower, never better: a pasted article is not a query. */
export const MOST_WORDS = 32
/** The scheme of an address: a text that shows the address often leaves it out. */
const SCHEME = /^[a-z][a-z\d+.-]*:\/\/(?=.*[\p{L}\p{N}])/iu
const STAR = /\*+$/

/** How words are looked for. */
export interface WordOptions {
  /** The last word may be the beginning of one. */
  readonly beginning: boolean
  readonly field: SearchField | null
  /** Of what is left out only the sure spellings are: nothing is hidden because of a guess. */
  readonly negated: boolean
}

/**
 * What a text asks for: a word, or words that must follow one another, or any of their spellings. A star behind the last
 * word makes it a beginning. Null when the text has no word.
 */
export function wordsNode(typed: string, options: WordOptions): QueryNode | null {
  const text = typed.replace(SCHEME, '').replace(STAR, '')
  const tokens = queryTokens(text).slice(0, MOST_WORDS)
  const isPrefix = (options.beginning || STAR.test(typed)) && tokens.at(-1)?.end === text.length
  const words = phraseOf(tokens, isPrefix)
  if (words.length === 0) return null
  const exact = queryWord(words, options.field)
  const others = otherSpellings(text, tokens, words)
    .filter(({ weight }) => !options.negated || weight === undefined)
    .map(other => queryWord(other.words, options.field, other.weight))
  return others.length === 0 ? exact : { kind: 'or', of: [exact, ...others] }
}

function phraseOf(tokens: readonly QueryToken[], isPrefix: boolean): readonly PhraseWord[] {
  const first = tokens[0]?.position ?? 0
  return tokens.map(({ term, position, isBeginning }, index) => ({
    term,
    prefix: isBeginning || (isPrefix && index === tokens.length - 1),
    offset: position - first,
  }))
}

function queryWord(words: readonly PhraseWord[], field: SearchField | null, weight?: number): QueryWord {
  const weighted = weight === undefined ? { field } : { field, weight }
  const [first] = words
  if (!first || words.length > 1) return { kind: 'phrase', words, ...weighted }
  return { kind: first.prefix ? 'prefix' : 'term', term: first.term, ...weighted }
}
