import { appendPlaces, growNumbers, seekPosting, skipValue } from './posting-cursor'
import type { Numbers } from './posting-cursor'
import { openRange, startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import type { ByteRange, SegmentPages } from './segment-reader'

/** Ordinals, ascending. */
interface Documents {
  readonly ordinals: Uint32Array
  readonly length: number
}

/** Appends the places of a word in a document, each less the word's offset; asked for ascending documents. */
export type PlaceReader = (ordinal: number, places: Numbers) => void

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
  if (found.documentCounts.length > 1) return unionReader(reader, others, offset, wanted)
  startTerm(reader, 0)
  const range = found.documentCounts[0] === 1 ? inline : others
  const base = (found.positionStarts[0] ?? 0) - range.offset
  return (ordinal, places) => {
    if (seekPosting(cursor, ordinal) && cursor.ordinal === ordinal)
      appendPlaces(cursor, range.bytes, base, offset, places)
  }
}

/** The places of all terms of a prefix, gathered term by term and sorted. */
function unionReader(
  reader: PostingReader,
  others: { readonly bytes: Uint8Array; readonly offset: number },
  offset: number,
  wanted: Documents,
): PlaceReader {
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
  return (ordinal, places) => {
    const own = gathered.get(ordinal)
    if (!own) return
    const values = own.values.subarray(0, own.length).sort()
    if (places.length + values.length > places.values.length) growNumbers(places, values.length)
    places.values.set(values, places.length)
    places.length += values.length
  }
}
