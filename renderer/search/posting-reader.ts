import type { FoundTerms } from './dictionary'
import { postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { openRange } from './segment-pages'
import type { Joined, OpenRange, SegmentPages } from './segment-pages'
import type { OpenSegment } from './segment-reader'

/** The postings of one word in one segment: one list a term. */
export interface PostingReader {
  readonly segment: OpenSegment
  readonly pages: SegmentPages
  readonly found: FoundTerms
  readonly cursor: PostingCursor
  /** Holds the list that lies on several pages. */
  readonly joined: Joined
}

const NO_BYTES = new Uint8Array(0)
/** One for each of the first readers that are used side by side. What is put together is read before anyone waits. */
const allJoined: Joined[] = []

/**
 * Opens the postings of a word. The pages under its frequencies, and under its blocks, must be loaded when a term is
 * started; what was started is valid until the caller waits for something.
 *
 * @param slot readers that are used side by side have different ones
 */
export function openPostings(
  segment: OpenSegment,
  pages: SegmentPages,
  found: FoundTerms,
  slot = 0,
): PostingReader {
  const joined = (allJoined[slot] ??= { bytes: NO_BYTES })
  return { segment, pages, found, cursor: postingCursor(segment.header.documentCount), joined }
}

/** Puts the reader's cursor before the first posting of a term. */
export function startTerm(reader: PostingReader, term: number): void {
  const { segment, pages, found, cursor, joined } = reader
  const start = found.frequencyStarts[term] ?? 0
  const end = found.frequencyEnds[term] ?? 0
  openRange(pages, start, end, joined, opened)
  const at = start - opened.start
  startList(
    cursor,
    opened.bytes,
    at,
    at + end - start,
    found.documentCounts[term] ?? 0,
    segment.hasSkipTables,
  )
}

const opened: OpenRange = { bytes: NO_BYTES, start: 0, end: 0 }
