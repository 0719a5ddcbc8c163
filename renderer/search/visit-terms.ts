import { blockAt, blocksOf } from './dictionary'
import { blockRange, dictionaryWalk, enterBlock, nextEntry } from './dictionary-walk'
import type { DictionaryWalk } from './dictionary-walk'
import type { IndexState } from './index-state'
import { decodeTerm, searchWord, sharedLength } from './terms'

/**
 * Visits the terms that begin so in the dictionaries of all segments: each as often as segments have it, with the number
 * of documents there.
 */
export function visitTerms(
  state: IndexState,
  beginning: string,
  visit: (term: string, documentCount: number) => void,
): void {
  const word = searchWord(beginning, true)
  for (const segment of state.segments) {
    const blocks = blocksOf(segment, word)
    if (!blocks) continue
    const walk = dictionaryWalk(segment)
    for (let block = blockAt(segment, blocks.start); blockRange(segment, block).end <= blocks.end; block++) {
      if (block === segment.blockTerms.length) break
      enterBlock(walk, block, blocks.end)
      visitBlock(walk, word.bytes, visit)
    }
  }
}

function visitBlock(
  walk: DictionaryWalk,
  beginning: Uint8Array,
  visit: (term: string, documentCount: number) => void,
): void {
  while (nextEntry(walk)) {
    if (walk.length < beginning.length || sharedLength(walk.term, beginning) < beginning.length) continue
    visit(decodeTerm(walk.term, walk.length), walk.documentCount)
  }
}
