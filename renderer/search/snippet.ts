import { joinMarks, markTerms } from './highlight'
import type { TermMark } from './highlight'
import type { HighlightTerm, Mark, Snippet } from './types'

const ELLIPSIS = '…'
const SPACE = /\s/u
/** How far a cut moves to fall between words. */
const LONGEST_WORD = 24
/** How much of the room that the marks leave is given to what stands before them. */
const ROOM_BEFORE = 0.3

/**
 * The passage of a text that shows best why it was found: where most different terms stand, the earliest of equals.
 *
 * Line breaks become spaces, and `…` stands where the text was cut. Without any match it is the beginning of the
 * text. Linear in the length of the text.
 *
 * @param length of the passage in UTF-16 code units, without the `…`
 */
export function snippet(text: string, terms: readonly HighlightTerm[], length: number): Snippet {
  const marks = markTerms(text, terms).toSorted((first, second) => first.start - second.start)
  const { start, end } = passageOf(text, bestSpan(marks, length), length)
  const before = start > 0 ? ELLIPSIS : ''
  const after = end < text.length ? ELLIPSIS : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end).replace(/\s/gu, ' ') + after,
    marks: joinMarks(marks)
      .filter(mark => mark.start >= start && mark.end <= end)
      .map(mark => ({ start: mark.start + shift, end: mark.end + shift })),
  }
}

/** The marks within one length that show most: different terms first, then how often. */
function bestSpan(marks: readonly TermMark[], length: number): Mark {
  const counts = new Map<number, number>()
  let best: Mark = { start: 0, end: 0 }
  let bestValue = 0
  let last = 0
  marks.forEach((first, index) => {
    for (; last < marks.length; last++) {
      const next = marks[last]
      if (!next || (next.end > first.start + length && last > index)) break
      counts.set(next.term, (counts.get(next.term) ?? 0) + 1)
    }
    // A repeated term counts less the more often it is there, so that it never outweighs another term.
    const value = counts.size + (last - index) / (last - index + 1)
    if (value > bestValue) {
      bestValue = value
      best = { start: first.start, end: marks[last - 1]?.end ?? first.end }
    }
    const left = (counts.get(first.term) ?? 1) - 1
    if (left > 0) counts.set(first.term, left)
    else counts.delete(first.term)
  })
  return best
}

function passageOf(text: string, span: Mark, length: number): Mark {
  const room = Math.max(0, length - (span.end - span.start))
  const wanted = Math.max(0, Math.min(span.start - Math.floor(room * ROOM_BEFORE), text.length - length))
  const start = cutBetweenWords(text, wanted, Math.min(span.start, wanted + LONGEST_WORD), 1)
  const limit = Math.min(text.length, start + Math.max(0, length))
  const end =
    limit === text.length
      ? limit
      : cutBetweenWords(text, limit, Math.max(span.end, limit - LONGEST_WORD, start), -1)
  return { start, end }
}

/** The nearest place from `from` towards `to` where a word begins (forwards) or has ended (backwards), else `from`. */
function cutBetweenWords(text: string, from: number, to: number, step: 1 | -1): number {
  if (from === 0) return 0
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    const [outside, inside] = step > 0 ? [at - 1, at] : [at, at - 1]
    if (SPACE.test(text.charAt(outside)) && !SPACE.test(text.charAt(inside))) return at
  }
  return isInsidePair(text, from) ? from - step : from
}

/** Whether a place is between the two halves of a surrogate pair. */
function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
