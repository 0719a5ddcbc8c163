import { readVarint, skipVarints } from './bytes'
import type { Cursor } from './bytes'
import { COUNTED, OFTEN_IN_TEXT } from './format'
import { mayContain } from './filter'
import { IndexFormatError } from './index-format-error'
import { readRange } from './segment-bytes'
import type { ByteRange } from './segment-bytes'
import type { OpenSegment } from './segment-reader'
import type { SearchWord } from './terms'

/**
 * The terms of a segment that match a word: none, one, or for a prefix many. One array a property, because a short
 * prefix has thousands of terms in all segments together.
 */
export interface FoundTerms {
  /** In how many documents each term stands. */
  readonly documentCounts: readonly number[]
  /** Where the frequencies of each term begin: in the dictionary for a term of one document. */
  readonly frequencyStarts: readonly number[]
  /** Where they end, skip table included. */
  readonly frequencyEnds: readonly number[]
  /** Where the positions of each term begin: in the dictionary for a term of one document. */
  readonly positionStarts: readonly number[]
  readonly positionEnds: readonly number[]
  /** Where the last of the terms and the last of their frequencies end: who reads them goes on so far. */
  readonly dictionaryEnd: number
  readonly frequenciesEnd: number
}

/** Where the lists of the terms are, without their positions. */
export type TermLists = Omit<FoundTerms, 'positionStarts' | 'positionEnds'>

/** What is found in a segment that lacks a word. */
export const NO_TERMS: FoundTerms = {
  documentCounts: [],
  frequencyStarts: [],
  frequencyEnds: [],
  positionStarts: [],
  positionEnds: [],
  dictionaryEnd: 0,
  frequenciesEnd: 0,
}

/** The dictionary blocks that must be read to find a word; undefined when the segment surely lacks it. */
export function blocksOf(segment: OpenSegment, word: SearchWord): ByteRange | undefined {
  if (segment.blockTerms.length === 0) return undefined
  if (!word.prefix && !mayContain(segment.header.filter, word.hash)) return undefined
  const first = Math.max(0, countBlocks(segment, word.bytes, false) - 1)
  const end = word.prefix ? Math.max(first + 1, countBlocks(segment, word.bytes, true)) : first + 1
  return { start: segment.blockStarts[first] ?? 0, end: segment.blockStarts[end] ?? 0 }
}

/** How many blocks begin with a term up to the target or, when asked, up to the last term prefixed with it. */
function countBlocks(segment: OpenSegment, target: Uint8Array, alsoPrefixed: boolean): number {
  const { sparse } = segment.header
  let low = 0
  let high = segment.blockTerms.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = segment.blockTerms[middle] ?? 0
    if (isUpTo(sparse, at + 1, sparse[at] ?? 0, target, alsoPrefixed)) low = middle + 1
    else high = middle
  }
  return low
}

