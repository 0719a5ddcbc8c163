import type { Cursor } from './bytes'
import { pageAt, rangeOfPage } from './page-layout'
import type { ByteRange, PageLayout } from './page-layout'

const NO_BYTES = new Uint8Array(0)

/** A page of a segment, or a part of one. */
export interface Piece extends ByteRange {
  readonly bytes: Uint8Array
}

/** What has been loaded of the pages of one segment. */
export interface SegmentPages {
  readonly layout: PageLayout
  /** By place. */
  readonly loaded: (readonly Piece[] | undefined)[]
}

/** Nothing of a segment is loaded. */
export const noPages = ({ layout }: { readonly layout: PageLayout }): SegmentPages => ({ layout, loaded: [] })

/** Bytes that were put together of several pages. They are used again: valid until the next ones are. */
export interface Joined {
  bytes: Uint8Array
  /** Whose the bytes are now. */
  owner: object | null
}

/** None so far. */
export const emptyJoined = (): Joined => ({ bytes: NO_BYTES, owner: null })

/** Nothing is open. */
export const emptyRange = (): OpenRange => ({ bytes: NO_BYTES, start: 0, end: 0 })

/** Bytes, and where in the segment the first of them stands and the last one ends. */
export interface OpenRange {
  bytes: Uint8Array
  start: number
  end: number
}

/** A page as the store has it. */
export function wholePage(layout: PageLayout, page: number, bytes: Uint8Array): readonly Piece[] {
  return [{ ...rangeOfPage(layout, page), bytes }]
}

/** The piece that holds a range, if one does. */
export function pieceWith(
  pieces: readonly Piece[] | undefined,
  start: number,
  end: number,
): Piece | undefined {
  if (pieces) for (const piece of pieces) if (piece.start <= start && end <= piece.end) return piece
  return undefined
}

/**
 * Makes a range of a segment readable: where it lies in one piece as it is, else put together. What is not loaded reads
 * as 0.
 */
export function openRange(
  pages: SegmentPages,
  start: number,
  end: number,
  joined: Joined,
  range: OpenRange,
): void {
  const piece = pieceWith(pages.loaded[pageAt(pages.layout, start)], start, end)
  if (piece) {
    range.bytes = piece.bytes
    range.start = piece.start
    range.end = piece.end
    return
  }
  if (joined.bytes.length < end - start) joined.bytes = new Uint8Array((end - start) * 2)
  joinPieces(pages, start, end, joined.bytes)
  joined.owner = range
  range.bytes = joined.bytes
  range.start = start
  range.end = end
}

/** Whether a range that was opened is still what it was: others put theirs together in the same place. */
export function isOpen(range: OpenRange, joined: Joined, start: number, end: number): boolean {
  const isOwn = range.bytes !== joined.bytes || joined.owner === range
  return isOwn && range.start <= start && end <= range.end
}

/** A cursor at the start of a range that can be read to the end of it. What is not loaded reads as 0. */
export function cursorAt(pages: SegmentPages, { start, end }: ByteRange): Cursor {
  const piece = pieceWith(pages.loaded[pageAt(pages.layout, start)], start, end)
  if (piece) return { bytes: piece.bytes, at: start - piece.start }
  const bytes = end > start ? new Uint8Array(end - start) : NO_BYTES
  joinPieces(pages, start, end, bytes)
  return { bytes, at: 0 }
}

function joinPieces(pages: SegmentPages, start: number, end: number, bytes: Uint8Array): void {
  for (let from = start; from < end;) {
    const page = pageAt(pages.layout, from)
    const to = Math.min(end, rangeOfPage(pages.layout, page).end)
    const piece = pieceWith(pages.loaded[page], from, to)
    if (piece) bytes.set(piece.bytes.subarray(from - piece.start, to - piece.start), from - start)
    else bytes.fill(0, from - start, to - start)
    from = to
  }
}
