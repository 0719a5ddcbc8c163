import type { Span } from '../text'
import { singleSpans } from './single-marks'

/** A stretch of a paragraph between quotation marks. Offsets are UTF-16 code units of the whole text. */
export interface MarkedSpan {
  /** The index of the opening mark. */
  readonly open: number
  /** The words between the marks, without the space around them. */
  readonly start: number
  readonly end: number
  /** The index after the closing mark, or the paragraph's end when it has none. */
  readonly close: number
  /** It has no closing mark of its own: the quotation goes on in the next paragraph. */
  readonly continues: boolean
}

/** Habits of a text that tell what its ambiguous marks are. */
export interface MarkHabits {
  /** `»` opens and `«` closes, as in German and Danish books. */
  readonly inward: boolean
  /** There is no `«`, so `»` stands on both sides, as in Swedish and Finnish books. */
  readonly guillemetsRightOnly: boolean
  /** There is neither `“` nor `„`, so `”` stands on both sides, as in Swedish and Finnish papers. */
  readonly curlyRightOnly: boolean
  /** There is no `”`: a `“` closes as well. */
  readonly curlyLeftOnly: boolean
}

interface Mark {
  readonly at: number
  readonly text: string
}

interface Pair {
  readonly open: Mark
  readonly close: Mark
}

