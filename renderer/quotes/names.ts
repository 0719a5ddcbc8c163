import { CAPITAL, endOfRun, JOINER, kindAt, LETTER, widthOf } from './characters'

/**
 * Receives a run of capital words that may be a name, with the titles before it: `President Charles de Gaulle`.
 *
 * @param start where the run begins in the text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param words as written, initials with their point, without a possessive `'s` at the end
 */
export type NameVisitor = (start: number, end: number, words: readonly string[]) => void

/** Titles that are written with a point. */
const ABBREVIATED_TITLES: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Dr Prof Rev Hon Sen Rep Gov Gen Lt Col Sgt Capt Sr Sra Srta Mme Mlle Ing Mgr Dott Sig'.split(
    ' ',
  ),
)
const LONGEST_TITLE = 4
/** Small words inside the names of people. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das di del della du des la le van von der den ter ten zu zur af av bin ibn al el abu y'.split(
    ' ',
  ),
)
const LONGEST_PARTICLE = 5
const MOST_PARTICLES = 2
const FULL_STOP = 0x2e
const SMALL_S = 0x73
const MOST_WORDS = 8

/** Passes over what is surely no capital: one fast look at every character, as most are not. */
const MAYBE_CAPITAL =
  /[^\0-@[-\u00bf\u00df-\u00ff\u03ac-\u03ce\u0430-\u045f\u0561-\u109f\u2000-\u20ff\u2e00-\ua63f\uac00-\ud7ff]/g

/**
 * Calls `visit` for each run of capital words in a text, in order; linear in its length. Whether a run is a name is for
 * the caller to judge: the first word of a sentence and, in German, every noun has a capital too.
 */
export function eachName(text: string, visit: NameVisitor): void {
  MAYBE_CAPITAL.lastIndex = 0
  while (MAYBE_CAPITAL.test(text)) {
    const start = MAYBE_CAPITAL.lastIndex - 1
    if ((kindAt(text, start) & CAPITAL) === 0) continue
    const words: string[] = []
    const end = readRun(text, start, words)
    MAYBE_CAPITAL.lastIndex = end
    const nameEnd = isPossessive(text, end) ? end - 2 : end
    if (nameEnd < end) words.push(words.pop()?.slice(0, -2) ?? '')
    visit(start, nameEnd, words)
  }
}

/** Adds the words of the run that begins with the capital at `start`. @returns its end */
function readRun(text: string, start: number, words: string[]): number {
  let end = endOfWord(text, start)
  words.push(text.slice(start, end))
  for (let count = 1; count < MOST_WORDS && isSpace(text, end); count++) {
    const next = afterParticles(text, end + 1)
    if ((kindAt(text, next) & CAPITAL) === 0) break
    for (let from = end + 1; from < next;) {
      const particleEnd = endOfRun(text, from)
      words.push(text.slice(from, particleEnd))
      from = particleEnd + 1
    }
    end = endOfWord(text, next)
    words.push(text.slice(next, end))
  }
  return end
}

function isPossessive(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) === SMALL_S && (text[end - 2] === "'" || text[end - 2] === '’')
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0
}

/** The place after at most two particles that each have a space behind them. */
function afterParticles(text: string, from: number): number {
  let at = from
  for (let count = 0; count < MOST_PARTICLES; count++) {
    const end = at + LONGEST_PARTICLE
    let stop = at
    while (stop <= end && stop < text.length && !isSpace(text, stop)) stop++
    if (stop > end || !isSpace(text, stop) || !PARTICLES.has(text.slice(at, stop))) break
    at = stop + 1
  }
  return at
}

/** The end of a title or an initial with its point, or of a word with apostrophes and hyphens inside. */
function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start)
  while (kindAt(text, end) & JOINER && kindAt(text, end + 1) & LETTER) end = endOfRun(text, end + 1)
  if (text.charCodeAt(end) !== FULL_STOP) return end
  const isInitial = end - start === widthOf(text.codePointAt(start) as number)
  const isTitle = end - start <= LONGEST_TITLE && ABBREVIATED_TITLES.has(text.slice(start, end))
  return isInitial || isTitle ? end + 1 : end
}
