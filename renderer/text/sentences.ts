/** A range of a text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

const PARAGRAPH_BREAK = /\n[^\S\n]*\n\s*/g
const TERMINATOR = /[.!?…‽؟۔।॥።။。！？｡．]/g
/** These end a sentence wherever they stand: their scripts put no space after them. */
const ALWAYS_ENDS = /[。！？｡।॥።။]/
const TRAILING = /[.!?…‽؟。！？"'’”“»«›‹)\]}」』】）＂]/
const OPENING = /[\s"'‘’“”„«»‹›([{「『—–-]/
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u
const DAY_OF_MONTH = /^(?:[1-9]|[12]\d|3[01])$/

/** How far a closer look at one full stop may reach: keeps the whole scan linear on hostile text. */
const REACH = 24

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

const isLowerCase = (character: string): boolean =>
  character === character.toLowerCase() && character !== character.toUpperCase()

const skipWhile = (text: string, from: number, class_: RegExp): number => {
  let at = from
  const limit = Math.min(text.length, from + REACH)
  while (at < limit && class_.test(text.charAt(at))) at++
  return at
}

function wordBefore(text: string, end: number): string {
  let at = end
  const limit = Math.max(0, end - REACH)
  while (at > limit && (WORD_CHARACTER.test(text.charAt(at - 1)) || text.charAt(at - 1) === '.')) at--
  return text.slice(at, end)
}

/** Whether the full stop after `word` belongs to an abbreviation, an initial or an ordinal. */
function belongsToWord(word: string, next: string): boolean {
  if (word === '') return false
  const startsSentence = /["“„«]/.test(next)
  if (word.length === 1 && /\p{L}/u.test(word)) return !startsSentence
  if (word.includes('.')) return !startsSentence && !word.startsWith('.')
  if (DAY_OF_MONTH.test(word)) return /\p{L}/u.test(next)
  return ABBREVIATIONS.has(word.toLowerCase())
}

/**
 * Whether the terminator at `at` ends a sentence, and not an abbreviation, an initial, an ordinal or a clause
 * that goes on in lower case (`“Why?” she asked`).
 *
 * @param text the whole text
 * @param at the index of a full stop, question mark, exclamation mark or ellipsis in it
 */
export function isSentenceEnd(text: string, at: number): boolean {
  const terminator = text.charAt(at)
  if (ALWAYS_ENDS.test(terminator)) return true
  const after = skipWhile(text, at + 1, TRAILING)
  if (after >= text.length) return true
  if (!/\s/.test(text.charAt(after))) return false
  const next = skipWhile(text, after, OPENING)
  if (isLowerCase(text.charAt(next))) return false
  return terminator !== '.' || !belongsToWord(wordBefore(text, at), text.slice(after, next + 1).trim())
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
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
  for (const match of text.matchAll(PARAGRAPH_BREAK)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(text.length)
  return spans
}

/**
 * The sentences of a text in order, closing quotation marks and brackets included, space around them left out.
 * A paragraph's end always ends a sentence. Linear in the length of the text.
 */
export function sentences(text: string): readonly Span[] {
  return paragraphs(text).flatMap(paragraph => sentencesOf(text, paragraph))
}

function sentencesOf(text: string, paragraph: Span): readonly Span[] {
  const spans: Span[] = []
  let from = paragraph.start
  const add = (end: number): void => {
    const span = trimmed(text, from, end)
    if (span.end > span.start) spans.push(span)
    from = end
  }
  for (const { index } of text.slice(paragraph.start, paragraph.end).matchAll(TERMINATOR)) {
    const at = paragraph.start + index
    if (at < from || !isSentenceEnd(text, at)) continue
    add(Math.min(paragraph.end, skipWhile(text, at + 1, TRAILING)))
  }
  add(paragraph.end)
  return spans
}
