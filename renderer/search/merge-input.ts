import { blockRange, dictionaryWalk, enterBlock, nextEntry } from './dictionary-walk'
import type { DictionaryWalk } from './dictionary-walk'
import { PAGE_BYTES } from './format'
import { nextPosting, postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { readPage } from './read-page'
import { pagesOf } from './page-layout'
import type { ByteRange } from './page-layout'
import { cursorAt, noPages, wholePage } from './segment-pages'
import type { SegmentPages } from './segment-pages'
import type { OpenSegment } from './segment-reader'
import type { PageStore } from './types'

/** A segment that is read from its first term to its last. Of its pages only those being read are held. */
export interface MergeInput {
  readonly segment: OpenSegment
  /** The ordinal of each document in the merged segment; -1 for those that are left out. */
  readonly ordinals: Int32Array
  readonly isComplete: boolean
  readonly pages: SegmentPages
  readonly pageOf: PageStore['page']
  /** The term read last. */
  readonly walk: DictionaryWalk
  block: number
  isAtEnd: boolean
  /** The list of the term, and its positions. */
  readonly list: PostingCursor
  positions: Uint8Array
  positionsAt: number
}

/** An input before its first term. */
export function mergeInput(
  segment: OpenSegment,
  ordinals: Int32Array,
  pageOf: PageStore['page'],
): MergeInput {
  return {
    segment,
    ordinals,
    isComplete: !ordinals.includes(-1),
    pages: noPages(segment),
    pageOf,
    walk: dictionaryWalk(segment),
    block: -1,
    isAtEnd: false,
    list: postingCursor(segment.header.documentCount),
    positions: new Uint8Array(0),
    positionsAt: 0,
  }
}

/** Moves to the next term; gives a promise when pages have to be read for it. */
export function nextTerm(input: MergeInput): Promise<void> | undefined {
  if (nextEntry(input.walk)) return undefined
  const block = ++input.block
  if (block >= input.segment.blockTerms.length) {
    input.isAtEnd = true
    return undefined
  }
  const enter = (): void => {
    enterBlock(input.walk, input.pages, block)
    nextEntry(input.walk)
  }
  const loading = load(input, blockRange(input.segment, block), dictionaryOf(input.segment))
  if (loading) return loading.then(enter)
  enter()
  return undefined
}

/** Loads the postings of the term; gives a promise when pages have to be read for it. */
export function loadLists(input: MergeInput): Promise<void> | undefined {
  const { segment, walk } = input
  if (walk.documentCount === 1) return undefined
  const frequencies = load(input, frequenciesOf(walk), segment.frequencies)
  const positions = load(input, positionsOf(walk), segment.positions)
  if (!frequencies && !positions) return undefined
  return Promise.all([frequencies, positions]).then(() => undefined)
}

/** Begins to read the postings of the term, which must be loaded. */
export function openLists(input: MergeInput): void {
  const { walk, list, pages, segment } = input
  if (walk.documentCount === 1) {
    const { bytes } = walk.cursor
    startList(list, bytes, walk.frequencyStart - walk.offset, walk.frequencyEnd - walk.offset, 1, false)
    input.positions = bytes
    input.positionsAt = walk.positionStart - walk.offset
    return
  }
  const { bytes, at } = cursorAt(pages, frequenciesOf(walk))
  const end = at + walk.frequencyEnd - walk.frequencyStart
  startList(list, bytes, at, end, walk.documentCount, segment.hasSkipTables)
  const positions = cursorAt(pages, positionsOf(walk))
  input.positions = positions.bytes
  input.positionsAt = positions.at
}

/** In how many documents of the merged segment the term stands. */
export function countKept(input: MergeInput): number {
  if (input.isComplete) return input.walk.documentCount
  openLists(input)
  let count = 0
  while (nextPosting(input.list)) if ((input.ordinals[input.list.ordinal] ?? -1) >= 0) count++
  return count
}

function frequenciesOf({ frequencyStart, frequencyEnd }: DictionaryWalk): ByteRange {
  return { start: frequencyStart, end: frequencyEnd }
}

function positionsOf({ positionStart, positionEnd }: DictionaryWalk): ByteRange {
  return { start: positionStart, end: positionEnd }
}

function dictionaryOf({ frequencies }: OpenSegment): ByteRange {
  return { start: 0, end: frequencies.start }
}

/**
 * Loads the pages under a range, and lets go those before it in its region: the terms ascend in all regions. Of short
 * pages the next ones come with them, since each wait costs more than a page does.
 */
function load(input: MergeInput, range: ByteRange, region: ByteRange): Promise<void> | undefined {
  const { pages, segment } = input
  const { layout, loaded } = pages
  const { first, last } = pagesOf(layout, range)
  const ends = pagesOf(layout, region)
  for (let page = first - 1; page > ends.first && loaded[page]; page--) loaded[page] = undefined
  let isLoaded = true
  for (let page = first; page <= last; page++) isLoaded &&= loaded[page] !== undefined
  if (isLoaded) return undefined
  const ahead = Math.floor(PAGE_BYTES / layout.pageBytes) - 1
  const waiting: Promise<void>[] = []
  for (let page = first; page <= Math.max(last, Math.min(last + ahead, ends.last)); page++)
    if (!loaded[page])
      waiting.push(
        readPage(input.pageOf, segment, page).then(
          bytes => void (loaded[page] = wholePage(layout, page, bytes)),
        ),
      )
  return Promise.all(waiting).then(() => undefined)
}
