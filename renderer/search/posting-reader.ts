import type { FoundTerms } from './dictionary'
import { PAGE_BYTES } from './format'
import { postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { pagesOf } from './segment-reader'
import type { ByteRange, OpenSegment, SegmentPages } from './segment-reader'

/** The postings of one word in one segment: one list a term. */
export interface PostingReader {
  readonly segment: OpenSegment
  readonly pages: SegmentPages
  readonly found: FoundTerms
  readonly cursor: PostingCursor
  /** Holds the list that lies on several pages. */
  readonly joined: Joined
}

/** Bytes that were put together of several pages. They are used again: valid until the next ones are. */
export interface Joined {
  bytes: Uint8Array
}

/** Bytes, and where in the segment the first of them stands and the last one ends. */
export interface OpenRange {
  bytes: Uint8Array
  start: number
  end: number
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

/**
 * Makes a range of a segment readable: on its page, where it lies on one, else put together. What is not loaded reads
 * as 0.
 */
export function openRange(
  pages: SegmentPages,
  start: number,
  end: number,
  joined: Joined,
  range: OpenRange,
): void {
  const first = Math.floor(start / PAGE_BYTES)
  if (end <= (first + 1) * PAGE_BYTES) {
    range.bytes = pages[first] ?? NO_BYTES
    range.start = first * PAGE_BYTES
    range.end = range.start + range.bytes.length
    return
  }
  joinPages(pages, { start, end }, joined)
  range.bytes = joined.bytes
  range.start = start
  range.end = end
}

function joinPages(pages: SegmentPages, { start, end }: ByteRange, joined: Joined): void {
  if (joined.bytes.length < end - start) joined.bytes = new Uint8Array((end - start) * 2)
  const { first, last } = pagesOf({ start, end })
  for (let number = first; number <= last; number++) {
    const from = Math.max(start, number * PAGE_BYTES)
    const to = Math.min(end, (number + 1) * PAGE_BYTES)
    const page = pages[number]
    const at = number * PAGE_BYTES
    if (page) joined.bytes.set(page.subarray(from - at, to - at), from - start)
    else joined.bytes.fill(0, from - start, to - start)
  }
}
