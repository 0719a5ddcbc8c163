import type { FoundTerms } from './dictionary'
import { postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { cursorAt } from './segment-reader'
import type { ByteRange, OpenSegment, SegmentPages } from './segment-reader'

/** The postings of one word in one segment: one list a term. */
export interface PostingReader {
  readonly segment: OpenSegment
  readonly found: FoundTerms
  readonly inline: OpenRange
  readonly others: OpenRange
  readonly cursor: PostingCursor
}

/** A range of a segment: `offset` is what to add to an index into `bytes` to get a place in the segment. */
export interface OpenRange {
  readonly bytes: Uint8Array
  readonly offset: number
}

/** Opens the postings of a word. The pages under its frequencies, and under its blocks, must be loaded. */
export function openPostings(segment: OpenSegment, pages: SegmentPages, found: FoundTerms): PostingReader {
  return {
    segment,
    found,
    inline: openRange(pages, found.blocks),
    others: openRange(pages, found.frequencies),
    cursor: postingCursor(segment.ids.length),
  }
}

/** Puts the reader's cursor before the first posting of a term. */
export function startTerm({ segment, found, inline, others, cursor }: PostingReader, term: number): void {
  const count = found.documentCounts[term] ?? 0
  const { bytes, offset } = count === 1 ? inline : others
  const start = (found.frequencyStarts[term] ?? 0) - offset
  startList(cursor, bytes, start, (found.frequencyEnds[term] ?? 0) - offset, count, segment.hasSkipTables)
}

/** The bytes of a range, as far as they are loaded. */
export function openRange(pages: SegmentPages, range: ByteRange): OpenRange {
  const { bytes, at } = cursorAt(pages, range)
  return { bytes, offset: range.start - at }
}
