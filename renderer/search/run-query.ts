import { documentsOf } from './documents'
import { evaluate, mayMatch } from './evaluate'
import { supersededOf } from './index-state'
import type { IndexState, Superseded } from './index-state'
import { freeMatches } from './matches'
import type { Matches } from './matches'
import { withInflections } from './inflections'
import { greatestScore, listWords, planNode } from './plan'
import { createPool } from './pool'
import type { ParsedQuery } from './query-tree'
import type { OpenSegment } from './segment-reader'
import { offerHit, sortedHits, topHits } from './top-hits'
import type { TopHits } from './top-hits'
import type { SearchOptions, SearchResult } from './types'
import { locateAll } from './locate'
import type { Located } from './locate'

/** What has been found so far. */
interface Gathering {
  readonly superseded: Superseded
  readonly isDeleted: (id: number) => boolean
  /** What a document is ordered by, greater first; null: its score. */
  readonly keyOf: ((id: number) => number) | null
  /** What a guess takes from the score, so that nothing that matches by a guess ranks above what needs none. */
  readonly guessCost: number
  readonly top: TopHits
  matched: Float64Array
  total: number
}

/**
 * Answers a query over one state of the index.
 *
 * First all words are looked up in all dictionaries, because how rare they are is known only then; after that one
 * segment after the other is evaluated and scored. Every match is read: totals and facets are exact, and leaving out
 * the score of those that cannot be among the best saves less than finding out which they are.
 */
export function runQuery(
  state: IndexState,
  isDeleted: (id: number) => boolean,
  query: ParsedQuery,
  options: SearchOptions,
): SearchResult {
  const { limit, order, fulfils, datelineOf, stems = [] } = options
  const { root, forms } = withInflections(state, query.root, stems)
  const list = listWords(root)
  const located = locateAll(state, list.words)
  const documentCounts = list.words.map((_, word) => countDocuments(located, word))
  const { collection } = state
  const node = planNode({ list, documentCounts, documentCount: collection.documentCount, fulfils }, root)
  const gathering: Gathering = {
    superseded: supersededOf(state),
    isDeleted,
    keyOf: order === 'date' ? datelineOf : null,
    guessCost: greatestScore(node),
    top: topHits(limit),
    matched: idLists.take(0),
    total: 0,
  }
  for (const one of located)
    if (mayMatch(one, node))
      gather(gathering, one.segment, evaluate({ located: one, collection }, node, null))
  const matched = gathering.matched.slice(0, gathering.total)
  const terms = [...query.terms, ...forms.map(term => ({ kind: 'term', term }) as const)]
  idLists.give(gathering.matched)
  return { total: gathering.total, hits: sortedHits(gathering.top), matched, terms }
}

const idLists = createPool<Float64Array>(
  2,
  capacity => new Float64Array(capacity),
  ({ length }) => length,
)

function countDocuments(located: readonly Located[], word: number): number {
  let count = 0
  for (const { found } of located)
    for (const documents of found[word]?.documentCounts ?? []) count += documents
  return count
}

function gather(gathering: Gathering, segment: OpenSegment, matches: Matches): void {
  const { isDeleted, keyOf, guessCost, top } = gathering
  const superseded = gathering.superseded.get(segment.id)
  reserve(gathering, matches.length)
  const { matched } = gathering
  const { ids } = documentsOf(segment)
  for (let index = 0; index < matches.length; index++) {
    const ordinal = matches.ordinals[index] ?? 0
    const id = ids[ordinal] ?? 0
    if (superseded?.[ordinal] === 1 || isDeleted(id)) continue
    matched[gathering.total++] = id
    const score = (matches.scores[index] ?? 0) - (matches.guesses[index] ?? 0) * guessCost
    offerHit(top, id, score, keyOf ? keyOf(id) : score)
  }
  freeMatches(matches)
}

function reserve(gathering: Gathering, more: number): void {
  const { matched, total } = gathering
  if (total + more <= matched.length) return
  gathering.matched = idLists.take(Math.max(total + more, matched.length * 2))
  gathering.matched.set(matched.subarray(0, total))
  idLists.give(matched)
}
