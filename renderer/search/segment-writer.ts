import { byteWriter, writeByte, writeBytes, writeVarint, written } from './bytes'
import type { ByteWriter } from './bytes'
import { buildFilter } from './filter'
import { COUNTED, FORMAT_VERSION, OFTEN_IN_TEXT, ONCE_IN_TEXT, ONCE_IN_TITLE, PAGE_BYTES } from './format'
import { TERMS_PER_BLOCK, TEXT_PLACE } from './format'
import { collectOccurrences } from './occurrences'
import type { Occurrences } from './occurrences'
import { encodeTerm, sharedLength } from './terms'
import type { IndexDocument, Segment } from './types'

/** The three regions of a segment, and the sparse dictionary over the first. */
interface Regions {
  readonly dictionary: ByteWriter
  readonly frequencies: ByteWriter
  readonly positions: ByteWriter
  readonly sparse: ByteWriter
}

/**
 * Indexes a batch of articles; FORMAT.md describes the bytes.
 *
 * @param documents with ascending ids; an empty batch gives a segment without pages
 * @throws RangeError when the ids do not ascend or are no whole numbers from 0 to 2^53 - 1
 */
export function buildSegment(documents: readonly IndexDocument[]): Segment {
  checkIds(documents)
  const occurrences = collectOccurrences(documents)
  const terms = occurrences.terms.map(encodeTerm)
  const regions = writeRegions(occurrences, terms)
  const pages = cutPages([regions.dictionary, regions.frequencies, regions.positions])
  return {
    header: {
      version: FORMAT_VERSION,
      documentCount: documents.length,
      termCount: terms.length,
      firstId: documents[0]?.id ?? 0,
      lastId: documents.at(-1)?.id ?? 0,
      titleTokens: sum(occurrences.titleLengths),
      textTokens: sum(occurrences.textLengths),
      pageCount: pages.length,
      byteCount: pages.reduce((bytes, page) => bytes + page.length, 0),
      documents: writeDocuments(documents, occurrences),
      dictionary: writeSparseDictionary(regions),
      filter: buildFilter(terms),
    },
    pages,
  }
}

function checkIds(documents: readonly IndexDocument[]): void {
  let previous = -1
  for (const { id } of documents) {
    if (!Number.isSafeInteger(id) || id <= previous)
      throw new RangeError(`Ids must be ascending whole numbers: ${id} after ${previous}`)
    previous = id
  }
}

function sum(lengths: Uint32Array): number {
  return lengths.reduce((total, length) => total + length, 0)
}

function writeDocuments(documents: readonly IndexDocument[], occurrences: Occurrences): Uint8Array {
  const writer = byteWriter()
  let next = 0
  documents.forEach(({ id }, ordinal) => {
    writeVarint(writer, id - next)
    writeVarint(writer, occurrences.titleLengths[ordinal] ?? 0)
    writeVarint(writer, occurrences.textLengths[ordinal] ?? 0)
    next = id + 1
  })
  return written(writer)
}

/** Used for each segment: memory that is new each time costs as much as what is written into it. */
const kept: Regions = {
  dictionary: byteWriter(),
  frequencies: byteWriter(),
  positions: byteWriter(),
  sparse: byteWriter(),
}
const MOST_KEPT_BYTES = 1_048_576

function emptyRegions(): Regions {
  for (const writer of [kept.dictionary, kept.frequencies, kept.positions, kept.sparse]) {
    if (writer.bytes.length > MOST_KEPT_BYTES) writer.bytes = byteWriter().bytes
    writer.length = 0
  }
  return kept
}

function writeRegions(occurrences: Occurrences, terms: readonly Uint8Array[]): Regions {
  const regions = emptyRegions()
  for (let first = 0; first < terms.length; first += TERMS_PER_BLOCK) {
    const start = regions.dictionary.length
    writeBlock(regions, occurrences, terms, first)
    const term = terms[first] as Uint8Array
    writeByte(regions.sparse, term.length)
    writeBytes(regions.sparse, term)
    writeVarint(regions.sparse, regions.dictionary.length - start)
  }
  return regions
}

