import { readVarint } from './bytes'
import type { Cursor } from './bytes'
import { FORMAT_VERSION, MOST_DOCUMENTS, PAGE_BYTES } from './format'
import { IndexFormatError } from './index-format-error'
import type { SegmentHeader, StoredSegment } from './types'

/** A part of a segment's bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * A segment whose header has been decoded. Places count as if the regions followed one another: without a gap, or,
 * where every page belongs to one region, each from the beginning of a page.
 */
export interface OpenSegment {
  readonly id: number
  readonly newest: number
  readonly header: SegmentHeader
  /** Decoded when they are asked for first: opening is faster without. */
  readonly documents: () => SegmentDocuments
  /** Where the first term of each block stands in `header.dictionary`: a length byte, then the term. */
  readonly blockTerms: Uint32Array
  /** Where each block begins; one entry more than there are blocks: where the last one ends. */
  readonly blockStarts: Uint32Array
  readonly frequencies: ByteRange
  readonly positions: ByteRange
  /** Under which number the store has each page, by place; null: as they follow one another. */
  readonly pageNumbers: Uint32Array | null
  readonly hasSkipTables: boolean
}

/** The documents of a segment, by ordinal. */
export interface SegmentDocuments {
  readonly ids: Float64Array
  readonly titleLengths: Uint32Array
  readonly textLengths: Uint32Array
}

/**
 * Decodes a header of this version or an older one.
 *
 * @throws IndexFormatError when it was written by a newer version of the program, or contradicts itself
 */
export function openSegment({ id, newest, header }: StoredSegment): OpenSegment {
  if (header.version !== 1 && header.version !== FORMAT_VERSION)
    throw new IndexFormatError(`Segment ${id} has version ${String(header.version)}, not ${FORMAT_VERSION}`)
  const { documentCount, dictionary, byteCount } = header
  if (!(documentCount < MOST_DOCUMENTS && documentCount * 3 <= header.documents.length))
    throw new IndexFormatError(`Segment ${id} has fewer documents than it says`)
  const cursor = { bytes: dictionary, at: 0 }
  const lengths = [readVarint(cursor), readVarint(cursor)] as const
  const blocks = readBlocks(cursor)
  const regions = placeRegions(header, ...lengths)
  const isWhole =
    blocks.blockStarts.at(-1) === lengths[0] &&
    lengths[0] + lengths[1] <= byteCount &&
    Math.ceil(regions.positions.end / PAGE_BYTES) === header.pageCount &&
    hasPagesOf(header, [lengths[0], lengths[1], byteCount - lengths[0] - lengths[1]])
  if (!isWhole) throw new IndexFormatError(`The dictionary of segment ${id} is damaged`)
  const hasSkipTables = header.version > 1
  let decoded: SegmentDocuments | undefined
  const documents = (): SegmentDocuments => (decoded ??= readDocuments(header))
  return { id, newest, header, documents, ...blocks, ...regions, hasSkipTables }
}

/** The ids of the documents of a segment, by ordinal. */
export const documentIds = (header: SegmentHeader): Float64Array => readDocuments(header).ids

/** Whether each region has as many pages as its length asks for. */
function hasPagesOf({ pageRegions, pageCount }: SegmentHeader, lengths: readonly number[]): boolean {
  if (!pageRegions) return true
  if (pageRegions.length !== pageCount) return false
  return lengths.every((length, region) => {
    const pages = pageRegions.reduce((count, each) => count + (each === region ? 1 : 0), 0)
    return pages === Math.ceil(length / PAGE_BYTES)
  })
}

function readDocuments(header: SegmentHeader): SegmentDocuments {
  const { documentCount, version } = header
  const ids = new Float64Array(documentCount)
  const titleLengths = new Uint32Array(documentCount)
  const textLengths = new Uint32Array(documentCount)
  const cursor = { bytes: header.documents, at: 0 }
  let next = 0
  for (let ordinal = 0; ordinal < documentCount; ordinal++) {
    const gap = readVarint(cursor)
    const id = next + (version === 1 ? gap : gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2)
    ids[ordinal] = id
    titleLengths[ordinal] = readVarint(cursor)
    textLengths[ordinal] = readVarint(cursor)
    next = id + 1
  }
  return { ids, titleLengths, textLengths }
}

function readBlocks(cursor: Cursor): Pick<OpenSegment, 'blockTerms' | 'blockStarts'> {
  const { bytes } = cursor
  const blockTerms: number[] = []
  const blockStarts = [0]
  let start = 0
  while (cursor.at < bytes.length) {
    blockTerms.push(cursor.at)
    cursor.at += 1 + (bytes[cursor.at] ?? 0)
    start += readVarint(cursor)
    blockStarts.push(start)
  }
  return { blockTerms: Uint32Array.from(blockTerms), blockStarts: Uint32Array.from(blockStarts) }
}

function placeRegions(
  { byteCount, pageRegions }: SegmentHeader,
  dictionaryLength: number,
  frequenciesLength: number,
): Pick<OpenSegment, 'frequencies' | 'positions' | 'pageNumbers'> {
  const align = (place: number): number => (pageRegions ? Math.ceil(place / PAGE_BYTES) * PAGE_BYTES : place)
  const frequenciesStart = align(dictionaryLength)
  const frequencies = { start: frequenciesStart, end: frequenciesStart + frequenciesLength }
  const start = align(frequencies.end)
  const positions = { start, end: start + byteCount - dictionaryLength - frequenciesLength }
  return { frequencies, positions, pageNumbers: pageRegions ? numberPages(pageRegions) : null }
}

/** Pages of the first region, then those of the second, then those of the third, each in the order of their numbers. */
function numberPages(pageRegions: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(pageRegions.length)
  let place = 0
  for (let region = 0; region < 3; region++)
    for (let number = 0; number < pageRegions.length; number++)
      if (pageRegions[number] === region) numbers[place++] = number
  return numbers
}

/** How many bytes the page at a place must have. */
export function pageLength(segment: OpenSegment, page: number): number {
  const start = page * PAGE_BYTES
  const { frequencies, positions, blockStarts, pageNumbers } = segment
  let end = positions.end
  if (pageNumbers) {
    if (start < frequencies.start) end = blockStarts.at(-1) ?? 0
    else if (start < positions.start) end = frequencies.end
  }
  return Math.min(PAGE_BYTES, end - start)
}

/** The places of the pages that a range lies on. */
export function pagesOf(range: ByteRange): { readonly first: number; readonly last: number } {
  return { first: Math.floor(range.start / PAGE_BYTES), last: Math.floor((range.end - 1) / PAGE_BYTES) }
}
