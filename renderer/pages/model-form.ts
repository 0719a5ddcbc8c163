import { wordsOf } from './characters'
import { dateAtStart, type WrittenDate } from './dates'
import { bylineIn, endOfArticle, isContinuation, isEnding } from './furniture'

/** What stands before the first paragraph of an article. */
export interface Head {
  readonly date: WrittenDate | null
  readonly byline: string | null
  readonly title: string | null
  /** Whether a link to the whole article ("more") was among it. */
  readonly hasContinuation: boolean
  /** The number of passages that belong to the head. */
  readonly length: number
}

/** The article's own passages, without the page's furniture. */
export interface Form {
  readonly head: Head
  readonly start: number
  readonly end: number
}

const LONGEST_TITLE = 300
const MOST_PASSAGES = 8

/**
 * Reads passages (lines of a text, blocks of a page) in the form: dateline, "more", headline, paragraphs,
 * "MORE HEADLINES". Returns null when the first passage is no dateline or nothing of the article is left.
 */
export function readForm(passages: readonly string[]): Form | null {
  if (datelineOf(passages[0] ?? '') === null) return null
  const head = readHead(passages, null)
  const end = endOfArticle(passages)
  return head.title === null || head.length >= end ? null : { head, start: head.length, end }
}

/** Whether the page's furniture shows that the passages are in the form and do not merely begin with a date. */
export const hasFurniture = (form: Form, passages: readonly string[]): boolean =>
  form.head.hasContinuation || (passages[form.end] !== undefined && isEnding(passages[form.end] ?? ''))

/**
 * The head of an article: dateline, byline, "more" and the title in any order.
 *
 * @param known the title, where the document states it elsewhere; null takes the first other line for it
 */
export function readHead(passages: readonly string[], known: string | null): Head {
  let head: Head = { date: null, byline: null, title: null, hasContinuation: false, length: 0 }
  for (const passage of passages.slice(0, MOST_PASSAGES)) {
    const next = readPassage(head, passage, known)
    if (next === null) break
    head = { ...next, length: head.length + 1 }
  }
  return head
}

/** The head with one more passage, or null when the passage is no part of it. */
function readPassage(head: Head, passage: string, known: string | null): Head | null {
  const date = head.date === null ? datelineOf(passage) : null
  if (date) return { ...head, date, hasContinuation: head.hasContinuation || isContinuation(date.rest) }
  if (isContinuation(passage)) return { ...head, hasContinuation: true }
  const byline = head.byline === null ? bylineIn(passage) : null
  if (byline !== null) return { ...head, byline }
  if (known !== null) return sameTitle(passage, known) ? { ...head, title: known } : null
  return head.title === null && passage.length <= LONGEST_TITLE ? { ...head, title: passage } : null
}

/** Whether a line belongs above or below a headline: a date, a byline, "more". */
export const isHeadMatter = (line: string): boolean =>
  isContinuation(line) || bylineIn(line) !== null || datelineOf(line) !== null

/** A line that is a date, and "more" at most besides. */
function datelineOf(passage: string): WrittenDate | null {
  const date = passage.length > 120 ? null : dateAtStart(passage)
  return date && (!/[\p{L}\p{N}]/u.test(date.rest) || isContinuation(date.rest)) ? date : null
}

/** Whether two titles say the same, punctuation and case aside. */
export const sameTitle = (one: string, other: string): boolean => {
  const words = wordsOf(one)
  return words.length > 0 && words.join(' ') === wordsOf(other).join(' ')
}
