import { IndexFormatError } from './index-format-error'
import type { SegmentBytes } from './types'

/** A part of a segment's bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** A part of a segment that was read: `bytes` begins with it and may be longer. Used again for the next part. */
export interface ByteWindow {
  bytes: Uint8Array
  /** Where in the segment the part begins and ends. */
  start: number
  end: number
}

/** Whoever goes on from here reads this much at once: less than ten microseconds' worth. */
export const READ_AHEAD = 64 * 1024

/** Nothing was read. */
export const byteWindow = (): ByteWindow => ({ bytes: new Uint8Array(0), start: 0, end: 0 })

/**
 * Has a window hold `start` … `end`. What follows up to `until` is read with it, as far as that is no more than
 * READ_AHEAD.
 *
 * @throws IndexFormatError when the segment ends before
 */
export function readWindow(
  source: SegmentBytes,
  window: ByteWindow,
  start: number,
  end: number,
  until = end,
): void {
  if (window.start <= start && end <= window.end) return
  if (end < start) throw damagedRange()
  const to = Math.max(end, Math.min(start + READ_AHEAD, until))
  if (window.bytes.length < to - start)
    window.bytes = new Uint8Array(Math.max(to - start, window.bytes.length * 2))
  readInto(source, window.bytes.subarray(0, to - start), start)
  window.start = start
  window.end = to
}

/**
 * Reads a range into memory of its own.
 *
 * @throws IndexFormatError when the segment ends before
 */
export function readRange(source: SegmentBytes, { start, end }: ByteRange): Uint8Array {
  if (end < start) throw damagedRange()
  const bytes = new Uint8Array(end - start)
  readInto(source, bytes, start)
  return bytes
}

function readInto(source: SegmentBytes, bytes: Uint8Array, start: number): void {
  if (source.read(bytes, start) < bytes.length) throw new IndexFormatError('A segment ends too early')
}

const damagedRange = (): IndexFormatError => new IndexFormatError('A range of a segment is damaged')

/** A segment that is in memory. */
export const bytesInMemory = (all: Uint8Array): SegmentBytes => ({
  read: (into, start) => {
    const part = all.subarray(start, start + into.length)
    into.set(part)
    return part.length
  },
  close: () => undefined,
})
