import type { IndexState } from './index-state'
import { matchesOf } from './matches'
import type { Matches } from './matches'
import type { PageCache } from './page-cache'
import { planQuery } from './plan'
import type { Plan } from './plan'
import { parseQuery } from './query'
import type { QueryNode } from './query-tree'
import { inverseDocumentFrequency, saturation } from './rank'
import type { Collection } from './rank'
import { offerHit, sortedHits, topHits } from './top-hits'
import type { OpenSegment } from './segment-reader'
import type { HighlightTerm, SearchOptions, SearchResult } from './types'
import { visitSegments } from './visit-segments'
import type { Located, PostingParts } from './visit-segments'

/**
 * What is known while segments are being visited. How rare the words are is known only at the end, so each
 * document's share of a score is kept until then.
 */
interface Gathering {
  readonly plan: Plan
  readonly state: IndexState
  readonly isDeleted: (id: number) => boolean
  /** For each word of the plan in how many documents it stands; a prefix counts once for each of its terms. */
  readonly documentCounts: number[]
  readonly ids: number[]
  /** For each id as many numbers as the plan has terms. */
  readonly saturations: number[]
}

/** Answers a query over one state of the index. */
export async function runQuery(
  state: IndexState,
  cache: PageCache,
  isDeleted: (id: number) => boolean,
  text: string,
  { limit, signal }: SearchOptions,
): Promise<SearchResult> {
  const { root, terms } = parseQuery(text, 0)
  const wanted = wantedTerms(root)
  const plan = planQuery(wanted)
  if (wanted.length === 0) return { total: 0, hits: [], terms }
  const gathering: Gathering = {
    plan,
    state,
    isDeleted,
    documentCounts: plan.words.map(() => 0),
    ids: [],
    saturations: [],
  }
  await visitSegments(state, cache, {
    words: plan.words,
    partsOf: located => partsOf(plan, located),
    visit: located => gather(gathering, located),
    signal,
  })
  return { total: gathering.ids.length, hits: bestHits(gathering, limit), terms }
}

/** Words that must all be there; of alternatives the first, and no fields, exclusions and conditions. */
export function wantedTerms(node: QueryNode): readonly HighlightTerm[] {
  switch (node.kind) {
    case 'and':
      return node.of.flatMap(wantedTerms)
    case 'or':
      return node.of.slice(0, 1).flatMap(wantedTerms)
    case 'not':
    case 'condition':
      return []
    default:
      return node.field === null ? [node] : []
  }
}

/** A segment that lacks a word has no match: of it only the dictionary is read. */
function partsOf(plan: Plan, located: Located): readonly PostingParts[] {
  if (lacksWord(located)) return []
  const parts: PostingParts[] = plan.words.map(() => 'frequencies')
  for (const { words } of plan.terms)
    if (words.length > 1) for (const word of words) parts[word] = 'positions'
  return parts
}

function lacksWord({ found }: Located): boolean {
  return found.some(({ documentCounts }) => documentCounts.length === 0)
}

function gather(gathering: Gathering, located: Located): void {
  located.found.forEach(({ documentCounts }, word) => {
    let count = gathering.documentCounts[word] ?? 0
    for (const documentCount of documentCounts) count += documentCount
    gathering.documentCounts[word] = count
  })
  if (lacksWord(located)) return
  const matches: Matches[] = []
  for (const term of gathering.plan.terms) {
    const found = matchesOf(located, term)
    if (found.ordinals.length === 0) return
    matches.push(found)
  }
  gatherCommon(gathering, located.segment, matches)
}

/** Keeps the documents that all terms have in common. */
function gatherCommon(
  { state, isDeleted, ids, saturations }: Gathering,
  segment: OpenSegment,
  matches: readonly Matches[],
): void {
  const superseded = state.superseded.get(segment.id)
  const at = matches.map(() => 0)
  for (const ordinal of matches[0]?.ordinals ?? []) {
    const id = segment.ids[ordinal] ?? 0
    if (!advance(matches, at, ordinal) || superseded?.[ordinal] === 1 || isDeleted(id)) continue
    ids.push(id)
    const titleLength = segment.titleLengths[ordinal] ?? 0
    const textLength = segment.textLengths[ordinal] ?? 0
    for (let term = 0; term < matches.length; term++) {
      const inTitle = matches[term]?.inTitle[at[term] ?? 0] ?? 0
      const inText = matches[term]?.inText[at[term] ?? 0] ?? 0
      saturations.push(saturation(state.collection, inTitle, inText, titleLength, textLength))
    }
  }
}

/** Moves each of the indices `at` up to a document, and says whether all terms have it. */
function advance(matches: readonly Matches[], at: number[], ordinal: number): boolean {
  for (let term = 0; term < matches.length; term++) {
    const ordinals = matches[term]?.ordinals ?? []
    let next = at[term] ?? 0
    while ((ordinals[next] ?? Infinity) < ordinal) next++
    at[term] = next
    if (ordinals[next] !== ordinal) return false
  }
  return true
}

function bestHits(
  { plan, state, documentCounts, ids, saturations }: Gathering,
  limit: number,
): SearchResult['hits'] {
  const weights = weightsOf(plan, documentCounts, state.collection)
  const top = topHits(limit)
  ids.forEach((id, index) => {
    let score = 0
    for (let term = 0; term < weights.length; term++)
      score += (weights[term] ?? 0) * (saturations[index * weights.length + term] ?? 0)
    offerHit(top, id, score)
  })
  return sortedHits(top)
}

/** The rarity of each term; that of a phrase is the sum of its words'. */
function weightsOf(plan: Plan, documentCounts: readonly number[], collection: Collection): readonly number[] {
  return plan.terms.map(({ words }) =>
    words.reduce(
      (weight, word) =>
        weight + inverseDocumentFrequency(collection.documentCount, documentCounts[word] ?? 0),
      0,
    ),
  )
}
