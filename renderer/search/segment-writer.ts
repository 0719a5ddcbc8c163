import { byteWriter, writeVarint } from './bytes'
import type { ByteWriter } from './bytes'
import { NO_BYTES_SUM } from './checksum'
import { LONGEST_TERM, TEXT_PLACE } from './format'
import { collectOccurrences } from './occurrences'
import type { Occurrences } from './occurrences'
import { beginTerm, createSegmentOutput, describeDocuments, emptyRegions, endTerm } from './segment-output'
import { headerOf, REGIONS, takeBytes, writePosting } from './segment-output'
import type { Regions, SegmentOutput } from './segment-output'
import { byteCountOf } from './segment-reader'
import { writeTerm } from './terms'
import type { IndexDocument, Segment } from './types'

/**
 * Indexes a batch of articles; FORMAT.md describes the bytes.
 *
 * @param documents with ascending ids; an empty batch gives a segment without bytes
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
  const described = describeDocuments({ ...occurrences, ids: documents.map(({ id }) => id) })
  const parts = [...REGIONS.map(region => takeBytes(output[region])), described.documents]
  const header = headerOf(output, described)
  const bytes = new Uint8Array(byteCountOf(header))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { header, bytes }
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
    region.taken = 0
    region.checksum = NO_BYTES_SUM
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
