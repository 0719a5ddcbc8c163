import {
  appendPlaces,
  growNumbers,
  keepPlaces,
  partEnd,
  partOf,
  seekPosting,
  skipValue,
} from './posting-cursor'
import type { Numbers } from './posting-cursor'
import { startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import { emptyJoined, emptyRange, openRange } from './segment-pages'
import type { Joined, OpenRange } from './segment-pages'
import type { ByteRange } from './page-layout'

/** Ordinals, ascending. */
interface Documents {
  readonly ordinals: Uint32Array
  readonly length: number
}

/** Reads the places of a word in one document after the other. */
export interface PlaceReader {
  readonly postings: PostingReader
  /** Where the word stands after the first of the phrase. */
  readonly offset: number
  /** Positions of the term being read: of a long list only what belongs to one entry of its skip table is opened. */
  readonly window: Window
  /** The places of the terms of a prefix less the offset, by document; null for a word of one term. */
  readonly gathered: ReadonlyMap<number, Numbers> | null
}

interface Window extends OpenRange {
  /** Where the positions of the term begin and end in the segment. */
  first: number
  last: number
  /** The part of the list that was read last. */
  part: number
  readonly joined: Joined
}

/** Where the positions stand that have to be read: of long lists only the parts that the wanted documents are in. */
export function rangesOfPlaces(reader: PostingReader, wanted: Documents): readonly ByteRange[] {
  const { found, cursor } = reader
  const { positions } = found
  if (positions.end === 0) return []
  if (found.documentCounts.length > 1) return [positions]
  startTerm(reader, 0)
  const { skips } = cursor
  const ranges: ByteRange[] = []
  const endOf = (part: number): number =>
    Math.min(positions.start + partEnd(cursor, part, Infinity), positions.end)
  let [part, next] = [0, 0]
  for (let index = 0; index < wanted.length; index++) {
    const ordinal = wanted.ordinals[index] ?? 0
    while (part < skips && skipValue(cursor, part, 0) < ordinal) part++
    if (part < next) continue
    ranges.push({ start: part === 0 ? positions.start : endOf(part - 1), end: endOf(part) })
    next = part + 1
  }
  return ranges
}

/**
 * A reader of the places of a word. The pages under its postings must be loaded as far as they are wanted.
 *
 * All readers are made by the same literals: of objects of several shapes each field is looked up by its name, which took
 * a quarter of the time of a phrase.
 */
export function placeReader(postings: PostingReader, offset: number, wanted: Documents): PlaceReader {
  const { bytes, start, end } = emptyRange()
  const window: Window = { bytes, start, end, first: 0, last: 0, part: -1, joined: emptyJoined() }
  const isPrefix = postings.found.documentCounts.length > 1
  const gathered = isPrefix ? gatherPlaces({ postings, offset, window }, wanted) : null
  if (!isPrefix) startPlaces({ postings, window }, 0)
  return { postings, offset, window, gathered }
}

/** Puts the places of a word in a document, each less its offset, into a list. Documents must ascend. */
export function readPlaces(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { postings, offset, gathered } = reader
  places.length = 0
  if (gathered) copyNumbers(gathered.get(ordinal), places)
  else if (seekPosting(postings.cursor, ordinal) && postings.cursor.ordinal === ordinal) {
    const base = openPlaces(reader)
    appendPlaces(postings.cursor, reader.window.bytes, base, offset, places)
  }
}

/** Keeps of ascending places those that a word has, less its offset, in a document. Documents must ascend. */
export function keepPlacesOf(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { postings, offset, gathered } = reader
  if (gathered) keepCommon(places, gathered.get(ordinal))
  else if (seekPosting(postings.cursor, ordinal) && postings.cursor.ordinal === ordinal) {
    const base = openPlaces(reader)
    keepPlaces(postings.cursor, reader.window.bytes, base, offset, places)
  } else places.length = 0
}

function startPlaces({ postings, window }: Pick<PlaceReader, 'postings' | 'window'>, term: number): void {
  startTerm(postings, term)
  window.first = postings.found.positionStarts[term] ?? 0
  window.last = postings.found.positionEnds[term] ?? 0
  window.end = 0
  window.part = -1
}

/** Makes the positions of the posting read last readable, and says at which byte those of the whole list would begin. */
function openPlaces({ postings, window }: Pick<PlaceReader, 'postings' | 'window'>): number {
  const { cursor, pages } = postings
  const part = partOf(cursor)
  if (part !== window.part) {
    window.part = part
    const end = Math.min(window.first + partEnd(cursor, part, window.last - window.first), window.last)
    if (end > window.end) openRange(pages, window.first + cursor.placesAt, end, window.joined, window)
  }
  return window.first - window.start
}

function copyNumbers(from: Numbers | undefined, to: Numbers): void {
  if (!from) return
  if (from.length > to.values.length) growNumbers(to, from.length)
  to.values.set(from.values.subarray(0, from.length))
  to.length = from.length
}

/** Keeps of the first those that the second has too; both ascend. */
function keepCommon(first: Numbers, second: Numbers | undefined): void {
  const kept = first.values
  let [length, at] = [0, 0]
  for (let index = 0; second && index < first.length; index++) {
    const place = kept[index] ?? 0
    while (at < second.length && (second.values[at] ?? 0) < place) at++
    if (at < second.length && second.values[at] === place) kept[length++] = place
  }
  first.length = length
}

/** The places of all terms of a prefix, gathered term by term and sorted. */
function gatherPlaces(
  reader: Omit<PlaceReader, 'gathered'>,
  wanted: Documents,
): ReadonlyMap<number, Numbers> {
  const { postings, offset, window } = reader
  const { cursor, found } = postings
  const gathered = new Map<number, Numbers>()
  for (let term = 0; term < found.documentCounts.length; term++) {
    startPlaces(reader, term)
    for (let index = 0; index < wanted.length; index++) {
      const ordinal = wanted.ordinals[index] ?? 0
      if (!seekPosting(cursor, ordinal)) break
      if (cursor.ordinal !== ordinal) continue
      const places = gathered.get(ordinal) ?? { values: new Uint32Array(4), length: 0 }
      gathered.set(ordinal, places)
      const base = openPlaces(reader)
      appendPlaces(cursor, window.bytes, base, offset, places)
    }
  }
  for (const { values, length } of gathered.values()) values.subarray(0, length).sort()
  return gathered
}
