import { NO_TERMS } from './dictionary'
import type { TermLists } from './dictionary'
import { documentsOf } from './documents'
import { matchPhrase } from './match-phrase'
import { matchWord } from './match-words'
import {
  addMatch,
  addScores,
  allDocuments,
  either,
  freeMatches,
  guessed,
  matchList,
  without,
} from './matches'
import type { Matches } from './matches'
import type { PlannedNode } from './plan'
import type { Collection } from './rank'
import type { Located } from './locate'

/** What a segment is asked with. */
export interface Evaluation {
  readonly located: Located
  readonly collection: Collection
}

/** Whether a segment may have a match: one that lacks a word that must be there has none. */
export function mayMatch(located: Located, node: PlannedNode): boolean {
  switch (node.kind) {
    case 'words':
      return (
        node.words.length > 0 &&
        node.words.every(word => (located.found[word]?.documentCounts.length ?? 0) > 0)
      )
    case 'any':
      return node.words.some(word => (located.found[word]?.documentCounts.length ?? 0) > 0)
    case 'and':
      return node.of.length > 0 && node.of.every(part => mayMatch(located, part))
    case 'or':
      return node.of.some(part => mayMatch(located, part))
    case 'guess':
      return mayMatch(located, node.of)
    case 'not':
    case 'condition':
      return true
  }
}

/**
 * The documents of a segment that match a part of a query, those of older versions and deleted ones included.
 *
 * @param within only these are wanted; null: all
 */
export function evaluate(evaluation: Evaluation, node: PlannedNode, within: Matches | null): Matches {
  const { located, collection } = evaluation
  const { segment } = located
  switch (node.kind) {
    case 'words': {
      const scoring = { documents: documentsOf(segment), collection, words: node }
      const [word = 0, second] = node.words
      if (second === undefined) return matchWord(located, located.found[word] ?? NO_TERMS, scoring, within)
      return matchPhrase(located, scoring, within)
    }
    case 'any': {
      const found = asOneWord(node.words.map(word => located.found[word] ?? NO_TERMS))
      return matchWord(located, found, { documents: documentsOf(segment), collection, words: node }, within)
    }
    case 'and':
      return evaluateAnd(evaluation, node.of, within)
    case 'or':
      return evaluateOr(evaluation, node.of, within)
    case 'guess':
      return guessed(evaluate(evaluation, node.of, within))
    case 'not': {
      const all = within ?? allDocuments(segment.header.documentCount)
      const some = evaluate(evaluation, node.of, all)
      const rest = without(all, some)
      freeMatches(some)
      if (!within) freeMatches(all)
      return rest
    }
    case 'condition': {
      const all = within ?? allDocuments(segment.header.documentCount)
      const matches = fulfilling(located, node.fulfils, all)
      if (!within) freeMatches(all)
      return matches
    }
  }
}

function evaluateAnd(evaluation: Evaluation, parts: readonly PlannedNode[], within: Matches | null): Matches {
  let matches: Matches | null = null
  for (const part of parts) {
    const found: Matches = evaluate(evaluation, part, matches ?? within)
    if (matches) {
      addScores(found, matches)
      freeMatches(matches)
    }
    matches = found
    if (matches.length === 0) break
  }
  return matches ?? matchList(0)
}

function evaluateOr(evaluation: Evaluation, parts: readonly PlannedNode[], within: Matches | null): Matches {
  let union: Matches | null = null
  for (const part of parts) {
    const found: Matches = evaluate(evaluation, part, within)
    const before: Matches | null = union
    union = before ? either(before, found) : found
    if (before) [before, found].forEach(freeMatches)
  }
  return union ?? matchList(0)
}

function fulfilling({ segment }: Located, fulfils: (id: number) => boolean, all: Matches): Matches {
  const { ids } = documentsOf(segment)
  const matches = matchList(all.length)
  for (let index = 0; index < all.length; index++) {
    const ordinal = all.ordinals[index] ?? 0
    if (fulfils(ids[ordinal] ?? 0)) addMatch(matches, ordinal, 0)
  }
  return matches
}

/** The lists of several words as those of one. */
const asOneWord = (words: readonly TermLists[]): TermLists => ({
  documentCounts: words.flatMap(({ documentCounts }) => documentCounts),
  frequencyStarts: words.flatMap(({ frequencyStarts }) => frequencyStarts),
  frequencyEnds: words.flatMap(({ frequencyEnds }) => frequencyEnds),
  dictionaryEnd: 0,
  frequenciesEnd: 0,
})
