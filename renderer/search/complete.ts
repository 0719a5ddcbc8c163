import { tokenize } from '../text'
import { blocksOf } from './dictionary'
import { blockRange, dictionaryWalk, enterBlock, nextEntry } from './dictionary-walk'
import { FIELD_MARKS } from './format'
import type { IndexState } from './index-state'
import type { PageCache } from './page-cache'
import type { SearchField } from './query-tree'
import type { SegmentPages } from './segment-pages'
import type { ByteRange, OpenSegment } from './segment-reader'
import { decodeTerm, fieldTerm, searchWord, sharedLength } from './terms'
import type { SearchWord } from './terms'
import { loadFrom } from './visit-segments'

/** The terms of a field that begin with the last word of a text, those of most documents first. */
export async function completeTerm(
  state: IndexState,
  cache: PageCache,
  field: SearchField,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  let beginning = ''
  tokenize(text, term => (beginning = term))
  // Of all words of all titles none is more likely than another.
  if (beginning === '' && field === 'title') return []
  const word = searchWord(fieldTerm(beginning, field), true)
  const counts = new Map<string, number>()
  const load = loadFrom(cache)
  for (const segment of state.segments) {
    const blocks = blocksOf(segment, word)
    if (!blocks) continue
    const pages: SegmentPages = []
    const loading = load(segment, pages, [blocks])
    if (loading) await loading
    countTerms(segment, pages, blocks, word, counts)
  }
  const marked = field === 'title' ? 0 : FIELD_MARKS[field].length
  return [...counts]
    .toSorted(([first, count], [second, other]) => other - count || (first < second ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(([term]) => term.slice(marked))
}

function countTerms(
  segment: OpenSegment,
  pages: SegmentPages,
  blocks: ByteRange,
  { bytes }: SearchWord,
  counts: Map<string, number>,
): void {
  const walk = dictionaryWalk(segment)
  for (let block = 0; block < segment.blockTerms.length; block++) {
    const { start } = blockRange(segment, block)
    if (start < blocks.start || start >= blocks.end) continue
    enterBlock(walk, pages, block)
    while (nextEntry(walk)) {
      if (walk.length < bytes.length || sharedLength(walk.term, bytes) < bytes.length) continue
      const term = decodeTerm(walk.term, walk.length)
      counts.set(term, (counts.get(term) ?? 0) + walk.documentCount)
    }
  }
}
