import { queryTokens } from '../../text'
import type { QueryToken } from '../../text'
import type { QueryNode, QueryWord, SearchField } from '../query-tree'
import type { PhraseWord } from '../types'
import { otherSpellings } from './spellings'
import type { Spelling } from './spellings'

/** More words only make a query slower, never better: a pasted article is not a query. */
export const MOST_WORDS = 32
/** The scheme of an address: a text that shows the address often leaves it out. */
const SCHEME = /^[a-z][a-z\d+.-]*:\/\/(?=.*[\p{L}\p{N}])/iu
const STAR = /[*\uff0a]+$/
/** Where words are inflected; the others hold names. */
const INFLECTED: ReadonlySet<SearchField | null> = new Set([null, 'title'])

/** How words are looked for. */
export interface WordOptions {
  /** The last word may be the beginning of one. */
  readonly beginning: boolean
  readonly field: SearchField | null
  /** Of what is left out only the sure spellings are: nothing is hidden because of a guess. */
  readonly negated: boolean
  /** It stands in quotation marks: its words are meant as they are. */
  readonly quoted: boolean
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
  const others = otherSpellings(text, tokens, words).filter(({ isGuess }) => !options.negated || !isGuess)
  const [exact, ...spelt] = [{ words, isGuess: false }, ...others].map(spelling =>
    spellingNode(spelling, options, STAR.test(typed)),
  )
  if (!exact) return null
  return spelt.length === 0 ? exact : { kind: 'or', of: [exact, ...spelt] }
}

function spellingNode(
  { words, isGuess }: Spelling,
  { field, negated, quoted }: WordOptions,
  hasStar: boolean,
): QueryNode {
  const word = queryWord(words, field)
  if (isGuess) return { kind: 'guess', of: word }
  const mayInflect = word.kind !== 'phrase' && INFLECTED.has(field) && !negated && !quoted && !hasStar
  return mayInflect ? { ...word, inflected: true } : word
}

function phraseOf(tokens: readonly QueryToken[], isPrefix: boolean): readonly PhraseWord[] {
  const first = tokens[0]?.position ?? 0
  return tokens.map(({ term, position, isBeginning }, index) => ({
    term,
    prefix: isBeginning || (isPrefix && index === tokens.length - 1),
    offset: position - first,
  }))
}

function queryWord(words: readonly PhraseWord[], field: SearchField | null): QueryWord {
  const [first] = words
  if (!first || words.length > 1) return { kind: 'phrase', words, field }
  return { kind: first.prefix ? 'prefix' : 'term', term: first.term, field }
}
