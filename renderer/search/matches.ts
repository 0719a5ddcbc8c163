import { NO_TERMS } from './dictionary'
import type { FoundTerms } from './dictionary'
import { readPlaces, readPostings } from './postings'
import type { PlannedTerm } from './plan'
import { TEXT_PLACE } from './format'
import type { Located } from './visit-segments'

/** The documents of a segment that match one term of a query, by ascending ordinal, and how often. */
export interface Matches {
  readonly ordinals: readonly number[]
  readonly inTitle: readonly number[]
  readonly inText: readonly number[]
}

/** The documents of a segment that match one term. The pages under its postings must be loaded. */
export function matchesOf(located: Located, term: PlannedTerm): Matches {
  if (term.words.length > 1) return phraseMatches(located, term)
  const found = located.found[term.words[0] ?? 0] ?? NO_TERMS
  return found.documentCounts.length > 1 ? unionMatches(located, found) : singleMatches(located, found)
}

function singleMatches({ pages }: Located, found: FoundTerms): Matches {
  const matches = { ordinals: [] as number[], inTitle: [] as number[], inText: [] as number[] }
  readPostings(pages, found, (ordinal, inTitle, inText) => {
    matches.ordinals.push(ordinal)
    matches.inTitle.push(inTitle)
    matches.inText.push(inText)
  })
  return matches
}

/** A prefix counts as one word: the counts of its terms are added up. */
function unionMatches({ segment, pages }: Located, found: FoundTerms): Matches {
  const titles = new Uint32Array(segment.ids.length)
  const texts = new Uint32Array(segment.ids.length)
  readPostings(pages, found, (ordinal, inTitle, inText) => {
    titles[ordinal] = (titles[ordinal] ?? 0) + inTitle
    texts[ordinal] = (texts[ordinal] ?? 0) + inText
  })
  return compact(titles, texts)
}

/** The documents with counts, out of counts for every document. */
function compact(titles: Uint32Array, texts: Uint32Array): Matches {
  const matches = { ordinals: [] as number[], inTitle: [] as number[], inText: [] as number[] }
  for (let ordinal = 0; ordinal < titles.length; ordinal++) {
    const inTitle = titles[ordinal] ?? 0
    const inText = texts[ordinal] ?? 0
    if (inTitle + inText === 0) continue
    matches.ordinals.push(ordinal)
    matches.inTitle.push(inTitle)
    matches.inText.push(inText)
  }
  return matches
}

/** Cuts the places where a phrase would begin: those of each word less its offset. */
function phraseMatches(located: Located, { words, offsets }: PlannedTerm): Matches {
  const hasAll = documentsWithAll(located, words)
  let beginnings = new Map<number, Set<number>>()
  words.forEach((word, index) => {
    const found = new Map<number, Set<number>>()
    readPlaces(located.pages, located.found[word] ?? NO_TERMS, hasAll, (ordinal, places) => {
      const before = beginnings.get(ordinal)
      const kept = found.get(ordinal) ?? new Set()
      for (const place of places) {
        const beginning = place - (offsets[index] ?? 0)
        if (index === 0 || before?.has(beginning)) kept.add(beginning)
      }
      if (kept.size > 0) found.set(ordinal, kept)
    })
    beginnings = found
  })
  const titles = new Uint32Array(located.segment.ids.length)
  const texts = new Uint32Array(located.segment.ids.length)
  for (const [ordinal, places] of beginnings)
    for (const place of places) {
      const counts = place < TEXT_PLACE ? titles : texts
      counts[ordinal] = (counts[ordinal] ?? 0) + 1
    }
  return compact(titles, texts)
}

/** Places are read only of documents that have every word. */
function documentsWithAll(
  { segment, pages, found }: Located,
  words: readonly number[],
): (ordinal: number) => boolean {
  const counts = new Uint8Array(segment.ids.length)
  words.forEach((word, index) => {
    readPostings(pages, found[word] ?? NO_TERMS, ordinal => {
      if (counts[ordinal] === index) counts[ordinal] = index + 1
    })
  })
  return ordinal => counts[ordinal] === words.length
}
