import type { Span } from '../text'
import { closesOf, markHabits, pairUp, spaceAt } from './pairs'
import type { MarkHabits, Paired } from './pairs'
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

/** A quotation mark: one character, or two of those that stand for one on typewriters. */
export interface Mark {
  readonly at: number
  readonly text: string
}

/** All quotation marks of a text in its order. */
export interface Marks {
  readonly double: readonly Mark[]
  /** Single ones, and apostrophes, which look the same; two that stand for a double one are here as well. */
  readonly single: readonly Mark[]
}

const MARK = /["“”„‟«»‹›「」『』＂〝〞〟❝❞‘’‚'`]/g
const SINGLE_MARKS = "‘’‚'`"
const TYPED_TWICE = "'`"

/** Finds the marks of a text: one fast look at every character. */
export function marksOf(text: string): Marks {
  const double: Mark[] = []
  const single: Mark[] = []
  let twice = -1
  MARK.lastIndex = 0
  while (MARK.test(text)) {
    const at = MARK.lastIndex - 1
    const mark = text.charAt(at)
    if (!SINGLE_MARKS.includes(mark)) {
      double.push({ at, text: mark })
      continue
    }
    single.push({ at, text: mark })
    if (at < twice || !TYPED_TWICE.includes(mark) || text.charAt(at + 1) !== mark) continue
    double.push({ at, text: mark + mark })
    twice = at + 2
  }
  return { double, single }
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

const NO_MARKS: readonly Mark[] = []
const NO_SPANS: readonly MarkedSpan[] = []
const NO_PAIRS: Paired = { pairs: [], unclosed: null, unopened: null }

/** The marks in each paragraph. */
function byParagraph(marks: readonly Mark[], paragraphs: readonly Span[]): readonly (readonly Mark[])[] {
  let from = 0
  return paragraphs.map(paragraph => {
    let to = from
    while (to < marks.length && (marks[to]?.at ?? 0) < paragraph.end) to++
    const own = to === from ? NO_MARKS : marks.slice(from, to)
    from = to
    return own
  })
}

/**
 * The outermost quoted stretches of each paragraph, in order. A quotation over several paragraphs gives one span
 * for each, whether its later paragraphs open with a mark again or not. Linear in the length of the text.
 *
 * @param text the whole text
 * @param marks its marks
 * @param paragraphs its paragraphs
 * @returns one list for each paragraph
 */
export function markedSpans(
  text: string,
  marks: Marks,
  paragraphs: readonly Span[],
): readonly (readonly MarkedSpan[])[] {
  const habits = markHabits(marks.double)
  const singles = byParagraph(marks.single, paragraphs)
  const paired = byParagraph(marks.double, paragraphs).map(own =>
    own.length === 0 ? NO_PAIRS : pairUp(own, text, habits),
  )
  let running: Mark | null = null
  return paired.map((own, index) => {
    const single = singles[index] ?? NO_MARKS
    if (own === NO_PAIRS && single.length === 0) {
      running = null
      return NO_SPANS
    }
    const spans = doubleSpans(text, own, running, paragraphs[index] as Span, habits)
    running = runningAfter(text, own, paragraphs[index + 1], paired[index + 1], habits)
    if (running) spans.push(unclosedSpan(text, running, paragraphs[index] as Span))
    for (const { start, end } of singleSpans(text, single, spans.length > 0))
      spans.push(markedSpan(text, start, start + 1, end - 1, end))
    return outermost(text, spans).filter(span => span.end > span.start)
  })
}

/** The spans of a paragraph's pairs, and the rest of the quotation that the paragraph before left open. */
function doubleSpans(
  text: string,
  { pairs, unopened }: Paired,
  running: Mark | null,
  paragraph: Span,
  habits: MarkHabits,
): MarkedSpan[] {
  const spans = pairs.map(({ open, close }) => markedSpan(text, open.at, endOf(open), close.at, endOf(close)))
  if (running && unopened && closesOf(running.text, habits).includes(unopened.text))
    spans.push(markedSpan(text, paragraph.start, paragraph.start, unopened.at, endOf(unopened)))
  return spans
}

const endOf = ({ at, text }: Mark): number => at + text.length

const unclosedSpan = (text: string, mark: Mark, { end }: Span): MarkedSpan => ({
  ...markedSpan(text, mark.at, endOf(mark), end, end),
  continues: true,
})

/**
 * A paragraph's unclosed mark when its quotation goes on: the next paragraph opens with the mark again, or closes what
 * it did not open.
 */
function runningAfter(
  text: string,
  { unclosed }: Paired,
  next: Span | undefined,
  paired: Paired | undefined,
  habits: MarkHabits,
): Mark | null {
  if (!unclosed || !next) return null
  if (text.startsWith(unclosed.text, next.start)) return unclosed
  const closer = paired?.unopened?.text
  return closer !== undefined && closesOf(unclosed.text, habits).includes(closer) ? unclosed : null
}
