import { addToChecksum, NO_BYTES_SUM } from './checksum'
import { IndexFormatError } from './index-format-error'
import { REGIONS } from './segment-output'
import { openSegment } from './segment-reader'
import type { SegmentBytes, StoredSegment } from './types'

/** A segment is read in pieces of so many bytes. */
const READ_AT_ONCE = 1 << 20

/**
 * Says whether all bytes of a segment are as they were written. Each step reads a megabyte at most.
 *
 * @throws what reading throws, but IndexFormatError
 */
export function* verifySegment(
  stored: StoredSegment,
  bytes: SegmentBytes,
): Generator<undefined, boolean, void> {
  try {
    const segment = openSegment(stored, bytes)
    const piece = new Uint8Array(Math.min(READ_AT_ONCE, segment.documents.end))
    for (const region of [...REGIONS, 'documents'] as const) {
      const { start, end } = segment[region]
      let checksum = NO_BYTES_SUM
      for (let at = start; at < end; at += piece.length) {
        const part = piece.subarray(0, Math.min(piece.length, end - at))
        if (bytes.read(part, at) < part.length) return false
        checksum = addToChecksum(checksum, part)
        yield
      }
      if (checksum !== stored.header.checksums[region]) return false
    }
    return true
  } catch (error) {
    if (error instanceof IndexFormatError) return false
    throw error
  }
}
