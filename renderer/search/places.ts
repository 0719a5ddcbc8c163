import { appendPlaces, growNumbers, keepPlaces, seekPosting, skipValue } from './posting-cursor'
import type { Numbers, PostingCursor } from './posting-cursor'
import { openRange, startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import type { ByteRange, SegmentPages } from './segment-reader'

/** Ordinals, ascending. */
interface Documents {
  readonly ordinals: Uint32Array
  readonly length: number
}

/** Reads the places of a word in one document after the other. */
export interface PlaceReader {
  readonly cursor: PostingCursor
  readonly bytes: Uint8Array
  /** Where the positions of the word begin in the bytes. */
  readonly base: number
  /** Where the word stands after the first of the phrase. */
  readonly offset: number
  /** The places of the terms of a prefix less the offset, by document; null for a word of one term. */
  readonly gathered: ReadonlyMap<number, Numbers> | null
}

/** Where the positions stand that have to be read: of long lists only the parts that the wanted documents are in. */
export function rangesOfPlaces(reader: PostingReader, wanted: Documents): readonly ByteRange[] {
  const { found, cursor } = reader
  const { positions } = found
  if (positions.end === 0) return []
  if (found.documentCounts.length > 1) return [positions]
  startTerm(reader, 0)
  const { skips } = cursor
  if (wanted.length * 2 > skips) return [positions]
  const ranges: ByteRange[] = []
  const startOf = (part: number): number =>
    positions.start + (part === 0 ? 0 : skipValue(cursor, part - 1, 2))
  let part = 0
  for (let index = 0; index < wanted.length; index++) {
    const ordinal = wanted.ordinals[index] ?? 0
    while (part < skips && skipValue(cursor, part, 0) < ordinal) part++
    const end = part < skips ? startOf(part + 1) : positions.end
    ranges.push({ start: startOf(part), end: Math.min(Math.max(startOf(part), end), positions.end) })
  }
  return ranges
}

/** A reader of the places of a word. The pages under its postings must be loaded as far as they are wanted. */
export function placeReader(
  reader: PostingReader,
  pages: SegmentPages,
  offset: number,
  wanted: Documents,
): PlaceReader {
  const { cursor, found, inline } = reader
  const others = openRange(pages, found.positions)
  const isUnion = found.documentCounts.length > 1
  const gathered = isUnion ? gatherPlaces(reader, others, offset, wanted) : null
  startTerm(reader, 0)
  const range = found.documentCounts[0] === 1 ? inline : others
  const base = (found.positionStarts[0] ?? 0) - range.offset
  return { cursor, bytes: range.bytes, base, offset, gathered }
}

/** Puts the places of a word in a document, each less its offset, into a list. Documents must ascend. */
export function readPlaces(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { cursor, bytes, base, offset, gathered } = reader
  places.length = 0
  if (gathered) copyNumbers(gathered.get(ordinal), places)
  else if (seekPosting(cursor, ordinal) && cursor.ordinal === ordinal)
    appendPlaces(cursor, bytes, base, offset, places)
}

/** Keeps of ascending places those that a word has, less its offset, in a document. Documents must ascend. */
export function keepPlacesOf(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { cursor, bytes, base, offset, gathered } = reader
  if (gathered) keepCommon(places, gathered.get(ordinal))
  else if (seekPosting(cursor, ordinal) && cursor.ordinal === ordinal)
    keepPlaces(cursor, bytes, base, offset, places)
  else places.length = 0
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
  reader: PostingReader,
  others: { readonly bytes: Uint8Array; readonly offset: number },
  offset: number,
  wanted: Documents,
): ReadonlyMap<number, Numbers> {
  const { cursor, found, inline } = reader
  const gathered = new Map<number, Numbers>()
  for (let term = 0; term < found.documentCounts.length; term++) {
    startTerm(reader, term)
    const range = found.documentCounts[term] === 1 ? inline : others
    const base = (found.positionStarts[term] ?? 0) - range.offset
    for (let index = 0; index < wanted.length; index++) {
      const ordinal = wanted.ordinals[index] ?? 0
      if (!seekPosting(cursor, ordinal)) break
      if (cursor.ordinal !== ordinal) continue
      const places = gathered.get(ordinal) ?? { values: new Uint32Array(4), length: 0 }
      gathered.set(ordinal, places)
      appendPlaces(cursor, range.bytes, base, offset, places)
    }
  }
  for (const { values, length } of gathered.values()) values.subarray(0, length).sort()
  return gathered
}
