import { blocksOf, findTerms, NO_TERMS } from './dictionary'
import type { FoundTerms } from './dictionary'
import type { IndexState } from './index-state'
import type { PageCache } from './page-cache'
import { pagesOf } from './segment-reader'
import type { ByteRange, OpenSegment, SegmentPages } from './segment-reader'
import type { SearchWord } from './terms'

/** So many segments are read at once: their pages are held while they are worked on. */
const SEGMENTS_AT_ONCE = 64

/** What one segment has of the words that are looked for. */
export interface Located {
  readonly segment: OpenSegment
  readonly pages: SegmentPages
  /** By the number of the word. */
  readonly found: readonly FoundTerms[]
}

/** What is read of the postings of a word. */
export type PostingParts = 'nothing' | 'frequencies' | 'positions'

/** What to look for in each segment, and what to do with it. */
export interface Visit {
  readonly words: readonly SearchWord[]
  /** What to load for each word before `visit`, by the number of the word. */
  partsOf(located: Located): readonly PostingParts[]
  visit(located: Located): void
  readonly signal: AbortSignal | undefined
}

/** Where the parts of a segment stand that are read next. */
interface Request {
  readonly segment: OpenSegment
  readonly pages: SegmentPages
  readonly ranges: readonly ByteRange[]
}

/** Looks the words up in all segments, newest first. Rejects when a page cannot be loaded or the signal aborts. */
export async function visitSegments(state: IndexState, cache: PageCache, visit: Visit): Promise<void> {
  for (let first = 0; first < state.segments.length; first += SEGMENTS_AT_ONCE) {
    visit.signal?.throwIfAborted()
    const segments = state.segments.slice(first, first + SEGMENTS_AT_ONCE)
    const located = await locate(segments, cache, visit.words)
    await load(
      cache,
      located.map(one => ({ ...one, ranges: postingRanges(one, visit.partsOf(one)) })),
    )
    located.forEach(one => visit.visit(one))
  }
}

async function locate(
  segments: readonly OpenSegment[],
  cache: PageCache,
  words: readonly SearchWord[],
): Promise<readonly Located[]> {
  const lookups = segments.map(segment => ({
    segment,
    pages: [] as SegmentPages,
    blocks: words.map(word => blocksOf(segment, word)),
  }))
  await load(
    cache,
    lookups.map(({ segment, pages, blocks }) => ({
      segment,
      pages,
      ranges: blocks.filter(range => range !== undefined),
    })),
  )
  return lookups.map(({ segment, pages, blocks }) => ({
    segment,
    pages,
    found: words.map((word, index) => {
      const range = blocks[index]
      return range ? findTerms(segment, pages, range, word) : NO_TERMS
    }),
  }))
}

function postingRanges({ found }: Located, parts: readonly PostingParts[]): readonly ByteRange[] {
  const ranges: ByteRange[] = []
  found.forEach(({ frequencies, positions }, word) => {
    const part = parts[word] ?? 'nothing'
    if (part !== 'nothing') ranges.push(frequencies)
    if (part === 'positions') ranges.push(positions)
  })
  return ranges
}

/** Fills in the pages under the ranges; waits only when one of them is not in memory. */
async function load(cache: PageCache, requests: readonly Request[]): Promise<void> {
  const waiting: Promise<void>[] = []
  for (const { segment, pages, ranges } of requests)
    for (const range of ranges) {
      const { first, last } = pagesOf(range)
      for (let number = first; number <= last; number++) {
        if (pages[number]) continue
        const page = cache.get(segment, number)
        if (page) pages[number] = page
        else waiting.push(cache.load(segment, number).then(bytes => void (pages[number] = bytes)))
      }
    }
  if (waiting.length > 0) await Promise.all(waiting)
}
