import type { Span } from '../text'
import type { Mark } from './marks'

const LEFT_EDGE = /[\s([{\-–—"“„«]/
const WORD_CHARACTER = /[\p{L}\p{N}]/u
const ENDS_CLAUSE = /[.,!?…;:]/
/** What the opening single mark is closed by. */
const CLOSERS: Readonly<Record<string, string>> = { '‘': '’', '‚': '‘’', "'": "'", '`': "'’" }

function opens(text: string, { at, text: mark }: Mark): boolean {
  if (!(mark in CLOSERS)) return false
  const before = at === 0 || LEFT_EDGE.test(text.charAt(at - 1))
  const after = text.charAt(at + 1)
  // ’90s and 'tis are elisions; a digit after a straight mark is one too.
  return before && (mark === "'" ? /\p{L}/u.test(after) : WORD_CHARACTER.test(after))
}

const closes = (text: string, mark: Mark, open: Mark): boolean =>
  (CLOSERS[open.text] ?? '').includes(mark.text) &&
  mark.at > open.at + 1 &&
  !/\s/.test(text.charAt(mark.at - 1)) &&
  !WORD_CHARACTER.test(text.charAt(mark.at + 1))

/** An apostrophe after a plural looks like a closing mark: one beside punctuation is surer, then one not after `s`. */
function sureness(text: string, { at }: Mark): number {
  if (ENDS_CLAUSE.test(text.charAt(at - 1))) return 3
  const next = text.charAt(at + 1)
  if (next === '' || next === '\n' || ENDS_CLAUSE.test(next) || /[)\]]/.test(next)) return 2
  return /[sxz]/i.test(text.charAt(at - 1)) ? 0 : 1
}

/**
 * The stretches of a paragraph between single quotation marks, marks included. Apostrophes are none; in a paragraph
 * that has double marks the straight single ones are not looked at, as they stand inside or are apostrophes.
 *
 * @param marks those of the paragraph, in order
 */
export function singleSpans(text: string, marks: readonly Mark[], hasDoubleMarks: boolean): readonly Span[] {
  const spans: Span[] = []
  let open: Mark | null = null
  let close: Mark | null = null
  const finish = (): void => {
    if (open && close) spans.push({ start: open.at, end: close.at + 1 })
    open = close = null
  }
  for (const mark of marks) {
    if (hasDoubleMarks && (mark.text === "'" || mark.text === '`')) continue
    if (open && closes(text, mark, open)) {
      if (!close || sureness(text, mark) > sureness(text, close)) close = mark
      if (sureness(text, mark) === 3) finish()
    } else if (opens(text, mark)) {
      if (open) finish()
      open = mark
    }
  }
  finish()
  return spans
}
