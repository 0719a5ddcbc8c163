import { reserve } from './bytes'
import { documentsOf } from './documents'
import { IndexFormatError } from './index-format-error'
import { findSuperseded } from './index-state'
import { countKept, mergeInput, nextTerm, openLists } from './merge-input'
import type { MergeInput } from './merge-input'
import { mergeQueue } from './merge-queue'
import { nextPosting } from './posting-cursor'
import { READ_AHEAD } from './segment-bytes'
import {
  beginTerm,
  createSegmentOutput,
  describeDocuments,
  endTerm,
  headerOf,
  REGIONS,
  takeBytes,
  writePosting,
} from './segment-output'
import type { Region, SegmentOutput } from './segment-output'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { SegmentBytes, SegmentHeader, SegmentRegion, StoredSegment } from './types'

/** Work done between two steps, in postings: about two milliseconds. */
const POSTINGS_PER_STEP = 16_384
/** What the head of a term costs, in postings. */
const POSTINGS_PER_TERM = 4

/** The next bytes of a region of the new segment, valid until the next step. */
export interface MergeChunk {
  readonly region: SegmentRegion
  readonly bytes: Uint8Array
}

/** The header of a merged segment, and its `newest`. It has no documents when all were left out. */
export interface MergedSegment {
  readonly header: SegmentHeader
  readonly newest: number
}

/**
 * Merges segments that follow one another in the order of `newest`. Documents that are deleted, and those that a newer
 * one of these segments has too, are left out.
 *
 * Each step of the generator is a few milliseconds of work, and gives what was written, often nothing; whoever steps it
 * decides when, and puts the regions together. It holds little of each segment and the longest list of postings. Its
 * result is the header.
 *
 * @param bytesOf the bytes of each of the segments
 * @throws IndexFormatError when an input cannot be read
 */
export function* mergeSegments(
  segments: readonly StoredSegment[],
  bytesOf: (segment: number) => SegmentBytes,
  isDeleted: (id: number) => boolean,
): Generator<readonly MergeChunk[], MergedSegment, void> {
  const opened = segments
    .map(segment => openSegment(segment, bytesOf(segment.id)))
    .toSorted((first, second) => first.newest - second.newest)
  const { inputs, documents } = openInputs(opened, isDeleted)
  const output = createSegmentOutput()
  inputs.forEach(nextTerm)
  const queue = mergeQueue(inputs)
  let work = 0
  for (let sources = queue.takeLeast(); sources.length > 0; sources = queue.takeLeast()) {
    if (beginMerged(output, sources)) {
      for (const source of sources) {
        openLists(source)
        do {
          work += copyPostings(output, source, POSTINGS_PER_STEP - work)
          if (work < POSTINGS_PER_STEP) break
          yield takeChunks(output, READ_AHEAD)
          work = 0
        } while (source.list.left > 0)
      }
      endTerm(output)
    } else work += sources.reduce((sum, { walk }) => sum + walk.documentCount, 0)
    work += sources.length * POSTINGS_PER_TERM
    sources.forEach(nextTerm)
    queue.putBack()
    if (work < POSTINGS_PER_STEP) continue
    yield takeChunks(output, READ_AHEAD)
    work = 0
  }
  const described = describeDocuments(documents)
  yield [...takeChunks(output, 0), { region: 'documents', bytes: described.documents }]
  return { header: headerOf(output, described), newest: opened.at(-1)?.newest ?? 0 }
}

/** What was written of each region, where it is more than so much. */
function takeChunks(output: SegmentOutput, least: number): readonly MergeChunk[] {
  return REGIONS.flatMap(region =>
    output[region].length > least ? [{ region, bytes: takeBytes(output[region]) }] : [],
  )
}

/** Numbers the documents that stay: those of the oldest segment first. */
function openInputs(segments: readonly OpenSegment[], isDeleted: (id: number) => boolean) {
  const superseded = findSuperseded(segments)
  const [ids, titleLengths, textLengths]: [number[], number[], number[]] = [[], [], []]
  const inputs = segments.map(segment => {
    const flags = superseded.get(segment.id)
    const ordinals = new Int32Array(segment.header.documentCount).fill(-1)
    const documents = documentsOf(segment)
    documents.ids.forEach((id, ordinal) => {
      if (flags?.[ordinal] === 1 || isDeleted(id)) return
      ordinals[ordinal] = ids.push(id) - 1
      titleLengths.push(documents.titleLengths[ordinal] ?? 0)
      textLengths.push(documents.textLengths[ordinal] ?? 0)
    })
    return mergeInput(segment, ordinals)
  })
  return { inputs, documents: { ids, titleLengths, textLengths } }
}

/** Begins the term of the inputs if a document that stays has it. */
function beginMerged(output: SegmentOutput, sources: readonly MergeInput[]): boolean {
  let count = 0
  for (const source of sources) count += countKept(source)
  const walk = sources[0]?.walk
  if (count > 0 && walk) beginTerm(output, walk.term, walk.length, count)
  return count > 0
}

/** Copies postings of a list, at most about so many, and says how many were read. */
function copyPostings(output: SegmentOutput, source: MergeInput, most: number): number {
  const { list, ordinals } = source
  let count = 0
  while (count < most && nextPosting(list)) {
    count++
    const places = list.inTitle + list.inText
    if (places > source.positionsEnd - source.positionsAt) throw damaged(source)
    const ordinal = ordinals[list.ordinal] ?? -1
    if (ordinal < 0) source.positionsAt = copyVarints(null, source.positions, source.positionsAt, places)
    else {
      const region = writePosting(output, ordinal, list.inTitle, list.inText)
      source.positionsAt = copyVarints(region, source.positions, source.positionsAt, places)
    }
  }
  // One count that was changed would shift the positions of all documents after it.
  const isAtEnd = list.at === list.end && source.positionsAt === source.positionsEnd
  if (list.left === 0 && !isAtEnd) throw damaged(source)
  return count
}

const damaged = ({ segment }: MergeInput): IndexFormatError =>
  new IndexFormatError(`The postings of segment ${segment.id} are damaged`)

/** Copies so many varints, or only skips them, and says where they end. */
function copyVarints(region: Region | null, bytes: Uint8Array, start: number, count: number): number {
  let end = start
  for (let left = count; left > 0 && end < bytes.length; left--) while ((bytes[end++] ?? 0) >= 128);
  if (!region) return end
  reserve(region, end - start)
  const target = region.bytes
  let length = region.length
  for (let at = start; at < end; at++) target[length++] = bytes[at] ?? 0
  region.length = length
  return end
}
