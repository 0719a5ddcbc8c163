import { tokenize } from '../text'
import { blocksOf } from './dictionary'
import { blockRange, dictionaryWalk, enterBlock, nextEntry } from './dictionary-walk'
import type { DictionaryWalk } from './dictionary-walk'
import { createDistance } from './edit-distance'
import type { Distance } from './edit-distance'
import { FIRST_PLAIN_TERM } from './format'
import type { IndexState } from './index-state'
import type { OpenSegment } from './segment-reader'
import { decodeTerm, searchWord, sharedLength } from './terms'

const SHORTEST = 3
/** Longer words may have two wrong letters. */
const LONGEST_WITH_ONE = 5
/** So many blocks are read at most: a suggestion that takes long helps nobody. */
const MOST_BLOCKS = 8192

/** How near and how frequent terms are, by term. */
type Candidates = Map<string, { readonly distance: number; count: number }>

/** The nearest term of the index to a word, the most frequent of the nearest. */
export function suggestTerm(state: IndexState, word: string): string | null {
  let term = ''
  tokenize(word, token => (term ||= token))
  if (term.length < SHORTEST) return null
  const nearest = candidatesOf(state, term, 1)
  if (nearest.size > 0 || term.length <= LONGEST_WITH_ONE) return bestOf(nearest)
  return bestOf(candidatesOf(state, term, 2))
}

function bestOf(candidates: Candidates): string | null {
  const [best] = [...candidates].toSorted(
    ([first, one], [second, other]) =>
      one.distance - other.distance || other.count - one.count || (first < second ? -1 : 1),
  )
  return best?.[0] ?? null
}

/** The terms within a distance, other than the word. Where it is 2, only those with the same first letter are looked at. */
function candidatesOf(state: IndexState, term: string, most: 1 | 2): Candidates {
  const candidates: Candidates = new Map()
  const range = most === 1 ? searchWord(FIRST_PLAIN_TERM, false) : searchWord(term.slice(0, 1), true)
  let left = MOST_BLOCKS
  for (const segment of state.segments) {
    const distance = createDistance(term, most)
    const walk = dictionaryWalk(segment)
    for (const block of nearBlocks(segment, distance, most === 1 ? null : blocksOf(segment, range))) {
      if (left-- === 0) return candidates
      enterBlock(walk, block)
      scanBlock(walk, distance, most === 2, candidates)
    }
  }
  return candidates
}

/** The blocks that may have a near term: all terms between two neighbours begin with what these have in common. */
function* nearBlocks(
  segment: OpenSegment,
  distance: Distance,
  within: { readonly start: number; readonly end: number } | null | undefined,
): Generator<number> {
  if (within === undefined) return
  const blockCount = segment.blockTerms.length
  for (let block = 0; block < blockCount; block++) {
    const { start } = blockRange(segment, block)
    if (within && (start < within.start || start >= within.end)) continue
    const first = firstTerm(segment, block)
    const shared = block + 1 < blockCount ? sharedLength(first, firstTerm(segment, block + 1)) : 0
    if (distance.mayBegin(first, shared)) yield block
  }
}

function firstTerm({ header: { sparse }, blockTerms }: OpenSegment, block: number): Uint8Array {
  const at = blockTerms[block] ?? 0
  return sparse.subarray(at + 1, at + 1 + (sparse[at] ?? 0))
}

function scanBlock(
  walk: DictionaryWalk,
  distance: Distance,
  sameFirst: boolean,
  candidates: Candidates,
): void {
  while (nextEntry(walk)) {
    if ((walk.term[0] ?? 0) < FIRST_PLAIN_TERM.charCodeAt(0)) continue
    const found = distance.of(walk.term, walk.length)
    if (found === 0 || found > distance.most) continue
    const term = decodeTerm(walk.term, walk.length)
    if (sameFirst && !distance.hasSameFirst(term)) continue
    const known = candidates.get(term)
    if (known) known.count += walk.documentCount
    else candidates.set(term, { distance: found, count: walk.documentCount })
  }
}
