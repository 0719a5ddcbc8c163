import { writeVarint } from './bytes'
import type { ByteWriter } from './bytes'
import { FORMAT_VERSION, LONGEST_TERM, PAGE_BYTES, TEXT_PLACE } from './format'
import { collectOccurrences } from './occurrences'
import type { Occurrences } from './occurrences'
import { beginTerm, createSegmentOutput, describeDocuments, endTerm } from './segment-output'
import { sparseDictionary, writePosting } from './segment-output'
import type { SegmentOutput } from './segment-output'
import { writeTerm } from './terms'
import type { IndexDocument, Segment } from './types'

/**
 * Indexes a batch of articles; FORMAT.md describes the bytes.
 *
 * @param documents with ascending ids; an empty batch gives a segment without pages
 * @throws RangeError when the ids do not ascend or are no whole numbers from 0 to 2^53 - 1
 */
export function buildSegment(documents: readonly IndexDocument[]): Segment {
  checkIds(documents)
  const occurrences = collectOccurrences(documents)
  const output = createSegmentOutput()
  occurrences.terms.forEach((term, rank) =>
    writeOccurrences(
      output,
      occurrences,
      term,
      occurrences.starts[rank] ?? 0,
      occurrences.starts[rank + 1] ?? 0,
    ),
  )
  const dictionary = sparseDictionary(output)
  const pages = joinPages([output.dictionary, output.frequencies, output.positions])
  return {
    header: {
      version: FORMAT_VERSION,
      ...describeDocuments({ ...occurrences, ids: documents.map(({ id }) => id) }),
      termCount: output.termCount,
      pageCount: pages.length,
      byteCount: pages.reduce((bytes, page) => bytes + page.length, 0),
      dictionary,
      filter: output.filter.build(),
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

const termBytes = new Uint8Array(LONGEST_TERM)

/** Writes the occurrences `start` to `end`: those of one term. */
function writeOccurrences(
  output: SegmentOutput,
  occurrences: Occurrences,
  term: string,
  start: number,
  end: number,
): void {
  const { ordinals, places } = occurrences
  let count = 0
  for (let at = start; at < end; at++) if (at === start || ordinals[at] !== ordinals[at - 1]) count++
  beginTerm(output, termBytes, writeTerm(term, termBytes), count)
  for (let at = start; at < end;) {
    const first = at
    while (at < end && ordinals[at] === ordinals[first] && (places[at] ?? 0) < TEXT_PLACE) at++
    const textStart = at
    while (at < end && ordinals[at] === ordinals[first]) at++
    const positions = writePosting(output, ordinals[first] ?? 0, textStart - first, at - textStart)
    writePlaces(positions, places, first, textStart, 0)
    writePlaces(positions, places, textStart, at, TEXT_PLACE)
  }
  endTerm(output)
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

/** Regions follow one another without a gap; pages are cut wherever they are full. */
function joinPages(regions: readonly ByteWriter[]): readonly Uint8Array[] {
  const whole = new Uint8Array(regions.reduce((length, region) => length + region.length, 0))
  let length = 0
  for (const region of regions) {
    whole.set(region.bytes.subarray(0, region.length), length)
    length += region.length
  }
  const pages: Uint8Array[] = []
  for (let start = 0; start < length; start += PAGE_BYTES) pages.push(whole.slice(start, start + PAGE_BYTES))
  return pages
}
