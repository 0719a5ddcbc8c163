import { NO_TERMS } from './dictionary'
import { TEXT_PLACE } from './format'
import { addScored } from './match-words'
import type { Scoring } from './match-words'
import { addMatch, freeMatches, matchList } from './matches'
import type { Matches } from './matches'
import { keepPlacesOf, placeReader, readPlaces } from './places'
import type { PlaceReader } from './places'
import type { Numbers } from './posting-cursor'
import { nextPosting, seekPosting } from './posting-cursor'
import { openPostings, startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import type { Located } from './locate'

/**
 * The documents of a segment that have the words of a phrase one after the other.
 *
 * First the documents that have all words are found; only of those the positions are read.
 *
 * @param within only these are wanted; null: all
 */
export function matchPhrase(located: Located, scoring: Scoring, within: Matches | null): Matches {
  const { words, offsets } = scoring.words
  const found = words.map(word => located.found[word] ?? NO_TERMS)
  if (found.length === 0 || found.some(({ documentCounts }) => documentCounts.length === 0))
    return matchList(0)
  const byCost = found
    .map((_, index) => index)
    .toSorted((first, second) => costOf(found[first]) - costOf(found[second]))
  const readers = byCost.map((index, slot) => openPostings(located.segment, found[index] ?? NO_TERMS, slot))
  const wanted = documentsWithAll(readers, within)
  const places = readers.map((reader, at) => placeReader(reader, offsets[byCost[at] ?? 0] ?? 0, wanted))
  const matches = verify(scoring, wanted, places)
  freeMatches(wanted)
  return matches
}

function costOf(found = NO_TERMS): number {
  return found.documentCounts.reduce((sum, count) => sum + count, 0)
}

/** The documents that have all words, without scores. */
function documentsWithAll(readers: readonly PostingReader[], within: Matches | null): Matches {
  let documents: Matches | null = null
  for (const reader of readers) {
    const fewer = documentsWith(reader, documents ?? within)
    if (documents) freeMatches(documents)
    documents = fewer
  }
  return documents ?? matchList(0)
}

/** The documents that have a word, of those that are wanted. */
function documentsWith(reader: PostingReader, within: Matches | null): Matches {
  const { cursor, found, segment } = reader
  if (found.documentCounts.length === 1) return documentsWithTerm(reader, within)
  const flags = new Uint8Array(segment.header.documentCount)
  for (let term = 0; term < found.documentCounts.length; term++) {
    startTerm(reader, term)
    while (nextPosting(cursor)) flags[cursor.ordinal] = 1
  }
  const most = within?.length ?? flags.length
  const documents = matchList(most)
  for (let index = 0; index < most; index++) {
    const ordinal = within ? (within.ordinals[index] ?? 0) : index
    if (flags[ordinal] === 1) addMatch(documents, ordinal, 0)
  }
  return documents
}

function documentsWithTerm(reader: PostingReader, within: Matches | null): Matches {
  const { cursor, found } = reader
  const documents = matchList(Math.min(found.documentCounts[0] ?? 0, within?.length ?? Infinity))
  startTerm(reader, 0)
  if (!within) while (nextPosting(cursor)) addMatch(documents, cursor.ordinal, 0)
  else
    for (let index = 0; index < within.length; index++) {
      const ordinal = within.ordinals[index] ?? 0
      if (!seekPosting(cursor, ordinal)) break
      if (cursor.ordinal === ordinal) addMatch(documents, ordinal, 0)
    }
  return documents
}

/** Places of one document at a time; used again, for new memory costs more than what is written into it. */
const beginnings: Numbers = { values: new Uint32Array(256), length: 0 }

/** Cuts the places where the phrase would begin: those of each word less its offset. */
function verify(scoring: Scoring, wanted: Matches, readers: readonly PlaceReader[]): Matches {
  const matches = matchList(wanted.length)
  const [first, ...others] = readers
  for (let index = 0; first && index < wanted.length; index++) {
    const ordinal = wanted.ordinals[index] ?? 0
    readPlaces(first, ordinal, beginnings)
    for (let word = 0; word < others.length && beginnings.length > 0; word++)
      keepPlacesOf(others[word] ?? first, ordinal, beginnings)
    if (beginnings.length === 0) continue
    let inTitle = 0
    while (inTitle < beginnings.length && (beginnings.values[inTitle] ?? 0) < TEXT_PLACE) inTitle++
    addScored(scoring, matches, ordinal, inTitle, beginnings.length - inTitle)
  }
  return matches
}
