import { dictionaryWalk, enterBlock, nextEntry } from './dictionary-walk'
import type { DictionaryWalk } from './dictionary-walk'
import { nextPosting, postingCursor, startList } from './posting-cursor'
import type { PostingCursor } from './posting-cursor'
import { byteWindow, readWindow } from './segment-bytes'
import type { ByteWindow } from './segment-bytes'
import type { OpenSegment } from './segment-reader'

/** A segment that is read from its first term to its last. */
export interface MergeInput {
  readonly segment: OpenSegment
  /** The ordinal of each document in the merged segment; -1 for those that are left out. */
  readonly ordinals: Int32Array
  readonly isComplete: boolean
  /** The term read last. */
  readonly walk: DictionaryWalk
  block: number
  isAtEnd: boolean
  /** The list of the term, and its positions. */
  readonly list: PostingCursor
  positions: Uint8Array
  positionsAt: number
  positionsEnd: number
  /** What was read of the two regions. */
  readonly frequencyWindow: ByteWindow
  readonly positionWindow: ByteWindow
}

/** An input before its first term. */
export function mergeInput(segment: OpenSegment, ordinals: Int32Array): MergeInput {
  return {
    segment,
    ordinals,
    isComplete: !ordinals.includes(-1),
    walk: dictionaryWalk(segment),
    block: -1,
    isAtEnd: false,
    list: postingCursor(segment.header.documentCount),
    positions: new Uint8Array(0),
    positionsAt: 0,
    positionsEnd: 0,
    frequencyWindow: byteWindow(),
    positionWindow: byteWindow(),
  }
}

/** Moves to the next term. */
export function nextTerm(input: MergeInput): void {
  const { walk, segment } = input
  if (nextEntry(walk)) return
  const block = ++input.block
  if (block >= segment.blockTerms.length) {
    input.isAtEnd = true
    return
  }
  enterBlock(walk, block, segment.dictionary.end)
  nextEntry(walk)
}

/** Begins to read the postings of the term. */
export function openLists(input: MergeInput): void {
  const { walk, list, segment, frequencyWindow, positionWindow } = input
  const { frequencyStart, frequencyEnd, positionStart, positionEnd } = walk
  if (walk.documentCount === 1) {
    const { bytes } = walk.cursor
    startList(list, bytes, frequencyStart - walk.offset, frequencyEnd - walk.offset, 1)
    input.positions = bytes
    input.positionsAt = positionStart - walk.offset
    input.positionsEnd = positionEnd - walk.offset
    return
  }
  readWindow(segment.bytes, frequencyWindow, frequencyStart, frequencyEnd, segment.frequencies.end)
  const at = frequencyStart - frequencyWindow.start
  startList(list, frequencyWindow.bytes, at, at + frequencyEnd - frequencyStart, walk.documentCount)
  readWindow(segment.bytes, positionWindow, positionStart, positionEnd, segment.positions.end)
  input.positions = positionWindow.bytes
  input.positionsAt = positionStart - positionWindow.start
  input.positionsEnd = positionEnd - positionWindow.start
}

/** In how many documents of the merged segment the term stands. */
export function countKept(input: MergeInput): number {
  if (input.isComplete) return input.walk.documentCount
  openLists(input)
  let count = 0
  while (nextPosting(input.list)) if ((input.ordinals[input.list.ordinal] ?? -1) >= 0) count++
  return count
}
