import { readVarint } from './bytes'
import type { Cursor } from './bytes'
import { FORMAT_VERSION, MOST_DOCUMENTS } from './format'
import { IndexFormatError } from './index-format-error'
import { layoutOf, numberPages } from './page-layout'
import type { ByteRange, PageLayout } from './page-layout'
import type { SegmentHeader, StoredSegment } from './types'

/** A segment whose header has been decoded. Places count as if its regions followed one another without a gap. */
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
  readonly layout: PageLayout
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
  if (!(header.version >= 1 && header.version <= FORMAT_VERSION))
    throw new IndexFormatError(`Segment ${id} has version ${String(header.version)}, not ${FORMAT_VERSION}`)
  const { documentCount, dictionary, byteCount } = header
  if (!(documentCount < MOST_DOCUMENTS && documentCount * 3 <= header.documents.length))
    throw new IndexFormatError(`Segment ${id} has fewer documents than it says`)
  const cursor = { bytes: dictionary, at: 0 }
  const dictionaryEnd = readVarint(cursor)
  const frequencies = { start: dictionaryEnd, end: dictionaryEnd + readVarint(cursor) }
  const positions = { start: frequencies.end, end: byteCount }
  const blocks = readBlocks(cursor)
  const layout = layoutOf(header, [dictionaryEnd, ...[frequencies, positions].map(lengthOf)])
  const pageNumbers = header.pageRegions ? numberPages(header.pageRegions, layout) : null
  const isWhole =
    blocks.blockStarts.at(-1) === dictionaryEnd &&
    positions.start <= positions.end &&
    layout.pageCount === header.pageCount &&
    (pageNumbers !== null || !header.pageRegions)
  if (!isWhole) throw new IndexFormatError(`The dictionary of segment ${id} is damaged`)
  const hasSkipTables = header.version > 1
  let decoded: SegmentDocuments | undefined
  const documents = (): SegmentDocuments => (decoded ??= readDocuments(header))
  return {
    id,
    newest,
    header,
    documents,
    ...blocks,
    frequencies,
    positions,
    layout,
    pageNumbers,
    hasSkipTables,
  }
}

/** The ids of the documents of a segment, by ordinal. */
export const documentIds = (header: SegmentHeader): Float64Array => readDocuments(header).ids

const lengthOf = ({ start, end }: ByteRange): number => end - start

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
