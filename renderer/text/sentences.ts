/** A range of a text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map(character => character.charCodeAt(0)))

const TERMINATOR = /[.!?…‽؟۔।॥።。！？｡．]/g
/** These end a sentence wherever they stand: their scripts put no space after them. */
const ALWAYS_ENDS = codesOf('。！？｡।॥።')
const TRAILING = codesOf('.!?…‽؟。！？"\'’”“»«›‹)]}」』】）＂')
/** Beside white space. */
const OPENING = codesOf('"\'‘’“”„«»‹›([{「『—–-')
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u
const WIDE_SPACES = codesOf(
  '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
)
const NEWLINE = 0x0a
const SPACE = 0x20
const FULL_STOP = 0x2e
const DAY_OF_MONTH = /^(?:[1-9]|[12]\d|3[01])$/

/** How far a closer look at one full stop may reach: keeps the whole scan linear on hostile text. */
const REACH = 24

const LONGEST_ABBREVIATION = 6
/** Words that end in a full stop without ending their sentence; several languages, folded to lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr maj adm st mt messrs vs approx dept est fig ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'bzw ca evtl ggf usw sog nr hr fr abs art bd dipl ing mio mrd str vgl zb ' +
    'mme mlle mm me m sra srta sr dña ud uds av avda pág núm dott sig avv on ' +
    'tzv např atd apod mgr bc judr mudr phdr doc č str tj resp tis mil ' +
    'г гг ул им тыс млн млрд руб др пр см проф акад ' +
    'np tzn m.in ul dra exmo dhr mevr drs jhr'
  ).split(' '),
)

/** White space as regular expressions have it. */
function isSpace(code: number): boolean {
  if (code < 0x1680) return code === SPACE || (code >= 0x09 && code <= 0x0d) || code === 0xa0
  return WIDE_SPACES.has(code)
}

function isLowerCase(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  const character = text.charAt(at)
  return character === character.toLowerCase() && character !== character.toUpperCase()
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code >= 0x80) return WORD_CHARACTER.test(text.charAt(at))
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}

function skipTrailing(text: string, from: number): number {
  let at = from
  const limit = Math.min(text.length, from + REACH)
  while (at < limit && TRAILING.has(text.charCodeAt(at))) at++
  return at
}

function skipOpening(text: string, from: number): number {
  let at = from
  const limit = Math.min(text.length, from + REACH)
  while (at < limit && (isSpace(text.charCodeAt(at)) || OPENING.has(text.charCodeAt(at)))) at++
  return at
}

function wordBefore(text: string, end: number): string {
  let at = end
  const limit = Math.max(0, end - REACH)
  while (at > limit && (text.charCodeAt(at - 1) === FULL_STOP || isWordCharacter(text, at - 1))) at--
  return text.slice(at, end)
}

/** Whether the full stop after `word` belongs to an abbreviation, an initial or an ordinal. */
function belongsToWord(word: string, next: string): boolean {
  if (word === '') return false
  if (word.length === 1 && /\p{L}/u.test(word)) return !startsSentence(next)
  if (word.includes('.')) return !startsSentence(next) && !word.startsWith('.')
  if (DAY_OF_MONTH.test(word)) return /\p{L}/u.test(next)
  return word.length <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(word.toLowerCase())
}

const startsSentence = (next: string): boolean => /["“„«]/.test(next)

/**
 * Whether the terminator at `at` ends a sentence, and not an abbreviation, an initial, an ordinal or a clause
 * that goes on in lower case (`“Why?” she asked`).
 *
 * @param text the whole text
 * @param at the index of a full stop, question mark, exclamation mark or ellipsis in it
 */
export function isSentenceEnd(text: string, at: number): boolean {
  const terminator = text.charCodeAt(at)
  if (ALWAYS_ENDS.has(terminator)) return true
  const after = skipTrailing(text, at + 1)
  if (after >= text.length) return true
  if (!isSpace(text.charCodeAt(after))) return false
  const next = skipOpening(text, after)
  if (isLowerCase(text, next)) return false
  return terminator !== FULL_STOP || !belongsToWord(wordBefore(text, at), text.slice(after, next + 1).trim())
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The paragraphs of a text, without the space around them; a blank line separates two. */
export function paragraphs(text: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  const add = (end: number): void => {
    const span = trimmed(text, from, end)
    if (span.end > span.start) spans.push(span)
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at)) {
    const newline = at
    let newlines = 0
    for (; at < text.length && isSpace(text.charCodeAt(at)); at++)
      if (text.charCodeAt(at) === NEWLINE) newlines++
    if (newlines < 2) continue
    add(newline)
    from = at
  }
  add(text.length)
  return spans
}

/**
 * The sentences of a text in order, closing quotation marks and brackets included, space around them left out.
 * A paragraph's end always ends a sentence. Linear in the length of the text.
 */
export function sentences(text: string): readonly Span[] {
  const spans: Span[] = []
  const add = (start: number, end: number): number => {
    const span = trimmed(text, start, end)
    if (span.end > span.start) spans.push(span)
    return end
  }
  TERMINATOR.lastIndex = 0
  let at = nextTerminator(text)
  for (const { start, end } of paragraphs(text)) {
    let from = start
    for (; at < end; at = nextTerminator(text))
      if (at >= from && isSentenceEnd(text, at)) from = add(from, Math.min(end, skipTrailing(text, at + 1)))
    add(from, end)
  }
  return spans
}

/** The next one after the place where `TERMINATOR` stopped; infinite when there is none. */
const nextTerminator = (text: string): number => (TERMINATOR.test(text) ? TERMINATOR.lastIndex - 1 : Infinity)
