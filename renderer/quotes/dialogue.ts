import type { Span } from '../text'
import { opensWithCue } from './attribution-after'
import type { QuoteLanguage } from './languages/language'
import type { MarkedSpan } from './marks'
import { paragraphTokens } from './tokens'

const OPENS_LINE = /^[ \t\u00a0]{0,4}[—–―‒-][ \t\u00a0]?(?=\S)/
const ANY_LINE = /(?:^|\n)[ \t\u00a0]{0,4}[—–―‒-]/
/** A dash between two parts of a sentence; a hyphen and a range of numbers have no space. */
const DASH = /(?<=[\s,.!?…])[—–―‒-](?=\s)|(?<=\s)[—–―](?=\p{L})|(?<=\p{L})[—–―](?=[\s,.!?…])/gu
/** What stands before a later part of the speech, and after any part, belongs to the sentence around it. */
const BEFORE = /[\s.,;:!?…]/
const AFTER = /[\s,]/
const MOST_PARTS = 200

/** Whether a text has a line that opens with a dash: one fast look before the work begins. */
export const mayHoldDialogue = (text: string): boolean => ANY_LINE.test(text)

/**
 * Speech that a dash opens and no quotation marks: `— Stay, — said NAME. — It is late.` Only lines in which a part
 * after a dash opens with a verb of saying count; others are lists.
 */
export function dialogueSpans(text: string, paragraph: Span, language: QuoteLanguage): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = []
  for (let start = paragraph.start; start < paragraph.end;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > paragraph.end ? paragraph.end : newline
    const opening = OPENS_LINE.exec(text.slice(start, Math.min(end, start + 8)))
    if (opening) spans.push(...speechIn(text, start, { start: start + opening[0].length, end }, language))
    start = end + 1
  }
  return spans
}

function speechIn(text: string, open: number, line: Span, language: QuoteLanguage): readonly MarkedSpan[] {
  const parts = partsOf(text, line)
  const told = parts.map((part, index) => index > 0 && isTold(text, part, language))
  if (!told.includes(true)) return []
  const spans: MarkedSpan[] = []
  parts.forEach((part, index) => {
    if (told[index]) return
    const last = spans.at(-1)
    // A dash inside the speech: both parts are one.
    const { start, end } = edges(text, part.start, part.end)
    if (last && !told[index - 1]) spans[spans.length - 1] = { ...last, end, close: end }
    else spans.push({ open: index === 0 ? open : start, start, end, close: end, continues: false })
  })
  return spans.filter(span => span.end > span.start)
}

function edges(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && BEFORE.test(text.charAt(start))) start++
  while (end > start && AFTER.test(text.charAt(end - 1))) end--
  return { start, end }
}

function partsOf(text: string, line: Span): readonly Span[] {
  const parts: Span[] = []
  let start = line.start
  for (const match of text.slice(line.start, line.end).matchAll(DASH)) {
    if (parts.length >= MOST_PARTS) break
    parts.push({ start, end: line.start + match.index })
    start = line.start + match.index + 1
  }
  return [...parts, { start, end: line.end }]
}

const isTold = (text: string, part: Span, language: QuoteLanguage): boolean =>
  opensWithCue(paragraphTokens(text, part, [], language), language)