function isUpTo(
  bytes: Uint8Array,
  start: number,
  length: number,
  target: Uint8Array,
  alsoPrefixed: boolean,
): boolean {
  const most = Math.min(length, target.length)
  for (let at = 0; at < most; at++) {
    const difference = (bytes[start + at] ?? 0) - (target[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return alsoPrefixed || length <= target.length
}

/** Dictionary blocks being scanned for a word, and what was found. */
interface Scan extends FoundTerms {
  readonly segment: OpenSegment
  readonly cursor: Cursor
  /** What to add to the cursor to get a place in the segment. */
  readonly offset: number
  readonly word: SearchWord
  /** How many bytes the term last read shares with the word. */
  matched: number
  /** Where the postings of the next term of several documents begin. */
  nextFrequencies: number
  nextPositions: number
  readonly documentCounts: number[]
  readonly frequencyStarts: number[]
  readonly frequencyEnds: number[]
  readonly positionStarts: number[]
  readonly positionEnds: number[]
  frequenciesEnd: number
}

/**
 * The terms of a segment that match a word.
 *
 * @param blocks from `blocksOf`
 */
export function findTerms(segment: OpenSegment, blocks: ByteRange, word: SearchWord): FoundTerms {
  const cursor = { bytes: readRange(segment.bytes, blocks), at: 0 }
  const scan = startScan(segment, cursor, blocks, word)
  let isPast = false
  for (let block = blockAt(segment, blocks.start); !isPast; block++) {
    const end = segment.blockStarts[block + 1] ?? Infinity
    if (end > blocks.end) break
    isPast = scanBlock(scan, end - scan.offset)
  }
  if (scan.documentCounts.length === 0) return NO_TERMS
  const isInside =
    scan.nextFrequencies <= segment.frequencies.end && scan.nextPositions <= segment.positions.end
  if (!isInside) throw damaged()
  return scan
}

function startScan(segment: OpenSegment, cursor: Cursor, blocks: ByteRange, word: SearchWord): Scan {
  return {
    segment,
    cursor,
    offset: blocks.start,
    word,
    dictionaryEnd: blocks.end,
    matched: 0,
    nextFrequencies: 0,
    nextPositions: 0,
    documentCounts: [],
    frequencyStarts: [],
    frequencyEnds: [],
    positionStarts: [],
    positionEnds: [],
    frequenciesEnd: 0,
  }
}

/** The number of the block that begins at a place. */
export function blockAt(segment: OpenSegment, start: number): number {
  let low = 0
  let high = segment.blockTerms.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segment.blockStarts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds the terms of one block that match, and says whether all terms that follow stand behind them. */
function scanBlock(scan: Scan, end: number): boolean {
  const { segment } = scan
  scan.nextFrequencies = segment.frequencies.start + readVarint(scan.cursor)
  scan.nextPositions = segment.positions.start + readVarint(scan.cursor)
  scan.matched = 0
  while (scan.cursor.at < end) {
    const relation = compareTerm(scan)
    if (relation === 'after') return true
    const documentCount = readVarint(scan.cursor)
    if (documentCount === 0 || documentCount > segment.header.documentCount) throw damaged()
    if (documentCount === 1) readInlinePosting(scan, relation === 'match')
    else readPostingLengths(scan, documentCount, relation === 'match')
  }
  return false
}

/**
 * Reads the term of an entry and compares it with the word.
 *
 * Terms are not put together: one that keeps more of its predecessor than that shares with the word stands to the
 * word as its predecessor does.
 */
function compareTerm(scan: Scan): 'before' | 'match' | 'after' {
  const { cursor, word } = scan
  const { bytes } = cursor
  const target = word.bytes
  const shared = bytes[cursor.at] ?? 0
  let at = cursor.at + 2
  const end = at + (bytes[cursor.at + 1] ?? 0)
  cursor.at = end
  if (shared < scan.matched) return 'after'
  if (shared === scan.matched)
    while (at < end && scan.matched < target.length && bytes[at] === target[scan.matched]) {
      at++
      scan.matched++
    }
  if (scan.matched === target.length)
    return word.prefix || (at === end && shared <= target.length) ? 'match' : 'after'
  if (shared > scan.matched || at === end) return 'before'
  return (bytes[at] ?? 0) > (target[scan.matched] ?? 0) ? 'after' : 'before'
}

/** A term of one document has its posting here, in the dictionary. */
function readInlinePosting(scan: Scan, isMatch: boolean): void {
  const { cursor, offset } = scan
  const start = cursor.at
  const count = skipInlineCounts(cursor)
  const positions = cursor.at
  skipVarints(cursor, count)
  if (!isMatch) return
  scan.documentCounts.push(1)
  scan.frequencyStarts.push(start + offset)
  scan.frequencyEnds.push(positions + offset)
  scan.positionStarts.push(positions + offset)
  scan.positionEnds.push(cursor.at + offset)
}

/** Moves behind the head of a posting, and says how many positions follow. */
export function skipInlineCounts(cursor: Cursor): number {
  const kind = readVarint(cursor) & 3
  if (kind === OFTEN_IN_TEXT) return readVarint(cursor) + 2
  return kind === COUNTED ? readVarint(cursor) + readVarint(cursor) : 1
}

/** A term of several documents says how long its postings are; they follow those of the term before. */
function readPostingLengths(scan: Scan, documentCount: number, isMatch: boolean): void {
  const frequenciesEnd = scan.nextFrequencies + readVarint(scan.cursor)
  const positionsEnd = scan.nextPositions + readVarint(scan.cursor)
  if (isMatch) {
    scan.documentCounts.push(documentCount)
    scan.frequencyStarts.push(scan.nextFrequencies)
    scan.frequencyEnds.push(frequenciesEnd)
    scan.positionStarts.push(scan.nextPositions)
    scan.positionEnds.push(positionsEnd)
    scan.frequenciesEnd = frequenciesEnd
  }
  scan.nextFrequencies = frequenciesEnd
  scan.nextPositions = positionsEnd
}

function damaged(): IndexFormatError {
  return new IndexFormatError('A dictionary is damaged')
}
