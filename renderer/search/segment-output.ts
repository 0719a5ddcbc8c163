import { addToChecksum, NO_BYTES_SUM } from './checksum'
import { byteWriter, writeByte, writeBytes, writeUint32, writeVarint, written } from './bytes'
import type { ByteWriter } from './bytes'
import { createFilterBuilder } from './filter'
import { FORMAT_VERSION } from './format'
import { COUNTED, OFTEN_IN_TEXT, ONCE_IN_TEXT, ONCE_IN_TITLE } from './format'
import { LONGEST_TERM, POSTINGS_PER_SKIP, TERMS_PER_BLOCK } from './format'
import { sharedLength } from './terms'
import type { SegmentHeader, SegmentRegion } from './types'

/** A region being written: what was taken of it already is `taken` bytes long and has the checksum. */
export interface Region extends ByteWriter {
  taken: number
  checksum: number
}

/** The regions that are written term by term, in the order in which they stand in a segment; the documents follow. */
export const REGIONS = ['positions', 'frequencies', 'dictionary'] as const satisfies readonly SegmentRegion[]

/** They, as they are written. */
export type Regions = Readonly<Record<(typeof REGIONS)[number], Region>>

/** A segment being written, term by term. */
export interface SegmentOutput extends Regions {
  /** Builds the sparse dictionary: its blocks so far. */
  readonly sparse: ByteWriter
  readonly filter: ReturnType<typeof createFilterBuilder>
  termCount: number
  blockStart: number
  /** The term before: its bytes, and how many. */
  readonly previousTerm: Uint8Array
  previousLength: number
  readonly list: ListOutput
}

/** A list of postings being written. Of a term of one document both parts go to the dictionary. */
interface ListOutput {
  frequencies: Region
  positions: Region
  frequenciesStart: number
  positionsStart: number
  /** Postings of the whole list, and those written. */
  count: number
  written: number
  ordinal: number
  /** The values of the skip table. */
  readonly skips: number[]
}

/** Regions of nothing. */
export const emptyRegions = (): Regions => ({
  dictionary: region(),
  frequencies: region(),
  positions: region(),
})

/** A segment of no terms. @param regions empty ones */
export function createSegmentOutput(regions = emptyRegions()): SegmentOutput {
  const { dictionary } = regions
  return {
    ...regions,
    sparse: byteWriter(),
    filter: createFilterBuilder(),
    termCount: 0,
    blockStart: 0,
    previousTerm: new Uint8Array(LONGEST_TERM),
    previousLength: 0,
    list: {
      frequencies: dictionary,
      positions: dictionary,
      frequenciesStart: 0,
      positionsStart: 0,
      count: 0,
      written: 0,
      ordinal: -1,
      skips: [],
    },
  }
}

function region(): Region {
  return { ...byteWriter(), taken: 0, checksum: NO_BYTES_SUM }
}

/** How much of a region was written. */
const placeIn = ({ taken, length }: Region): number => taken + length

/** Takes what was written of a region since the last time; valid until more is written. */
export function takeBytes(region: Region): Uint8Array {
  const bytes = region.bytes.subarray(0, region.length)
  region.taken += region.length
  region.checksum = addToChecksum(region.checksum, bytes)
  region.length = 0
  return bytes
}

/** Begins the term that so many bytes are and that stands in `count` documents, at least one. Terms must ascend. */
export function beginTerm(output: SegmentOutput, term: Uint8Array, length: number, count: number): void {
  const { dictionary, previousTerm } = output
  if (output.termCount % TERMS_PER_BLOCK === 0) beginBlock(output, term.subarray(0, length))
  const shared = sharedLength(previousTerm, term, Math.min(output.previousLength, length))
  writeByte(dictionary, shared)
  writeByte(dictionary, length - shared)
  for (let at = shared; at < length; at++) {
    const byte = term[at] ?? 0
    writeByte(dictionary, byte)
    previousTerm[at] = byte
  }
  writeVarint(dictionary, count)
  output.previousLength = length
  output.termCount++
  output.filter.add(term, length)
  beginList(output, count)
}

/** A term of one document has its posting in the dictionary itself: that is every second term. */
function beginList({ list, dictionary, frequencies, positions }: SegmentOutput, count: number): void {
  list.frequencies = count === 1 ? dictionary : frequencies
  list.positions = count === 1 ? dictionary : positions
  list.frequenciesStart = placeIn(list.frequencies)
  list.positionsStart = placeIn(list.positions)
  list.count = count
  list.written = 0
  list.ordinal = -1
  list.skips.length = 0
}

