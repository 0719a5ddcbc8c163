import type { TermLists } from './dictionary'
import type { SegmentDocuments } from './documents'
import { addMatch, matchList } from './matches'
import type { Matches } from './matches'
import type { PlannedTerms, PlannedWords } from './plan'
import { createPool } from './pool'
import { addCounts, nextPosting, seekPosting } from './posting-cursor'
import { openPostings, startTerm } from './posting-reader'
import type { PostingReader } from './posting-reader'
import { averageSaturation, saturation } from './rank'
import type { Collection } from './rank'
import type { Located } from './locate'

/** Scores what a segment has of a word or phrase. */
export interface Scoring {
  readonly documents: SegmentDocuments
  readonly collection: Collection
  readonly words: PlannedWords | PlannedTerms
}

/** Adds a document with these counts to the matches, if they count in the place that is searched. */
export function addScored(
  { documents, collection, words: { place, weight } }: Scoring,
  matches: Matches,
  ordinal: number,
  inTitle: number,
  inText: number,
): void {
  const titleLength = documents.titleLengths[ordinal] ?? 0
  const textLength = documents.textLengths[ordinal] ?? 0
  let share: number
  if (place === 'anywhere') share = saturation(collection, inTitle, inText, titleLength, textLength)
  else if (place === 'title') {
    if (inTitle === 0) return
    share = saturation(collection, inTitle, 0, titleLength, textLength)
  } else {
    // A field counts as a text of average length: nobody is a better author for having a short name.
    share = averageSaturation(0, inText)
  }
  addMatch(matches, ordinal, weight * share)
}

/**
 * The documents of a segment that have one of the terms that were found there.
 *
 * @param within only these are wanted; null: all
 */
export function matchWord(
  located: Located,
  found: TermLists,
  scoring: Scoring,
  within: Matches | null,
): Matches {
  const reader = openPostings(located.segment, found)
  const terms = found.documentCounts.length
  if (terms > 1) return matchTerms(reader, scoring, within)
  const matches = matchList(Math.min(found.documentCounts[0] ?? 0, within?.length ?? Infinity))
  if (terms === 0) return matches
  startTerm(reader, 0)
  const { cursor } = reader
  if (!within)
    while (nextPosting(cursor)) addScored(scoring, matches, cursor.ordinal, cursor.inTitle, cursor.inText)
  else
    for (let index = 0; index < within.length; index++) {
      const ordinal = within.ordinals[index] ?? 0
      if (!seekPosting(cursor, ordinal)) break
      if (cursor.ordinal === ordinal) addScored(scoring, matches, ordinal, cursor.inTitle, cursor.inText)
    }
  return matches
}

/** In the title and in the text, two numbers a document. Those that are kept are all 0. */
const countLists = createPool(
  1,
  capacity => new Uint32Array(capacity),
  ({ length }) => length,
)

/** The terms count as one word: their counts are added up. */
function matchTerms(reader: PostingReader<TermLists>, scoring: Scoring, within: Matches | null): Matches {
  const length = reader.segment.header.documentCount
  const counts = countLists.take(2 * length)
  const { documentCounts } = reader.found
  for (let term = 0; term < documentCounts.length; term++) {
    startTerm(reader, term)
    addCounts(reader.cursor, counts)
  }
  const postings = documentCounts.reduce((sum, count) => sum + count, 0)
  const most = within?.length ?? length
  const matches = matchList(Math.min(most, postings))
  for (let index = 0; index < most; index++) {
    const ordinal = within ? (within.ordinals[index] ?? 0) : index
    const inTitle = counts[2 * ordinal] ?? 0
    const inText = counts[2 * ordinal + 1] ?? 0
    if (inTitle + inText > 0) addScored(scoring, matches, ordinal, inTitle, inText)
  }
  counts.fill(0, 0, 2 * length)
  countLists.give(counts)
  return matches
}
