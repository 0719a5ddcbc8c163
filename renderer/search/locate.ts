import { blocksOf, findTerms, NO_TERMS } from './dictionary'
import type { FoundTerms } from './dictionary'
import type { IndexState } from './index-state'
import type { OpenSegment } from './segment-reader'
import type { SearchWord } from './terms'

/** What one segment has of the words that are looked for. */
export interface Located {
  readonly segment: OpenSegment
  /** By the number of the word. */
  readonly found: readonly FoundTerms[]
}

/** Looks words up in the dictionaries of all segments, newest first. @throws IndexFormatError when one cannot be read */
export function locateAll(state: IndexState, words: readonly SearchWord[]): readonly Located[] {
  return state.segments.map(segment => ({
    segment,
    found: words.map(word => {
      const blocks = blocksOf(segment, word)
      return blocks ? findTerms(segment, blocks, word) : NO_TERMS
    }),
  }))
}
