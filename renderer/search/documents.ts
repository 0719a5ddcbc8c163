import { readVarint } from './bytes'
import { addToChecksum, NO_BYTES_SUM } from './checksum'
import { IndexFormatError } from './index-format-error'
import { readRange } from './segment-bytes'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { SegmentBytes, StoredSegment } from './types'

/** The documents of a segment, by ordinal. */
export interface SegmentDocuments {
  readonly ids: Float64Array
  readonly titleLengths: Uint32Array
  readonly textLengths: Uint32Array
}

/** The documents of a segment, once they were asked for: opening is faster without. */
export interface DocumentTable {
  decoded: SegmentDocuments | undefined
}

/**
 * The documents of a segment.
 *
 * @throws IndexFormatError when they cannot be read
 */
export function documentsOf(segment: OpenSegment): SegmentDocuments {
  return (segment.table.decoded ??= decodeDocuments(segment))
}

/**
 * The ids of the documents of a segment, by ordinal.
 *
 * @throws IndexFormatError when they cannot be read
 */
export function documentIds(stored: StoredSegment, bytes: SegmentBytes): Float64Array {
  return documentsOf(openSegment(stored, bytes)).ids
}

function decodeDocuments({ id: segment, header, bytes: source, documents }: OpenSegment): SegmentDocuments {
  const { documentCount } = header
  const bytes = readRange(source, documents)
  const ids = new Float64Array(documentCount)
  const titleLengths = new Uint32Array(documentCount)
  const textLengths = new Uint32Array(documentCount)
  const cursor = { bytes, at: 0 }
  let next = 0
  for (let ordinal = 0; ordinal < documentCount; ordinal++) {
    const gap = readVarint(cursor)
    const id = next + (gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2)
    ids[ordinal] = id
    titleLengths[ordinal] = readVarint(cursor)
    textLengths[ordinal] = readVarint(cursor)
    next = id + 1
  }
  const isWhole =
    cursor.at === bytes.length && addToChecksum(NO_BYTES_SUM, bytes) === header.checksums.documents
  if (!isWhole) throw new IndexFormatError(`The documents of segment ${segment} are damaged`)
  return { ids, titleLengths, textLengths }
}
