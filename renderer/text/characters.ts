import { foldTerm } from './fold'

/** Neither letter nor digit: ends a word. */
export const SEPARATOR = 1
/** A letter or digit that folding leaves as it is. */
export const PLAIN = 2
/** A letter that folding only makes small. */
export const CAPITAL = 3
/** A letter or digit that needs folding. */
export const OTHER = 4
/** Continues what precedes it and begins nothing: combining marks, the soft hyphen. */
export const MARK = 5
/** A letter of a script written without spaces between words that folding leaves as it is. */
export const DENSE = 6
/** A letter of such a script that needs folding. */
export const DENSE_OTHER = 7
/** One of the characters that people type for an apostrophe. */
export const APOSTROPHE = 8

/** What a character is to the tokeniser. */
export type CharacterClass = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\uff07\u00b4"
const WORD = /[\p{L}\p{N}]/u
/** Parts of a syllable that were typed as single letters, and half-width voicing marks, belong to the letter before. */
const CONTINUING = /[\p{M}\u00ad\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/u
/** Korean has spaces, but its particles are written to the words: bigrams find the word without them. */
const DENSE_SCRIPT =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const DECIMAL_DIGIT = /\p{Nd}/u

const BLOCK = 256
/** One entry a code point, 0 where the block was not needed yet: filling it takes a third of a millisecond. */
const classes = new Uint8Array(0x110000)

/** The class of a code point. */
export function classOf(codePoint: number): CharacterClass {
  const known = classes[codePoint] as CharacterClass | 0
  if (known !== 0) return known
  const first = codePoint - (codePoint % BLOCK)
  for (let at = first; at < first + BLOCK; at++) classes[at] = classify(String.fromCodePoint(at))
  return classes[codePoint] as CharacterClass
}

/** The class of the character that begins at a place inside a text. */
export function classAt(text: string, at: number): CharacterClass {
  return classOf(text.codePointAt(at) ?? 0)
}

/** Whether a class is of a script written without spaces. */
export function isDense(kind: CharacterClass): boolean {
  return kind === DENSE || kind === DENSE_OTHER
}

function classify(character: string): CharacterClass {
  if (APOSTROPHES.includes(character)) return APOSTROPHE
  if (CONTINUING.test(character)) return MARK
  if (!WORD.test(character)) return SEPARATOR
  const folded = foldTerm(character)
  if (DENSE_SCRIPT.test(character) && !DECIMAL_DIGIT.test(character))
    return folded === character ? DENSE : DENSE_OTHER
  if (folded === character) return PLAIN
  // The small form of Σ depends on its place in the word, so a word with it is folded as a whole.
  if (folded === character.toLowerCase() && character !== 'Σ') return CAPITAL
  return OTHER
}
