import type { FoundTerms, TermLists } from './dictionary'
import { postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { emptyJoined, emptyRange, isOpen, openRange } from './segment-pages'
import type { Joined, OpenRange, SegmentPages } from './segment-pages'
import type { OpenSegment } from './segment-reader'

/** The postings of one word in one segment: one list a term. */
export interface PostingReader<Found extends TermLists = FoundTerms> {
  readonly segment: OpenSegment
  readonly pages: SegmentPages
  readonly found: Found
  readonly cursor: PostingCursor
  /** Holds the list that lies on several pages. */
  readonly joined: Joined
  /** The list of the term, and perhaps others beside it. */
  readonly open: OpenRange
}

/** One for each of the first readers that are used side by side. What is put together is read before anyone waits. */
const allJoined: Joined[] = []

/**
 * Opens the postings of a word. The pages under its frequencies, and under its blocks, must be loaded when a term is
 * started; what was started is valid until the caller waits for something.
 *
 * @param slot readers that are used side by side have different ones
 */
export function openPostings<Found extends TermLists>(
  segment: OpenSegment,
  pages: SegmentPages,
  found: Found,
  slot = 0,
): PostingReader<Found> {
  const joined = (allJoined[slot] ??= emptyJoined())
  const cursor = postingCursor(segment.header.documentCount)
  return { segment, pages, found, cursor, joined, open: emptyRange() }
}

/** Puts the reader's cursor before the first posting of a term. */
export function startTerm(reader: PostingReader<TermLists>, term: number): void {
  const { segment, pages, found, cursor, joined, open } = reader
  const start = found.frequencyStarts[term] ?? 0
  const end = found.frequencyEnds[term] ?? 0
  if (!isOpen(open, joined, start, end)) openRange(pages, start, end, joined, open)
  const at = start - open.start
  startList(cursor, open.bytes, at, at + end - start, found.documentCounts[term] ?? 0, segment.hasSkipTables)
}
