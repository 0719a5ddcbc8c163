import { byteWriter, writeVarint } from './bytes'
import type { ByteWriter } from './bytes'
import {
  FORMAT_VERSION,
  LONGEST_TERM,
  PAGE_BYTES,
  SHORT_PAGE_BYTES,
  SMALL_SEGMENT_BYTES,
  TEXT_PLACE,
} from './format'
import { collectOccurrences } from './occurrences'
import type { Occurrences } from './occurrences'
import { beginTerm, createSegmentOutput, describeDocuments, emptyRegions, endTerm } from './segment-output'
import { sparseDictionary, writePosting } from './segment-output'
import type { Regions, SegmentOutput } from './segment-output'
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
  const output = createSegmentOutput(keptRegions())
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
  const regions = [output.dictionary, output.frequencies, output.positions]
  const byteCount = regions.reduce((bytes, { length }) => bytes + length, 0)
  const pageBytes = byteCount > SMALL_SEGMENT_BYTES ? SHORT_PAGE_BYTES : PAGE_BYTES
  const pages = joinPages(regions, byteCount, pageBytes)
  return {
    header: {
      version: FORMAT_VERSION,
      ...describeDocuments({ ...occurrences, ids: documents.map(({ id }) => id) }),
      termCount: output.termCount,
      pageCount: pages.length,
      byteCount,
      dictionary,
      filter: output.filter.build(),
      pageBytes,
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

/** Used for each segment: memory that is new each time costs as much as what is written into it. */
const kept = emptyRegions()
const MOST_KEPT_BYTES = 1_048_576

function keptRegions(): Regions {
  for (const region of Object.values(kept)) {
    if (region.bytes.length > MOST_KEPT_BYTES) region.bytes = byteWriter().bytes
    region.length = 0
    region.cut = 0
  }
  return kept
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
function joinPages(
  regions: readonly ByteWriter[],
  byteCount: number,
  pageBytes: number,
): readonly Uint8Array[] {
  let left = byteCount
  const pages: Uint8Array[] = []
  let page = new Uint8Array(0)
  let at = 0
  for (const { bytes, length } of regions)
    for (let from = 0; from < length;) {
      if (at === page.length) {
        page = new Uint8Array(Math.min(pageBytes, left))
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
