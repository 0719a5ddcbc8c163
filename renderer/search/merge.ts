import { reserve } from './bytes'
import { documentsOf, loadDocuments } from './documents'
import { DOCUMENTS_REGION, FORMAT_VERSION, SHORT_PAGE_BYTES } from './format'
import { IndexFormatError } from './index-format-error'
import { findSuperseded } from './index-state'
import { countKept, loadLists, mergeInput, nextTerm, openLists } from './merge-input'
import type { MergeInput } from './merge-input'
import { mergeQueue } from './merge-queue'
import { nextPosting } from './posting-cursor'
import { beginTerm, createSegmentOutput, cutPages, describeDocuments, endTerm } from './segment-output'
import { regionOf, sparseDictionary, writePosting } from './segment-output'
import type { DocumentFacts, Region, SegmentOutput } from './segment-output'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { PageStore, SegmentHeader, StoredSegment } from './types'

/** Work done between two steps, in postings: about two milliseconds. */
const POSTINGS_PER_STEP = 16_384
/** What the head of a term costs, in postings. */
const POSTINGS_PER_TERM = 4

/** What a step of a merge has brought: the next pages of the new segment, often none. */
export interface MergeStep {
  /** Pages are numbered in the order in which they come, from 0. */
  readonly pages: readonly Uint8Array[]
}

/** The header of a merged segment, and its `newest`. It has no documents when all were left out. */
export interface MergedSegment {
  readonly header: SegmentHeader
  readonly newest: number
}

/** A merge under way. */
interface Merge {
  readonly inputs: readonly MergeInput[]
  readonly output: SegmentOutput
  /** The region of each page that was handed out. */
  readonly pageRegions: number[]
  byteCount: number
}

/**
 * Merges segments that follow one another in the order of `newest`. Documents that are deleted, and those that a newer
 * one of these segments has too, are left out.
 *
 * Each step of the generator is a few milliseconds of work, and gives the pages that became full; whoever steps it
 * decides when. It holds a few pages of each segment and the longest list of postings. Its result is the header.
 *
 * @throws IndexFormatError when an input cannot be read; what `pageOf` throws
 */
export async function* mergeSegments(
  segments: readonly StoredSegment[],
  pageOf: PageStore['page'],
  isDeleted: (id: number) => boolean,
): AsyncGenerator<MergeStep, MergedSegment, void> {
  const opened = segments.map(openSegment).toSorted((first, second) => first.newest - second.newest)
  const { inputs, documents } = await openInputs(opened, pageOf, isDeleted)
  const merge: Merge = { inputs, output: createSegmentOutput(), pageRegions: [], byteCount: 0 }
  const described = describeDocuments(documents)
  yield { pages: takeFrom(merge, DOCUMENTS_REGION, regionOf(described.documents), true) }
  await Promise.all(inputs.map(nextTerm))
  const queue = mergeQueue(inputs)
  let work = 0
  for (let sources = queue.takeLeast(); sources.length > 0; sources = queue.takeLeast()) {
    const loading = together(sources, loadLists)
    if (loading) await loading
    if (beginMerged(merge.output, sources)) {
      for (const source of sources) {
        openLists(source)
        do {
          work += copyPostings(merge.output, source, POSTINGS_PER_STEP - work)
          if (work < POSTINGS_PER_STEP) break
          yield { pages: takePages(merge, false) }
          work = 0
        } while (source.list.left > 0)
      }
      endTerm(merge.output)
    }
    const advancing = together(sources, nextTerm)
    if (advancing) await advancing
    queue.putBack()
    work += sources.length * POSTINGS_PER_TERM
  }
  const dictionary = sparseDictionary(merge.output)
  yield { pages: takePages(merge, true) }
  return { header: headerOf(merge, described, dictionary), newest: opened.at(-1)?.newest ?? 0 }
}

/** Numbers the documents that stay: those of the oldest segment first. */
async function openInputs(
  segments: readonly OpenSegment[],
  pageOf: PageStore['page'],
  isDeleted: (id: number) => boolean,
) {
  const superseded = await findSuperseded(segments, pageOf)
  await Promise.all(segments.map(segment => loadDocuments(segment, pageOf)))
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
    return mergeInput(segment, ordinals, pageOf)
  })
  return { inputs, documents: { ids, titleLengths, textLengths } }
}

/** Does something with each input; gives a promise when one of them waits for pages. */
function together(
  sources: readonly MergeInput[],
  step: (source: MergeInput) => Promise<void> | undefined,
): Promise<unknown> | undefined {
  let waiting: Promise<void>[] | undefined
  for (const source of sources) {
    const promise = step(source)
    if (promise) (waiting ??= []).push(promise)
  }
  return waiting && Promise.all(waiting)
}

/** Begins the term of the inputs, whose lists are loaded, if a document that stays has it. */
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
    if (places > source.positions.length - source.positionsAt)
      throw new IndexFormatError(`The positions of segment ${source.segment.id} are damaged`)
    const ordinal = ordinals[list.ordinal] ?? -1
    if (ordinal < 0) source.positionsAt = copyVarints(null, source.positions, source.positionsAt, places)
    else {
      const region = writePosting(output, ordinal, list.inTitle, list.inText)
      source.positionsAt = copyVarints(region, source.positions, source.positionsAt, places)
    }
  }
  return count
}

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

function takePages(merge: Merge, isLast: boolean): readonly Uint8Array[] {
  const { dictionary, frequencies, positions } = merge.output
  return [dictionary, frequencies, positions].flatMap((region, number) =>
    takeFrom(merge, number, region, isLast),
  )
}

function takeFrom(merge: Merge, number: number, region: Region, isLast: boolean): readonly Uint8Array[] {
  const pages = cutPages(region, SHORT_PAGE_BYTES, isLast)
  for (const page of pages) {
    merge.pageRegions.push(number)
    merge.byteCount += page.length
  }
  return pages
}

function headerOf(
  { output, pageRegions, byteCount }: Merge,
  { documents, ...described }: DocumentFacts,
  dictionary: Uint8Array,
): SegmentHeader {
  return {
    version: FORMAT_VERSION,
    ...described,
    documents: new Uint8Array(0),
    documentBytes: documents.length,
    termCount: output.termCount,
    pageCount: pageRegions.length,
    byteCount,
    dictionary,
    filter: output.filter.build(),
    pageRegions: Uint8Array.from(pageRegions),
    pageBytes: SHORT_PAGE_BYTES,
  }
}
