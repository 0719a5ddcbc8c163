import { addToChecksum, NO_BYTES_SUM } from './checksum'
import { IndexFormatError } from './index-format-error'
import { openSegment } from './segment-reader'
import type { SegmentBytes, StoredSegment } from './types'

/** A segment is read in pieces of so many bytes. */
const READ_AT_ONCE = 1 << 20

/**
 * Whether all bytes of a segment are as they were written: a gigabyte takes about a second.
 *
 * @throws what reading throws, but IndexFormatError
 */
export function isSound(stored: StoredSegment, bytes: SegmentBytes): boolean {
  try {
    const { positions, frequencies, dictionary, documents } = openSegment(stored, bytes)
    const piece = new Uint8Array(READ_AT_ONCE)
    return [positions, frequencies, dictionary, documents].every(({ start, end }, region) => {
      let checksum = NO_BYTES_SUM
      for (let at = start; at < end; at += piece.length) {
        const part = piece.subarray(0, Math.min(piece.length, end - at))
        if (bytes.read(part, at) < part.length) return false
        checksum = addToChecksum(checksum, part)
      }
      return checksum === stored.header.checksums[region]
    })
  } catch (error) {
    if (error instanceof IndexFormatError) return false
    throw error
  }
}
