import type { FoundTerms, TermLists } from './dictionary'
import { postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { byteWindow, readWindow } from './segment-bytes'
import type { ByteWindow } from './segment-bytes'
import type { OpenSegment } from './segment-reader'

/** The postings of one word in one segment: one list a term. */
export interface PostingReader<Found extends TermLists = FoundTerms> {
  readonly segment: OpenSegment
  readonly found: Found
  readonly cursor: PostingCursor
  readonly windows: PostingWindows
}

/** What was read of a segment for a word. */
export interface PostingWindows {
  /** For the terms of one document. */
  readonly dictionary: ByteWindow
  readonly frequencies: ByteWindow
  readonly positions: ByteWindow
}

/** One for each of the first readers that are used side by side: memory that is new each time costs as much as reading. */
const allWindows: PostingWindows[] = []

/**
 * Opens the postings of a word, valid until others are opened in the same slot.
 *
 * @param slot readers that are used side by side have different ones
 */
export function openPostings<Found extends TermLists>(
  segment: OpenSegment,
  found: Found,
  slot = 0,
): PostingReader<Found> {
  const windows = (allWindows[slot] ??= {
    dictionary: byteWindow(),
    frequencies: byteWindow(),
    positions: byteWindow(),
  })
  windows.dictionary.end = windows.frequencies.end = windows.positions.end = 0
  return { segment, found, cursor: postingCursor(segment.header.documentCount), windows }
}

/** Puts the reader's cursor before the first posting of a term. */
export function startTerm(reader: PostingReader<TermLists>, term: number): void {
  const { segment, found, cursor, windows } = reader
  const count = found.documentCounts[term] ?? 0
  const start = found.frequencyStarts[term] ?? 0
  const end = found.frequencyEnds[term] ?? 0
  const window = count === 1 ? windows.dictionary : windows.frequencies
  const until = count === 1 ? found.dictionaryEnd : found.frequenciesEnd
  readWindow(segment.bytes, window, start, end, until)
  const at = start - window.start
  startList(cursor, window.bytes, at, at + end - start, count)
}
