import { tokenize } from '../text'
import { documentsOf } from './documents'
import { supersededOf } from './index-state'
import type { IndexState, Superseded } from './index-state'
import { nextPosting } from './posting-cursor'
import { openPostings, startTerm } from './posting-reader'
import { averageSaturation, inverseDocumentFrequency, saturation } from './rank'
import type { Collection } from './rank'
import { searchWord } from './terms'
import { offerHit, sortedHits, topHits } from './top-hits'
import type { TopHits } from './top-hits'
import type { Hit, Likeness, SimilarOptions } from './types'
import { locateAll } from './locate'
import type { Located } from './locate'

/** So many of the most telling terms stand for a text. */
const MOST_TERMS = 25
/** News says in its first paragraphs what it is about. */
const TEXT_TOKENS = 400

/** How often a term stands in the text that others are compared with. */
interface TermCounts {
  inTitle: number
  inText: number
}

/** In how many documents each term stands, by one look into each dictionary; known ones are not looked up again. */
export function lookUpFrequencies(state: IndexState, terms: Iterable<string>): ReadonlyMap<string, number> {
  const known = state.documentFrequencies
  const wanted = [...new Set(terms)]
  const words = wanted.filter(term => !known.has(term)).map(term => searchWord(term, false))
  const counts = words.map(() => 0)
  const located = words.length > 0 ? locateAll(state, words) : []
  for (const { found } of located)
    found.forEach(({ documentCounts: [documentCount = 0] }, word) => {
      counts[word] = (counts[word] ?? 0) + documentCount
    })
  words.forEach(({ term }, word) => known.set(term, counts[word] ?? 0))
  return new Map(wanted.map(term => [term, known.get(term) ?? 0]))
}

/** The documents that share the most telling terms with a text, best first. */
export function runSimilar(
  state: IndexState,
  isDeleted: (id: number) => boolean,
  like: Likeness,
  options: SimilarOptions,
): readonly Hit[] {
  const counts = countTerms(like)
  const frequencies = lookUpFrequencies(state, counts.keys())
  const chosen = chooseTerms(state, counts, frequencies, options.exclude !== undefined)
  const top = topHits(options.limit)
  const isWanted = (id: number): boolean => id !== options.exclude && !isDeleted(id)
  if (chosen.length === 0) return []
  const words = chosen.map(({ term }) => searchWord(term, false))
  const superseded = supersededOf(state)
  for (const one of locateAll(state, words))
    scoreSegment(state.collection, superseded, one, chosen, isWanted, top)
  return sortedHits(top)
}

function countTerms(like: Likeness): ReadonlyMap<string, TermCounts> {
  const counts = new Map<string, TermCounts>()
  const countsOf = (term: string): TermCounts => {
    const known = counts.get(term) ?? { inTitle: 0, inText: 0 }
    counts.set(term, known)
    return known
  }
  if ('terms' in like) for (const term of like.terms) countsOf(term).inTitle++
  else {
    tokenize(like.title, term => countsOf(term).inTitle++)
    tokenize(like.text.slice(0, TEXT_TOKENS * 8), (term, _start, _end, position) => {
      if (position < TEXT_TOKENS) countsOf(term).inText++
    })
  }
  return counts
}

/** A term and its inverse document frequency. */
interface ChosenTerm {
  readonly term: string
  readonly idf: number
}

/** @param isIndexed whether the text itself is in the index: a term of one document is then a term of its own only */
function chooseTerms(
  state: IndexState,
  counts: ReadonlyMap<string, TermCounts>,
  frequencies: ReadonlyMap<string, number>,
  isIndexed: boolean,
): readonly ChosenTerm[] {
  const { collection } = state
  const least = isIndexed ? 2 : 1
  return [...counts]
    .filter(([term]) => (frequencies.get(term) ?? 0) >= least)
    .map(([term, { inTitle, inText }]) => {
      const idf = inverseDocumentFrequency(collection.documentCount, frequencies.get(term) ?? 0)
      const weight = averageSaturation(inTitle, inText) * idf
      return { term, idf, weight }
    })
    .toSorted((first, second) => second.weight - first.weight || (first.term < second.term ? -1 : 1))
    .slice(0, MOST_TERMS)
}

function scoreSegment(
  collection: Collection,
  superseded: Superseded,
  { segment, found }: Located,
  terms: readonly ChosenTerm[],
  isWanted: (id: number) => boolean,
  top: TopHits,
): void {
  const { ids, titleLengths, textLengths } = documentsOf(segment)
  const scores = new Float64Array(segment.header.documentCount)
  found.forEach((one, term) => {
    if (one.documentCounts.length === 0) return
    const idf = terms[term]?.idf ?? 0
    const reader = openPostings(segment, one)
    const { cursor } = reader
    startTerm(reader, 0)
    while (nextPosting(cursor)) {
      const { ordinal } = cursor
      const titleLength = titleLengths[ordinal] ?? 0
      const textLength = textLengths[ordinal] ?? 0
      const share = idf * saturation(collection, cursor.inTitle, cursor.inText, titleLength, textLength)
      scores[ordinal] = (scores[ordinal] ?? 0) + share
    }
  })
  const flags = superseded.get(segment.id)
  scores.forEach((score, ordinal) => {
    const id = ids[ordinal] ?? 0
    if (score > 0 && flags?.[ordinal] !== 1 && isWanted(id)) offerHit(top, id, score, score)
  })
}
