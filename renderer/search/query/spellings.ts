import { foldTerm } from '../../text'
import type { QueryToken } from '../../text'
import type { PhraseWord } from '../types'

/** Other words to look for: the same ones written otherwise, or what they may be. */
export interface Spelling {
  readonly words: readonly PhraseWord[]
  readonly isGuess: boolean
}

/** How those who lack the letter write it; folding alone drops its mark. */
const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }
const MARKED_LETTER = new RegExp(`[${Object.keys(DIGRAPHS).join('')}]`, 'gu')
/** Inside a word of five letters and more, not behind a vowel or q (`neue`, `queen`): perhaps one of these letters. */
const DIGRAPH = /(?<![aeiouq])(?:([aou])e|(a)a)(?=[^aeiou])/g
const SHORTEST_WITH_DIGRAPH = 5

/** Between the thousands of a number as the world writes them. */
const THOUSANDS = /^[.,\uff0c'\u2019\u066c\u00a0\u2009\u202f ]$/
const LEADING_GROUP = /^\d{1,3}$/
const GROUP = /^\d{3}$/
const LONG_NUMBER = /^\d{4,15}$/
const YEAR = /^(?:19|20)\d\d$/
const HYPHEN = /^[-\u2010\u2011]$/
const HAS_LETTER = /\p{L}/u
const MOST_HYPHENATED = 3

/** Other ways in which texts write these words; `tokens` are where the words stand in what was typed. */
export function otherSpellings(
  text: string,
  tokens: readonly QueryToken[],
  words: readonly PhraseWord[],
): readonly Spelling[] {
  const spellings = [
    joined(text, tokens, words),
    inThousands(words),
    withDigraphs(text, tokens, words),
    withoutDigraphs(words),
  ]
  return spellings.filter(spelling => spelling !== null)
}

/** `40,000` as `40000`, `e-mail` as `email`, `covid-19` as `covid19`. */
function joined(text: string, tokens: readonly QueryToken[], words: readonly PhraseWord[]): Spelling | null {
  const last = words.at(-1)
  if (!last || words.length < 2) return null
  const gaps = tokens.slice(1).map(({ start }, index) => text.slice(tokens[index]?.end, start))
  const terms = words.map(({ term }) => term)
  const isNumber =
    gaps.every(gap => THOUSANDS.test(gap)) &&
    terms.every((term, index) => (index === 0 ? LEADING_GROUP : GROUP).test(term))
  const isHyphenated =
    words.length <= MOST_HYPHENATED &&
    gaps.every(gap => HYPHEN.test(gap)) &&
    // A date is no word: `covid-19` is, `2024-03` is not.
    terms.some(term => HAS_LETTER.test(term))
  if (!isNumber && !isHyphenated) return null
  return { words: [{ term: terms.join(''), prefix: last.prefix, offset: 0 }], isGuess: false }
}

/** `40000` as `40,000`; a year is written in one. */
function inThousands(words: readonly PhraseWord[]): Spelling | null {
  const [number] = words
  if (!number || words.length > 1 || !LONG_NUMBER.test(number.term) || YEAR.test(number.term)) return null
  const groups = number.term.replace(/\B(?=(?:\d{3})+$)/g, ' ').split(' ')
  return {
    words: groups.map((term, offset) => ({
      term,
      prefix: number.prefix && offset === groups.length - 1,
      offset,
    })),
    isGuess: false,
  }
}

/** `Müller` as `mueller`. */
function withDigraphs(
  text: string,
  tokens: readonly QueryToken[],
  words: readonly PhraseWord[],
): Spelling | null {
  return changed(words, (term, index) => {
    const typed = text.slice(tokens[index]?.start, tokens[index]?.end).normalize('NFC').toLowerCase()
    const spelt = typed.replace(MARKED_LETTER, letter => DIGRAPHS[letter] ?? letter)
    return spelt === typed ? term : foldTerm(spelt)
  })
}

/** `mueller` as `muller`, which is also `Müller`: a guess, because `poets` are no pots. */
function withoutDigraphs(words: readonly PhraseWord[]): Spelling | null {
  const spelling = changed(words, term =>
    term.length < SHORTEST_WITH_DIGRAPH
      ? term
      : term.replace(DIGRAPH, (_pair, vowel?: string, a?: string) => vowel ?? a ?? ''),
  )
  return spelling && { ...spelling, isGuess: true }
}

function changed(
  words: readonly PhraseWord[],
  termOf: (term: string, index: number) => string,
): Spelling | null {
  const others = words.map((word, index) => ({ ...word, term: termOf(word.term, index) }))
  return others.some(({ term }, index) => term !== words[index]?.term)
    ? { words: others, isGuess: false }
    : null
}