function beginBlock(output: SegmentOutput, term: Uint8Array): void {
  const { dictionary, sparse } = output
  endBlock(output)
  output.blockStart = placeIn(dictionary)
  output.previousLength = 0
  writeByte(sparse, term.length)
  writeBytes(sparse, term)
  writeVarint(dictionary, placeIn(output.frequencies))
  writeVarint(dictionary, placeIn(output.positions))
}

function endBlock(output: SegmentOutput): void {
  if (output.termCount > 0) writeVarint(output.sparse, placeIn(output.dictionary) - output.blockStart)
}

/** Writes the head of the next posting of the list. Its positions are to be appended to the region that is returned. */
export function writePosting(
  { list }: SegmentOutput,
  ordinal: number,
  inTitle: number,
  inText: number,
): Region {
  if (list.written > 0 && list.written % POSTINGS_PER_SKIP === 0)
    list.skips.push(
      list.ordinal,
      placeIn(list.frequencies) - list.frequenciesStart,
      placeIn(list.positions) - list.positionsStart,
    )
  writeCounts(list.frequencies, ordinal - list.ordinal - 1, inTitle, inText)
  list.ordinal = ordinal
  list.written++
  return list.positions
}

/** Ends a term of which all postings are written. */
export function endTerm({ list, dictionary }: SegmentOutput): void {
  if (list.count === 1) return
  for (const value of list.skips) writeUint32(list.frequencies, value)
  writeVarint(dictionary, placeIn(list.frequencies) - list.frequenciesStart)
  writeVarint(dictionary, placeIn(list.positions) - list.positionsStart)
}

function writeCounts(writer: ByteWriter, gap: number, inTitle: number, inText: number): void {
  if (inTitle === 0 && inText === 1) writeVarint(writer, gap * 4 + ONCE_IN_TEXT)
  else if (inTitle === 0) {
    writeVarint(writer, gap * 4 + OFTEN_IN_TEXT)
    writeVarint(writer, inText - 2)
  } else if (inTitle === 1 && inText === 0) writeVarint(writer, gap * 4 + ONCE_IN_TITLE)
  else {
    writeVarint(writer, gap * 4 + COUNTED)
    writeVarint(writer, inTitle)
    writeVarint(writer, inText)
  }
}

/** The documents of a segment, by ordinal. */
export interface DocumentList {
  readonly ids: ArrayLike<number>
  readonly titleLengths: ArrayLike<number>
  readonly textLengths: ArrayLike<number>
}

/** What the header says of the documents, and their region. */
export interface DescribedDocuments {
  readonly facts: Pick<SegmentHeader, 'documentCount' | 'firstId' | 'lastId' | 'titleTokens' | 'textTokens'>
  readonly documents: Uint8Array
}

/** Describes documents as headers do. */
export function describeDocuments({ ids, titleLengths, textLengths }: DocumentList): DescribedDocuments {
  const writer = byteWriter()
  let [next, firstId, lastId, titleTokens, textTokens] = [0, ids[0] ?? 0, 0, 0, 0]
  for (let ordinal = 0; ordinal < ids.length; ordinal++) {
    const id = ids[ordinal] ?? 0
    const [titleLength, textLength] = [titleLengths[ordinal] ?? 0, textLengths[ordinal] ?? 0]
    writeVarint(writer, id >= next ? (id - next) * 2 : (next - id) * 2 - 1)
    writeVarint(writer, titleLength)
    writeVarint(writer, textLength)
    next = id + 1
    firstId = Math.min(firstId, id)
    lastId = Math.max(lastId, id)
    titleTokens += titleLength
    textTokens += textLength
  }
  const facts = { documentCount: ids.length, firstId, lastId, titleTokens, textTokens }
  return { facts, documents: written(writer) }
}

/** The header, once all terms are written and all bytes were taken. */
export function headerOf(output: SegmentOutput, { facts, documents }: DescribedDocuments): SegmentHeader {
  endBlock(output)
  return {
    version: FORMAT_VERSION,
    ...facts,
    termCount: output.termCount,
    positionBytes: placeIn(output.positions),
    frequencyBytes: placeIn(output.frequencies),
    dictionaryBytes: placeIn(output.dictionary),
    documentBytes: documents.length,
    checksums: {
      positions: output.positions.checksum,
      frequencies: output.frequencies.checksum,
      dictionary: output.dictionary.checksum,
      documents: addToChecksum(NO_BYTES_SUM, documents),
    },
    sparse: written(output.sparse),
    filter: output.filter.build(),
  }
}
