import { readVarint, skipVarints } from './bytes'
import type { Cursor } from './bytes'
import { skipInlineCounts } from './dictionary'
import { LONGEST_TERM } from './format'
import { IndexFormatError } from './index-format-error'
import { byteWindow, readWindow } from './segment-bytes'
import type { ByteRange, ByteWindow } from './segment-bytes'
import type { OpenSegment } from './segment-reader'

/** One entry of a dictionary block after the other: the term, and where its postings stand in the segment. */
export interface DictionaryWalk {
  readonly segment: OpenSegment
  /** What was read of the dictionary. */
  readonly window: ByteWindow
  readonly cursor: Cursor
  /** What to add to the cursor to get a place in the segment. */
  offset: number
  /** Where the block ends, for the cursor. */
  end: number
  /** The first `length` bytes are the term; `shared` of them are those of the entry before in the block. */
  readonly term: Uint8Array
  length: number
  shared: number
  documentCount: number
  frequencyStart: number
  frequencyEnd: number
  positionStart: number
  positionEnd: number
  nextFrequencies: number
  nextPositions: number
}

/** A walk that stands in no block yet. */
export function dictionaryWalk(segment: OpenSegment): DictionaryWalk {
  return {
    segment,
    window: byteWindow(),
    cursor: { bytes: new Uint8Array(0), at: 0 },
    offset: 0,
    end: 0,
    term: new Uint8Array(LONGEST_TERM),
    length: 0,
    shared: 0,
    documentCount: 0,
    frequencyStart: 0,
    frequencyEnd: 0,
    positionStart: 0,
    positionEnd: 0,
    nextFrequencies: 0,
    nextPositions: 0,
  }
}

/** Where a block stands. */
export function blockRange({ blockStarts }: OpenSegment, block: number): ByteRange {
  return { start: blockStarts[block] ?? 0, end: blockStarts[block + 1] ?? 0 }
}

/**
 * Puts the walk before the first entry of a block.
 *
 * @param until whoever goes on to the next blocks says how far
 */
export function enterBlock(walk: DictionaryWalk, block: number, until = 0): void {
  const { segment, window, cursor } = walk
  const { start, end } = blockRange(segment, block)
  readWindow(segment.bytes, window, start, end, until)
  cursor.bytes = window.bytes
  cursor.at = start - window.start
  walk.offset = window.start
  walk.end = end - window.start
  walk.length = 0
  walk.nextFrequencies = segment.frequencies.start + readVarint(cursor)
  walk.nextPositions = segment.positions.start + readVarint(cursor)
}

/**
 * Moves to the next entry of the block; false at its end.
 *
 * @throws IndexFormatError when the bytes cannot be entries
 */
export function nextEntry(walk: DictionaryWalk): boolean {
  const { cursor, segment } = walk
  if (cursor.at >= walk.end) return false
  readTerm(walk)
  walk.documentCount = readVarint(cursor)
  if (walk.documentCount === 1) readInline(walk)
  else readLengths(walk)
  const isSound =
    cursor.at <= walk.end &&
    walk.documentCount > 0 &&
    walk.documentCount <= segment.header.documentCount &&
    walk.nextFrequencies <= segment.frequencies.end &&
    walk.nextPositions <= segment.positions.end
  if (!isSound) throw new IndexFormatError(`The dictionary of segment ${segment.id} is damaged`)
  return true
}

function readTerm(walk: DictionaryWalk): void {
  const { cursor, term } = walk
  const { bytes } = cursor
  const shared = Math.min(bytes[cursor.at] ?? 0, walk.length)
  const length = Math.min(shared + (bytes[cursor.at + 1] ?? 0), LONGEST_TERM)
  cursor.at += 2
  for (let at = shared; at < length; at++) term[at] = bytes[cursor.at++] ?? 0
  walk.shared = shared
  walk.length = length
}

function readInline(walk: DictionaryWalk): void {
  const { cursor, offset } = walk
  walk.frequencyStart = cursor.at + offset
  const positions = skipInlineCounts(cursor)
  walk.frequencyEnd = walk.positionStart = cursor.at + offset
  skipVarints(cursor, positions)
  walk.positionEnd = cursor.at + offset
}

function readLengths(walk: DictionaryWalk): void {
  walk.frequencyStart = walk.nextFrequencies
  walk.positionStart = walk.nextPositions
  walk.frequencyEnd = walk.nextFrequencies += readVarint(walk.cursor)
  walk.positionEnd = walk.nextPositions += readVarint(walk.cursor)
}
