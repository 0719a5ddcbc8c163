import type { Piece } from './segment-pages'
import type { ByteRange } from './page-layout'

/** What is kept in memory of a page. */
export interface KeptPage {
  readonly segment: number
  readonly pieces: readonly Piece[]
  /** In bytes. */
  readonly size: number
  /** Of a whole page by block 1 for those that were used; null where nothing else is left. */
  readonly used: Uint8Array | null
}

/** What was used is told apart in blocks of so many bytes: the flags of a page are few enough for the engine's own heap. */
const BLOCK_BYTES = 1024
/** A page of which more was used stays as it is. */
const MOSTLY = 0.75

/** Notes that a range of a page was used. */
export function markUsed({ used, pieces: [piece] }: KeptPage, { start, end }: ByteRange): void {
  if (!used || !piece) return
  const first = Math.floor((start - piece.start) / BLOCK_BYTES)
  used.fill(1, Math.max(0, first), Math.ceil((end - piece.start) / BLOCK_BYTES))
}

/** A page that was just read, nothing of which was used so far. */
export function keptPage(segment: number, pieces: readonly Piece[]): KeptPage {
  const size = pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return { segment, pieces, size, used: new Uint8Array(Math.ceil(size / BLOCK_BYTES)) }
}

/** Leaves of a page what was used of it. */
export function trimPage(page: KeptPage): KeptPage {
  const { used, pieces, segment } = page
  const [piece] = pieces
  if (!used || !piece) return page
  const ranges = usedRanges(used, piece)
  const size = ranges.reduce((sum, { start, end }) => sum + end - start, 0)
  if (size > page.size * MOSTLY) return { ...page, used: null }
  const bytes = new Uint8Array(size)
  let at = 0
  const kept = ranges.map(({ start, end }) => {
    const from = at
    bytes.set(piece.bytes.subarray(start - piece.start, end - piece.start), from)
    at += end - start
    return { start, end, bytes: bytes.subarray(from, at) }
  })
  return { segment, pieces: kept, size, used: null }
}

/** Blocks that follow one another are one range. */
function usedRanges(used: Uint8Array, { start, end }: Piece): readonly ByteRange[] {
  const ranges: ByteRange[] = []
  for (let first = used.indexOf(1); first >= 0; first = used.indexOf(1, first)) {
    const next = used.indexOf(0, first)
    const after = next < 0 ? used.length : next
    ranges.push({ start: start + first * BLOCK_BYTES, end: Math.min(start + after * BLOCK_BYTES, end) })
    first = after
  }
  return ranges
}