const ANY_MARK = /["“”„‟«»‹›「」『』＂〝〞〟❝❞‘’‚'`]/
const MARK = /''|``|["“”„‟«»‹›「」『』＂〝〞〟❝❞]/g
const GUILLEMET = /[«»]/
/** Invisible marks of direction stand at the edge as spaces do. */
const LEFT_EDGE = /[\s([{\-–—/¿¡:,\u200b-\u200f\u202a-\u202e\u2060-\u2069]/

/** The marks that close what the key opened. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '”': ['”'],
  '„': ['“', '”', '"'],
  '‟': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '＂': ['＂'],
  '〝': ['〞', '〟'],
  '❝': ['❞'],
  "''": ["''"],
  '``': ["''"],
}

/** Whether a text has any quotation mark at all: one fast look before the work begins. */
export const hasMarks = (text: string): boolean => ANY_MARK.test(text)

/** Reads the habits of a text from the marks that it has. */
export function markHabits(text: string): MarkHabits {
  return {
    inward: text.includes('«') && text.search(GUILLEMET) === text.indexOf('»'),
    guillemetsRightOnly: !text.includes('«'),
    curlyRightOnly: !/[“„]/.test(text),
    curlyLeftOnly: !text.includes('”') && !text.includes('„'),
  }
}

const atLeftEdge = (text: string, at: number): boolean => at === 0 || LEFT_EDGE.test(text.charAt(at - 1))
const spaceAt = (text: string, at: number): boolean => at >= text.length || /\s/.test(text.charAt(at))

/** Whether a mark looks the same on both sides of the quoted words in this text. */
function isSymmetric(mark: string, habits: MarkHabits): boolean {
  switch (mark) {
    case '"':
    case "''":
    case '＂':
      return true
    case '“':
      return habits.curlyLeftOnly
    case '”':
      return habits.curlyRightOnly
    case '»':
      return habits.guillemetsRightOnly
    default:
      return false
  }
}

const looksOpening = (mark: Mark, text: string): boolean =>
  atLeftEdge(text, mark.at) && !spaceAt(text, mark.at + mark.text.length)

function canOpen(mark: Mark, text: string, habits: MarkHabits): boolean {
  if (mark.text === '»') return habits.inward || (habits.guillemetsRightOnly && atLeftEdge(text, mark.at))
  if (mark.text === '«') return !habits.inward
  if (mark.text === '”') return habits.curlyRightOnly || looksOpening(mark, text)
  // A double prime after a number is an inch or a second.
  if (mark.text === '"') return !/\d/.test(text.charAt(mark.at - 1))
  return mark.text in CLOSERS
}

const closesOf = (open: string, habits: MarkHabits): readonly string[] =>
  isSymmetric(open, habits) ? [open] : (CLOSERS[open] ?? [])

/** Marks that are open, the last one last, and how many there are of each kind. */
interface OpenMarks {
  readonly stack: Mark[]
  readonly counts: Map<string, number>
}

function push(open: OpenMarks, mark: Mark): void {
  open.stack.push(mark)
  open.counts.set(mark.text, (open.counts.get(mark.text) ?? 0) + 1)
}

/** Takes the last open mark that `closer` closes and drops what was opened after it; each mark is dropped once. */
function take(open: OpenMarks, closer: string, habits: MarkHabits): Mark | null {
  const fits = (opener: string): boolean => closesOf(opener, habits).includes(closer)
  if (![...open.counts].some(([opener, count]) => count > 0 && fits(opener))) return null
  for (let mark = open.stack.pop(); mark; mark = open.stack.pop()) {
    open.counts.set(mark.text, (open.counts.get(mark.text) ?? 1) - 1)
    if (fits(mark.text)) return mark
  }
  return null
}

/** `“..."` and `"...”`: opened in one style and closed in the other. */
function takeOtherStyle(open: OpenMarks, mark: Mark, text: string): Mark | null {
  const last = open.stack.at(-1)
  const fits = (last?.text === '“' && mark.text === '"') || (last?.text === '"' && mark.text === '”')
  if (!last || !fits || looksOpening(mark, text)) return null
  open.counts.set(last.text, (open.counts.get(last.text) ?? 1) - 1)
  return open.stack.pop() ?? null
}

interface Paired {
  readonly pairs: readonly Pair[]
  /** Opened and never closed, the outermost of them. */
  readonly unclosed: Mark | null
  /** The paragraph's first mark that closes nothing which was opened in it. */
  readonly unopened: Mark | null
}

/** Pairs the marks of one paragraph as brackets are paired; linear in their number. */
function pairUp(marks: readonly Mark[], text: string, habits: MarkHabits): Paired {
  const pairs: Pair[] = []
  const open: OpenMarks = { stack: [], counts: new Map() }
  const odd = oddMarks(marks)
  let unopened: Mark | null = null
  for (const mark of marks) {
    // In an odd number of straight marks, one that can only open means that the one before was never closed.
    const mustOpen = odd.has(mark.text) && isSymmetric(mark.text, habits) && looksOpening(mark, text)
    const opener = mustOpen ? null : (take(open, mark.text, habits) ?? takeOtherStyle(open, mark, text))
    if (opener) pairs.push({ open: opener, close: mark })
    else if (canOpen(mark, text, habits)) push(open, mark)
    else if (pairs.length === 0 && open.stack.length === 0) unopened ??= mark
  }
  return { pairs, unclosed: open.stack[0] ?? null, unopened }
}

function oddMarks(marks: readonly Mark[]): ReadonlySet<string> {
  const odd = new Set<string>()
  for (const { text } of marks) if (!odd.delete(text)) odd.add(text)
  return odd
}

/** Leaves out what stands inside another span, and single marks that overlap double ones: those were apostrophes. */
function outermost(text: string, spans: readonly MarkedSpan[]): readonly MarkedSpan[] {
  const kept: MarkedSpan[] = []
  for (const span of [...spans].sort((one, other) => one.open - other.open || other.close - one.close)) {
    const last = kept.at(-1)
    if (last && span.open < last.close && span.close > last.close && isSingle(text, last)) kept.pop()
    if (span.open >= (kept.at(-1)?.close ?? 0)) kept.push(span)
  }
  return kept
}

const isSingle = (text: string, { open }: MarkedSpan): boolean =>
  /[‘‚'`]/.test(text.charAt(open)) && !/''|``/.test(text.slice(open, open + 2))

function markedSpan(text: string, open: number, from: number, to: number, close: number): MarkedSpan {
  let start = from
  let end = to
  while (start < end && spaceAt(text, start)) start++
  while (end > start && spaceAt(text, end - 1)) end--
  return { open, start, end, close, continues: false }
}

/**
 * The outermost quoted stretches of each paragraph, in order. A quotation over several paragraphs gives one span
 * for each, whether its later paragraphs open with a mark again or not. Linear in the length of the text.
 *
 * @param text the whole text
 * @param paragraphs its paragraphs
 * @returns one list for each paragraph
 */
export function markedSpans(text: string, paragraphs: readonly Span[]): readonly (readonly MarkedSpan[])[] {
  const habits = markHabits(text)
  const paired = paragraphs.map(paragraph => pairUp(marksOf(text, paragraph), text, habits))
  let running: Mark | null = null
  return paired.map(({ pairs, unclosed, unopened }, index) => {
    const paragraph = paragraphs[index] as Span
    const spans = pairs.map(({ open, close }) =>
      markedSpan(text, open.at, open.at + open.text.length, close.at, close.at + close.text.length),
    )
    if (running && unopened && closesOf(running.text, habits).includes(unopened.text))
      spans.push(
        markedSpan(text, paragraph.start, paragraph.start, unopened.at, unopened.at + unopened.text.length),
      )
    running = null
    if (unclosed && continuesIn(text, unclosed, paragraphs[index + 1], paired[index + 1], habits)) {
      running = unclosed
      const span = markedSpan(
        text,
        unclosed.at,
        unclosed.at + unclosed.text.length,
        paragraph.end,
        paragraph.end,
      )
      spans.push({ ...span, continues: true })
    }
    return outermost(text, [...spans, ...singleSpans(text, paragraph, spans.length > 0).map(single)]).filter(
      span => span.end > span.start,
    )
    function single(span: Span): MarkedSpan {
      return markedSpan(text, span.start, span.start + 1, span.end - 1, span.end)
    }
  })
}

function marksOf(text: string, paragraph: Span): readonly Mark[] {
  return [...text.slice(paragraph.start, paragraph.end).matchAll(MARK)].map(match => ({
    at: paragraph.start + match.index,
    text: match[0],
  }))
}

/** An unclosed quotation goes on where the next paragraph opens with its mark again, or closes what it did not open. */
function continuesIn(
  text: string,
  unclosed: Mark,
  next: Span | undefined,
  paired: Paired | undefined,
  habits: MarkHabits,
): boolean {
  if (!next) return false
  if (text.startsWith(unclosed.text, next.start)) return true
  const closer = paired?.unopened?.text
  return closer !== undefined && closesOf(unclosed.text, habits).includes(closer)
}
