import { APOSTROPHE, CAPITAL, classAt, classOf, DENSE, isDense, MARK, OTHER, PLAIN } from './characters'
import type { CharacterClass } from './characters'
import { foldTerm } from './fold'

/**
 * Counts up when texts give other terms than before: an index of older terms has to be built again, because queries no
 * longer meet it.
 */
export const TERMS_VERSION = 2

/**
 * Receives one token.
 *
 * @param term the folded word, 1 to 64 UTF-16 code units
 * @param start where it begins in the original text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param position 0 for the first token of the text, then 1, 2, …
 */
export type TokenVisitor = (term: string, start: number, end: number, position: number) => void

/** Longer words are cut, in texts and queries alike: nobody types them, and one may be a whole file in base64. */
const LONGEST_TERM = 64
const LONGEST_CELL = 8
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu
const NEEDS_LOWER = 1 << CAPITAL
const NEEDS_FOLD = (1 << OTHER) | (1 << MARK)

/**
 * Calls `visit` for each word of a text, in order; linear in its length.
 *
 * A word is a run of letters, digits and marks; everything else separates, so curly quotes and dashes never stick
 * to words. An apostrophe separates too (`l'Europe` is `l`, `europe`), except that the possessive `'s` is dropped
 * and `n't` stays in its word (`don't` is `dont`). Scripts without spaces give one token for each two neighbouring
 * letters and one for the last letter of a run: a query of one letter is then a prefix, a longer one a phrase.
 */
export function tokenize(text: string, visit: TokenVisitor): void {
  let at = 0
  let position = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    const kind = classOf(codePoint)
    if (isDense(kind)) {
      const run = visitDenseRun(text, at, position, visit)
      at = run.end
      position = run.position
    } else if (kind === PLAIN || kind === CAPITAL || kind === OTHER) {
      const end = endOfWord(text, at)
      const joined = isContraction(text, end)
      const term = foldWord(text, at, end, joined)
      if (term !== '') visit(term, at, joined ? end + 2 : end, position++)
      at = joined || isPossessive(text, end) ? end + 2 : end
    } else at += widthOf(codePoint)
  }
}

/** Classes met in the last word scanned by `endOfWord`, one bit each, and a hash of it. */
let classesOfWord = 0
let hashOfWord = 0

function endOfWord(text: string, start: number): number {
  let at = start
  let classes = 0
  let hash = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    const kind = classOf(codePoint)
    if (!isInWord(kind)) break
    classes |= 1 << kind
    hash = (hash * 31 + codePoint) & 0xffffff
    at += widthOf(codePoint)
  }
  classesOfWord = classes
  hashOfWord = hash
  return at
}

function isInWord(kind: CharacterClass): boolean {
  return kind >= PLAIN && kind <= MARK
}

/**
 * The last words met and their terms, by a hash of the word: most words of a text were met before, and to make a string
 * of each and to hash it costs more than to find it here. Only words of at most 12 characters, which the engine copies:
 * a longer slice would keep the text alive that it was cut from.
 */
const LONGEST_MET = 12
const MET = 8192
const words: string[] = new Array<string>(MET).fill('')
const terms: string[] = new Array<string>(MET).fill('')

/** The word as it is compared, if it was met not long ago; else undefined. */
function metTerm(text: string, start: number, end: number): string | undefined {
  const slot = hashOfWord & (MET - 1)
  const word = words[slot] ?? ''
  if (word.length !== end - start) return undefined
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return undefined
  return terms[slot]
}

/** Words that needed folding and their terms: a text repeats its words, and normalising is the slowest step. */
const folded = new Map<string, string>()
const MOST_FOLDED = 20_000

function foldOnce(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  if (folded.size >= MOST_FOLDED) folded.clear()
  const term = foldTerm(word).replace(NOT_WORD, '').slice(0, LONGEST_TERM)
  folded.set(word, term)
  return term
}

function foldWord(text: string, start: number, end: number, joined: boolean): string {
  const isShort = end - start <= LONGEST_MET
  const met = isShort ? metTerm(text, start, end) : undefined
  const term = met ?? foldedWord(text.slice(start, Math.min(end, start + LONGEST_TERM)))
  if (isShort && met === undefined) {
    words[hashOfWord & (MET - 1)] = text.slice(start, end)
    terms[hashOfWord & (MET - 1)] = term
  }
  return joined ? (term + 't').slice(0, LONGEST_TERM) : term
}

function foldedWord(word: string): string {
  if (classesOfWord & NEEDS_FOLD) return foldOnce(word)
  return classesOfWord & NEEDS_LOWER ? word.toLowerCase() : word
}

/** Whether at `end`, where a word ends, `'` and the given letter follow and nothing more of a word. */
function isFollowedBy(text: string, end: number, small: string, capital: string): boolean {
  if (end + 1 >= text.length || classOf(text.charCodeAt(end)) !== APOSTROPHE) return false
  const letter = text[end + 1]
  if (letter !== small && letter !== capital) return false
  if (end + 2 >= text.length) return true
  return !isInWord(classAt(text, end + 2))
}

function isContraction(text: string, end: number): boolean {
  const last = text[end - 1]
  return (last === 'n' || last === 'N') && isFollowedBy(text, end, 't', 'T')
}

function isPossessive(text: string, end: number): boolean {
  return isFollowedBy(text, end, 's', 'S')
}

/** One letter of a dense script with the marks on it; `plain` where its term is the text as it stands. */
interface Cell {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly plain: boolean
}

function visitDenseRun(
  text: string,
  start: number,
  position: number,
  visit: TokenVisitor,
): { readonly end: number; readonly position: number } {
  let previous: Cell | undefined
  let at = start
  while (at < text.length) {
    const kind = classAt(text, at)
    if (!isDense(kind)) break
    const cell = cellAt(text, at, kind === DENSE)
    at = cell.end
    if (cell.term === '') continue
    if (previous) visit(bigram(text, previous, cell), previous.start, cell.end, position++)
    previous = cell
  }
  if (previous) visit(previous.term, previous.start, previous.end, position++)
  return { end: at, position }
}

function bigram(text: string, first: Cell, second: Cell): string {
  if (first.plain && second.plain && first.end === second.start) return text.slice(first.start, second.end)
  return first.term + second.term
}

function cellAt(text: string, start: number, isPlain: boolean): Cell {
  const firstEnd = start + widthOf(text.codePointAt(start) as number)
  let end = firstEnd
  while (end < text.length) {
    const codePoint = text.codePointAt(end) as number
    if (classOf(codePoint) !== MARK) break
    end += widthOf(codePoint)
  }
  const letters = text.slice(start, Math.min(end, start + LONGEST_CELL))
  if (isPlain && end === firstEnd) return { term: letters, start, end, plain: true }
  const term = foldTerm(letters)
    .replace(NOT_WORD, '')
    .slice(0, LONGEST_TERM / 2)
  return { term, start, end, plain: false }
}

function widthOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}
