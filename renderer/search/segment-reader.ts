import { readVarint } from './bytes'
import { FORMAT_VERSION, PAGE_BYTES } from './format'
import { IndexFormatError } from './index-format-error'
import type { Cursor } from './bytes'
import type { SegmentHeader, StoredSegment } from './types'

/** A segment whose header has been decoded. */
export interface OpenSegment {
  readonly id: number
  readonly header: SegmentHeader
  /** By ordinal, ascending. */
  readonly ids: Float64Array
  readonly titleLengths: Uint32Array
  readonly textLengths: Uint32Array
  /** Where the first term of each block stands in `header.dictionary`: a length byte, then the term. */
  readonly blockTerms: Uint32Array
  /** Where each block begins; one entry more than there are blocks: where the last one ends. */
  readonly blockStarts: Uint32Array
  readonly frequenciesStart: number
  readonly positionsStart: number
}

/** A part of a segment's bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Pages of one segment that have been loaded, by number. */
export type SegmentPages = (Uint8Array | undefined)[]

/**
 * Decodes a header.
 *
 * @throws IndexFormatError when it was written by another version of the program, or contradicts itself
 */
export function openSegment({ id, header }: StoredSegment): OpenSegment {
  if (header.version !== FORMAT_VERSION)
    throw new IndexFormatError(`Segment ${id} has version ${String(header.version)}, not ${FORMAT_VERSION}`)
  const segment = { id, header, ...readDocuments(header), ...readSparseDictionary(header) }
  const dictionaryEnd = segment.blockStarts.at(-1)
  if (dictionaryEnd !== segment.frequenciesStart || segment.positionsStart > header.byteCount)
    throw new IndexFormatError(`The dictionary of segment ${id} is damaged`)
  return segment
}

function readDocuments(header: SegmentHeader): Pick<OpenSegment, 'ids' | 'titleLengths' | 'textLengths'> {
  const ids = new Float64Array(header.documentCount)
  const titleLengths = new Uint32Array(header.documentCount)
  const textLengths = new Uint32Array(header.documentCount)
  const cursor = { bytes: header.documents, at: 0 }
  let next = 0
  for (let ordinal = 0; ordinal < header.documentCount; ordinal++) {
    const id = next + readVarint(cursor)
    ids[ordinal] = id
    titleLengths[ordinal] = readVarint(cursor)
    textLengths[ordinal] = readVarint(cursor)
    next = id + 1
  }
  return { ids, titleLengths, textLengths }
}

function readSparseDictionary({
  dictionary,
}: SegmentHeader): Pick<OpenSegment, 'blockTerms' | 'blockStarts' | 'frequenciesStart' | 'positionsStart'> {
  const cursor = { bytes: dictionary, at: 0 }
  const frequenciesStart = readVarint(cursor)
  const positionsStart = frequenciesStart + readVarint(cursor)
  const blockTerms: number[] = []
  const blockStarts = [0]
  let start = 0
  while (cursor.at < dictionary.length) {
    blockTerms.push(cursor.at)
    cursor.at += 1 + (dictionary[cursor.at] ?? 0)
    start += readVarint(cursor)
    blockStarts.push(start)
  }
  return {
    blockTerms: Uint32Array.from(blockTerms),
    blockStarts: Uint32Array.from(blockStarts),
    frequenciesStart,
    positionsStart,
  }
}

/** The numbers of the pages that a range lies on. */
export function pagesOf(range: ByteRange): { readonly first: number; readonly last: number } {
  return { first: Math.floor(range.start / PAGE_BYTES), last: Math.floor((range.end - 1) / PAGE_BYTES) }
}

/**
 * A cursor at the start of a range that can be read to the end of it: on the page itself where one page holds
 * the range, else on a copy. Its pages must be loaded.
 */
export function cursorAt(pages: SegmentPages, range: ByteRange): Cursor {
  const { first, last } = pagesOf(range)
  const page = pages[first] ?? new Uint8Array(0)
  const at = range.start - first * PAGE_BYTES
  if (first >= last) return { bytes: page, at }
  const bytes = new Uint8Array(range.end - range.start)
  bytes.set(page.subarray(at))
  for (let number = first + 1; number <= last; number++) {
    const from = number * PAGE_BYTES
    bytes.set((pages[number] ?? new Uint8Array(0)).subarray(0, range.end - from), from - range.start)
  }
  return { bytes, at: 0 }
}
