import { appendPlaces, growNumbers, keepPlaces, partEnd, partOf, seekPosting } from './posting-cursor'
import type { Numbers } from './posting-cursor'
import { startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import { readWindow } from './segment-bytes'

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
  readonly term: TermPlaces
  /** The places of the terms of a prefix less the offset, by document; null for a word of one term. */
  readonly gathered: ReadonlyMap<number, Numbers> | null
}

/** The positions of the term being read: of a long list only what belongs to one entry of its skip table is read. */
interface TermPlaces {
  /** Where they begin and end in the segment. */
  first: number
  last: number
  /** The part of the list that was read last. */
  part: number
  /** Whether most parts are wanted: then the next ones are read with each. */
  isDense: boolean
}

/**
 * A reader of the places of a word.
 *
 * All readers are made by the same literals: of objects of several shapes each field is looked up by its name, which took
 * a quarter of the time of a phrase.
 */
export function placeReader(postings: PostingReader, offset: number, wanted: Documents): PlaceReader {
  const term: TermPlaces = { first: 0, last: 0, part: -1, isDense: false }
  const isPrefix = postings.found.documentCounts.length > 1
  const gathered = isPrefix ? gatherPlaces({ postings, offset, term }, wanted) : null
  if (!isPrefix) startPlaces({ postings, term }, 0, wanted)
  return { postings, offset, term, gathered }
}

/** Puts the places of a word in a document, each less its offset, into a list. Documents must ascend. */
export function readPlaces(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { postings, offset, gathered } = reader
  places.length = 0
  if (gathered) copyNumbers(gathered.get(ordinal), places)
  else if (seekPosting(postings.cursor, ordinal) && postings.cursor.ordinal === ordinal) {
    const base = openPlaces(reader)
    appendPlaces(postings.cursor, postings.windows.positions.bytes, base, offset, places)
  }
}

/** Keeps of ascending places those that a word has, less its offset, in a document. Documents must ascend. */
export function keepPlacesOf(reader: PlaceReader, ordinal: number, places: Numbers): void {
  const { postings, offset, gathered } = reader
  if (gathered) keepCommon(places, gathered.get(ordinal))
  else if (seekPosting(postings.cursor, ordinal) && postings.cursor.ordinal === ordinal) {
    const base = openPlaces(reader)
    keepPlaces(postings.cursor, postings.windows.positions.bytes, base, offset, places)
  } else places.length = 0
}

type Reading = Pick<PlaceReader, 'postings' | 'term'>

function startPlaces({ postings, term }: Reading, number: number, wanted: Documents): void {
  startTerm(postings, number)
  term.first = postings.found.positionStarts[number] ?? 0
  term.last = postings.found.positionEnds[number] ?? 0
  term.part = -1
  term.isDense = wanted.length > postings.cursor.skips
}

/** Makes the positions of the posting read last readable, and says at which byte those of the whole list would begin. */
function openPlaces({ postings, term }: Reading): number {
  const { cursor, segment, windows } = postings
  const part = partOf(cursor)
  if (part !== term.part) {
    term.part = part
    const end = Math.min(term.first + partEnd(cursor, part, term.last - term.first), term.last)
    readWindow(
      segment.bytes,
      windows.positions,
      term.first + cursor.placesAt,
      end,
      term.isDense ? term.last : end,
    )
  }
  return term.first - windows.positions.start
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
  const { postings, offset } = reader
  const { cursor, found, windows } = postings
  const gathered = new Map<number, Numbers>()
  for (let term = 0; term < found.documentCounts.length; term++) {
    startPlaces(reader, term, wanted)
    for (let index = 0; index < wanted.length; index++) {
      const ordinal = wanted.ordinals[index] ?? 0
      if (!seekPosting(cursor, ordinal)) break
      if (cursor.ordinal !== ordinal) continue
      const places = gathered.get(ordinal) ?? { values: new Uint32Array(4), length: 0 }
      gathered.set(ordinal, places)
      const base = openPlaces(reader)
      appendPlaces(cursor, windows.positions.bytes, base, offset, places)
    }
  }
  for (const { values, length } of gathered.values()) values.subarray(0, length).sort()
  return gathered
}
