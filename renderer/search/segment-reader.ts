import { readVarint } from './bytes'
import type { DocumentTable } from './documents'
import { FORMAT_VERSION, MOST_DOCUMENTS } from './format'
import { IndexFormatError } from './index-format-error'
import { bytesInMemory } from './segment-bytes'
import type { ByteRange } from './segment-bytes'
import type { SegmentBytes, SegmentHeader, StoredSegment } from './types'

/** A segment whose header has been decoded, and whose bytes can be read. Places count from its first byte. */
export interface OpenSegment {
  readonly id: number
  readonly newest: number
  readonly header: SegmentHeader
  readonly bytes: SegmentBytes
  /** What is known of its documents by now. */
  readonly table: DocumentTable
  /** Where the first term of each block stands in `header.sparse`: a length byte, then the term. */
  readonly blockTerms: Uint32Array
  /** Where each block begins; one entry more than there are blocks: where the last one ends. */
  readonly blockStarts: Uint32Array
  readonly positions: ByteRange
  readonly frequencies: ByteRange
  readonly dictionary: ByteRange
  readonly documents: ByteRange
}

/** How many bytes a segment has. */
export const byteCountOf = (header: SegmentHeader): number =>
  header.positionBytes + header.frequencyBytes + header.dictionaryBytes + header.documentBytes

/**
 * Decodes a header.
 *
 * @throws IndexFormatError when another version of the program wrote it, or it contradicts itself
 */
export function openSegment({ id, newest, header }: StoredSegment, bytes: SegmentBytes): OpenSegment {
  // A header that was stored by another version may say anything.
  const version: number = header.version
  if (version !== FORMAT_VERSION)
    throw new IndexFormatError(`Segment ${id} has version ${version}, not ${FORMAT_VERSION}`)
  const { documentCount, documentBytes } = header
  if (!(documentCount < MOST_DOCUMENTS && documentCount * 3 <= documentBytes))
    throw new IndexFormatError(`Segment ${id} has fewer documents than it says`)
  const positions = { start: 0, end: header.positionBytes }
  const frequencies = { start: positions.end, end: positions.end + header.frequencyBytes }
  const dictionary = { start: frequencies.end, end: frequencies.end + header.dictionaryBytes }
  const documents = { start: dictionary.end, end: dictionary.end + documentBytes }
  const { end: blocksEnd, ...blocks } = readBlocks(header.sparse, dictionary.start)
  const isWhole =
    blocksEnd === dictionary.end &&
    [positions, frequencies, dictionary, documents].every(({ start, end }) => start <= end && end < 2 ** 32)
  if (!isWhole) throw new IndexFormatError(`The header of segment ${id} is damaged`)
  const table = { decoded: undefined }
  return { id, newest, header, bytes, table, ...blocks, positions, frequencies, dictionary, documents }
}

function readBlocks(
  bytes: Uint8Array,
  dictionaryStart: number,
): Pick<OpenSegment, 'blockTerms' | 'blockStarts'> & { readonly end: number } {
  const cursor = { bytes, at: 0 }
  const blockTerms: number[] = []
  const blockStarts = [dictionaryStart]
  let start = dictionaryStart
  while (cursor.at < bytes.length) {
    blockTerms.push(cursor.at)
    cursor.at += 1 + (bytes[cursor.at] ?? 0)
    start += readVarint(cursor)
    blockStarts.push(start)
  }
  return { blockTerms: Uint32Array.from(blockTerms), blockStarts: Uint32Array.from(blockStarts), end: start }
}

/** Whether this version of the program can read a segment, as far as its header says. */
export function isReadable(stored: StoredSegment): boolean {
  try {
    openSegment(stored, bytesInMemory(new Uint8Array(0)))
    return true
  } catch {
    return false
  }
}
