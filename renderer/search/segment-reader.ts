import { readVarint } from './bytes'
import type { Cursor } from './bytes'
import type { DocumentTable } from './documents'
import { FORMAT_VERSION, MOST_DOCUMENTS } from './format'
import { IndexFormatError } from './index-format-error'
import { layoutOf, lengthOf, numberPages } from './page-layout'
import type { ByteRange, PageLayout } from './page-layout'
import type { SegmentHeader, StoredSegment } from './types'

/** A segment whose header has been decoded. Places count as if its regions followed one another without a gap. */
export interface OpenSegment {
  readonly id: number
  readonly newest: number
  readonly header: SegmentHeader
  /** What is known of its documents by now. */
  readonly table: DocumentTable
  /** Where the first term of each block stands in `header.dictionary`: a length byte, then the term. */
  readonly blockTerms: Uint32Array
  /** Where each block begins; one entry more than there are blocks: where the last one ends. */
  readonly blockStarts: Uint32Array
  readonly frequencies: ByteRange
  readonly positions: ByteRange
  /** Empty where the header holds the documents. */
  readonly documents: ByteRange
  readonly layout: PageLayout
  /** Under which number the store has each page, by place; null: as they follow one another. */
  readonly pageNumbers: Uint32Array | null
  readonly hasSkipTables: boolean
}

/**
 * Decodes a header of this version or an older one.
 *
 * @throws IndexFormatError when it was written by a newer version of the program, or contradicts itself
 */
export function openSegment({ id, newest, header }: StoredSegment): OpenSegment {
  if (!(header.version >= 1 && header.version <= FORMAT_VERSION))
    throw new IndexFormatError(`Segment ${id} has version ${String(header.version)}, not ${FORMAT_VERSION}`)
  const { documentCount, dictionary, byteCount, documentBytes = 0 } = header
  if (!(documentCount < MOST_DOCUMENTS && documentCount * 3 <= (documentBytes || header.documents.length)))
    throw new IndexFormatError(`Segment ${id} has fewer documents than it says`)
  const cursor = { bytes: dictionary, at: 0 }
  const dictionaryEnd = readVarint(cursor)
  const frequencies = { start: dictionaryEnd, end: dictionaryEnd + readVarint(cursor) }
  const positions = { start: frequencies.end, end: byteCount - documentBytes }
  const documents = { start: positions.end, end: byteCount }
  const blocks = readBlocks(cursor)
  const layout = layoutOf(header, [dictionaryEnd, ...[frequencies, positions, documents].map(lengthOf)])
  const pageNumbers = header.pageRegions ? numberPages(header.pageRegions, layout) : null
  const isWhole =
    blocks.blockStarts.at(-1) === dictionaryEnd &&
    positions.start <= positions.end &&
    layout.pageCount === header.pageCount &&
    (pageNumbers !== null || !header.pageRegions)
  if (!isWhole) throw new IndexFormatError(`The dictionary of segment ${id} is damaged`)
  const hasSkipTables = header.version > 1
  const table = { decoded: undefined, reading: undefined }
  return {
    id,
    newest,
    header,
    table,
    ...blocks,
    frequencies,
    positions,
    documents,
    layout,
    pageNumbers,
    hasSkipTables,
  }
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
