import { readVarint } from './bytes'
import { IndexFormatError } from './index-format-error'
import { lengthOf, pagesOf } from './page-layout'
import { readPage } from './read-page'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { PageStore, StoredSegment } from './types'

/** The documents of a segment, by ordinal. */
export interface SegmentDocuments {
  readonly ids: Float64Array
  readonly titleLengths: Uint32Array
  readonly textLengths: Uint32Array
}

/** The documents of a segment, once they were read. */
export interface DocumentTable {
  decoded: SegmentDocuments | undefined
  reading: Promise<void> | undefined
}

/**
 * Reads the documents of a segment, if nobody did before. What the header holds of them is decoded when it is asked for
 * first: opening is faster without.
 *
 * @returns a promise only when pages have to be read; it rejects with what the store says, or with IndexFormatError
 */
export function loadDocuments(segment: OpenSegment, pageOf: PageStore['page']): Promise<void> | undefined {
  const { table, documents } = segment
  if (table.decoded) return undefined
  if (lengthOf(documents) === 0) {
    table.decoded = decodeDocuments(segment, segment.header.documents)
    return undefined
  }
  return (table.reading ??= readDocuments(segment, pageOf).finally(() => (table.reading = undefined)))
}

/** The documents of a segment, which must have been loaded. */
export function documentsOf({ id, table }: OpenSegment): SegmentDocuments {
  if (!table.decoded) throw new Error(`The documents of segment ${id} are not loaded`)
  return table.decoded
}

/**
 * The ids of the documents of a segment, by ordinal.
 *
 * @throws IndexFormatError when they cannot be read
 */
export async function documentIds(stored: StoredSegment, pageOf: PageStore['page']): Promise<Float64Array> {
  const segment = openSegment(stored)
  await loadDocuments(segment, pageOf)
  return documentsOf(segment).ids
}

async function readDocuments(segment: OpenSegment, pageOf: PageStore['page']): Promise<void> {
  const { layout, documents, table } = segment
  const { first, last } = pagesOf(layout, documents)
  const bytes = new Uint8Array(lengthOf(documents))
  await Promise.all(
    Array.from({ length: last - first + 1 }, async (_, at) =>
      bytes.set(await readPage(pageOf, segment, first + at), at * layout.pageBytes),
    ),
  )
  table.decoded = decodeDocuments(segment, bytes)
}

function decodeDocuments({ id: segment, header }: OpenSegment, bytes: Uint8Array): SegmentDocuments {
  const { documentCount, version } = header
  const ids = new Float64Array(documentCount)
  const titleLengths = new Uint32Array(documentCount)
  const textLengths = new Uint32Array(documentCount)
  const cursor = { bytes, at: 0 }
  let next = 0
  for (let ordinal = 0; ordinal < documentCount; ordinal++) {
    const gap = readVarint(cursor)
    const id = next + (version === 1 ? gap : gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2)
    ids[ordinal] = id
    titleLengths[ordinal] = readVarint(cursor)
    textLengths[ordinal] = readVarint(cursor)
    next = id + 1
  }
  if (cursor.at > bytes.length) throw new IndexFormatError(`The documents of segment ${segment} are damaged`)
  return { ids, titleLengths, textLengths }
}