function writeBlock(
  regions: Regions,
  occurrences: Occurrences,
  terms: readonly Uint8Array[],
  first: number,
): void {
  writeVarint(regions.dictionary, regions.frequencies.length)
  writeVarint(regions.dictionary, regions.positions.length)
  let previous = new Uint8Array(0)
  for (let rank = first; rank < Math.min(first + TERMS_PER_BLOCK, terms.length); rank++) {
    const term = terms[rank] as Uint8Array<ArrayBuffer>
    const shared = sharedLength(previous, term)
    writeByte(regions.dictionary, shared)
    writeByte(regions.dictionary, term.length - shared)
    writeBytes(regions.dictionary, term.subarray(shared))
    writePostings(regions, occurrences, occurrences.starts[rank] ?? 0, occurrences.starts[rank + 1] ?? 0)
    previous = term
  }
}

/** A term of one document has its posting in the dictionary itself: that is every second term. */
function writePostings(regions: Regions, occurrences: Occurrences, start: number, end: number): void {
  const { ordinals } = occurrences
  const { dictionary, frequencies, positions } = regions
  if (ordinals[start] === ordinals[end - 1]) {
    writeVarint(dictionary, 1)
    writePosting(dictionary, dictionary, occurrences, start, end, -1)
    return
  }
  const frequenciesStart = frequencies.length
  const positionsStart = positions.length
  let count = 0
  let previous = -1
  for (let at = start; at < end;) {
    const postingEnd = endOfPosting(ordinals, at, end)
    writePosting(frequencies, positions, occurrences, at, postingEnd, previous)
    previous = ordinals[at] ?? 0
    at = postingEnd
    count++
  }
  writeVarint(dictionary, count)
  writeVarint(dictionary, frequencies.length - frequenciesStart)
  writeVarint(dictionary, positions.length - positionsStart)
}

function endOfPosting(ordinals: Uint32Array, start: number, end: number): number {
  let at = start + 1
  while (at < end && ordinals[at] === ordinals[start]) at++
  return at
}

/** Writes the occurrences `start` to `end` of a term in one document. */
function writePosting(
  frequencies: ByteWriter,
  positions: ByteWriter,
  { ordinals, places }: Occurrences,
  start: number,
  end: number,
  previousOrdinal: number,
): void {
  let textStart = start
  while (textStart < end && (places[textStart] ?? 0) < TEXT_PLACE) textStart++
  const gap = (ordinals[start] ?? 0) - previousOrdinal - 1
  writeCounts(frequencies, gap, textStart - start, end - textStart)
  writePlaces(positions, places, start, textStart, 0)
  writePlaces(positions, places, textStart, end, TEXT_PLACE)
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

function writePlaces(
  writer: ByteWriter,
  places: Uint32Array,
  start: number,
  end: number,
  base: number,
): void {
  let next = base
  for (let at = start; at < end; at++) {
    const place = places[at] ?? 0
    writeVarint(writer, place - next)
    next = place + 1
  }
}

function writeSparseDictionary(regions: Regions): Uint8Array {
  const writer = byteWriter()
  writeVarint(writer, regions.dictionary.length)
  writeVarint(writer, regions.frequencies.length)
  writeBytes(writer, regions.sparse.bytes.subarray(0, regions.sparse.length))
  return written(writer)
}

/** Regions follow one another without a gap; pages are cut wherever they are full. */
function cutPages(regions: readonly ByteWriter[]): readonly Uint8Array[] {
  let left = regions.reduce((length, region) => length + region.length, 0)
  const pages: Uint8Array[] = []
  let page = new Uint8Array(0)
  let at = 0
  for (const { bytes, length } of regions)
    for (let from = 0; from < length;) {
      if (at === page.length) {
        page = new Uint8Array(Math.min(PAGE_BYTES, left))
        left -= page.length
        pages.push(page)
        at = 0
      }
      const to = Math.min(length, from + page.length - at)
      page.set(bytes.subarray(from, to), at)
      at += to - from
      from = to
    }
  return pages
}
