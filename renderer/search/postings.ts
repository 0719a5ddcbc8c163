import { readVarint, skipVarints } from './bytes'
import type { Cursor } from './bytes'
import type { FoundTerms } from './dictionary'
import { COUNTED, OFTEN_IN_TEXT, ONCE_IN_TEXT, ONCE_IN_TITLE, TEXT_PLACE } from './format'
import { cursorAt } from './segment-reader'
import type { ByteRange, SegmentPages } from './segment-reader'

/** How often a term stands in one document. */
export interface Counts {
  /** Documents between this one and the one before. */
  gap: number
  inTitle: number
  inText: number
}

const counts: Counts = { gap: 0, inTitle: 0, inText: 0 }

/** Reads the head of one posting. The result is overwritten by the next call. */
export function readCounts(cursor: Cursor): Readonly<Counts> {
  const code = readVarint(cursor)
  const kind = code % 4
  counts.gap = (code - kind) / 4
  counts.inTitle = 0
  counts.inText = 0
  if (kind === ONCE_IN_TEXT) counts.inText = 1
  else if (kind === OFTEN_IN_TEXT) counts.inText = readVarint(cursor) + 2
  else if (kind === ONCE_IN_TITLE) counts.inTitle = 1
  else if (kind === COUNTED) {
    counts.inTitle = readVarint(cursor)
    counts.inText = readVarint(cursor)
  }
  return counts
}

/**
 * Calls `visit` for each posting of the found terms: by ascending document for each term, one term after the other.
 * The pages under their blocks and frequencies must be loaded.
 */
export function readPostings(
  pages: SegmentPages,
  found: FoundTerms,
  visit: (ordinal: number, inTitle: number, inText: number) => void,
): void {
  const inline = openRange(pages, found.blocks)
  const others = openRange(pages, found.frequencies)
  found.documentCounts.forEach((documentCount, term) => {
    const { cursor, offset } = documentCount === 1 ? inline : others
    cursor.at = (found.frequencyStarts[term] ?? 0) - offset
    let ordinal = -1
    for (let left = documentCount; left > 0 && cursor.at < cursor.bytes.length; left--) {
      const { gap, inTitle, inText } = readCounts(cursor)
      ordinal += gap + 1
      visit(ordinal, inTitle, inText)
    }
  })
}

/**
 * Calls `visit` with the places of each found term in each document that is wanted, ascending: positions in the
 * title, then positions in the text plus TEXT_PLACE. The pages under all postings must be loaded.
 */
export function readPlaces(
  pages: SegmentPages,
  found: FoundTerms,
  isWanted: (ordinal: number) => boolean,
  visit: (ordinal: number, places: readonly number[]) => void,
): void {
  const inline = openRange(pages, found.blocks)
  const others = openRange(pages, found.positions)
  let term = -1
  let left = 0
  readPostings(pages, found, (ordinal, inTitle, inText) => {
    if (left === 0) {
      left = found.documentCounts[++term] ?? 0
      const { cursor, offset } = left === 1 ? inline : others
      cursor.at = (found.positionStarts[term] ?? 0) - offset
    }
    left--
    const { cursor } = found.documentCounts[term] === 1 ? inline : others
    if (!isWanted(ordinal)) return skipVarints(cursor, inTitle + inText)
    const places: number[] = []
    appendPlaces(cursor, places, inTitle, 0)
    appendPlaces(cursor, places, inText, TEXT_PLACE)
    visit(ordinal, places)
  })
}

/** A range of a segment, and what to add to the cursor to get a place in the segment. */
interface OpenRange {
  readonly cursor: Cursor
  readonly offset: number
}

function openRange(pages: SegmentPages, range: ByteRange): OpenRange {
  const cursor = cursorAt(pages, range)
  return { cursor, offset: range.start - cursor.at }
}

function appendPlaces(cursor: Cursor, places: number[], count: number, base: number): void {
  let next = base
  for (let left = count; left > 0 && cursor.at < cursor.bytes.length; left--) {
    const place = next + readVarint(cursor)
    places.push(place)
    next = place + 1
  }
}
