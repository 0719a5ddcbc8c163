import { blocksOf, findTerms, NO_TERMS } from './dictionary'
import type { FoundTerms } from './dictionary'
import { loadDocuments } from './documents'
import type { IndexState } from './index-state'
import type { PageCache } from './page-cache'
import { pagesOf, rangeOfPage } from './page-layout'
import type { ByteRange } from './page-layout'
import { noPages, pieceWith } from './segment-pages'
import type { Piece, SegmentPages } from './segment-pages'
import type { OpenSegment } from './segment-reader'
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

/** Fills in the pages under ranges of a segment; gives a promise only when one of them is not in memory. */
export type LoadRanges = (
  segment: OpenSegment,
  pages: SegmentPages,
  ranges: readonly ByteRange[],
) => Promise<unknown> | undefined

/** Loads from a cache. */
export function loadFrom(cache: PageCache): LoadRanges {
  return (segment, pages, ranges) => {
    let waiting: Promise<void>[] | undefined
    for (const range of ranges) {
      if (range.end <= range.start) continue
      const { first, last } = pagesOf(segment.layout, range)
      for (let number = first; number <= last; number++) {
        const part = partOn(segment, number, range)
        if (pieceWith(pages.loaded[number], part.start, part.end)) continue
        const pieces = cache.get(segment, number, part)
        if (pieces) addPieces(pages, number, pieces)
        else
          (waiting ??= []).push(
            cache.load(segment, number, part).then(loaded => addPieces(pages, number, loaded)),
          )
      }
    }
    return waiting && Promise.all(waiting)
  }
}

/** The part of a range that lies on a page. */
function partOn({ layout }: OpenSegment, number: number, { start, end }: ByteRange): ByteRange {
  const page = rangeOfPage(layout, number)
  return { start: Math.max(start, page.start), end: Math.min(end, page.end) }
}

/** What was loaded before stays: the cache may have let it go. */
function addPieces({ loaded }: SegmentPages, number: number, pieces: readonly Piece[]): void {
  const known = loaded[number]
  if (known !== pieces) loaded[number] = known ? [...pieces, ...known] : pieces
}

/** Looks words up in the dictionaries of all segments, newest first. Rejects when a page cannot be loaded. */
export async function locateAll(
  state: IndexState,
  cache: PageCache,
  words: readonly SearchWord[],
  signal: AbortSignal | undefined,
): Promise<readonly Located[]> {
  const located: Located[] = []
  const isMany = state.segments.length > SEGMENTS_AT_ONCE
  for (const segments of groups(state.segments, signal)) {
    const group = await locate(segments, loadFrom(cache), words)
    // Of many segments the pages are let go, and asked for again when they are read: the cache may have them still.
    located.push(...(isMany ? group.map(one => ({ ...one, pages: noPages(one.segment) })) : group))
  }
  return located
}

/**
 * Loads the documents of each segment and the frequencies of all words in it, and then visits it; many segments at once. The visits of a group
 * begin in the order of the segments.
 */
export async function visitAll(
  located: readonly Located[],
  cache: PageCache,
  visit: (located: Located) => Promise<void> | void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const load = loadFrom(cache)
  for (const group of groups(located, signal)) {
    const waiting = group.flatMap(({ segment, pages, found }) => [
      loadDocuments(segment, cache.pageOf),
      load(
        segment,
        pages,
        found.flatMap(({ blocks, frequencies }) => [blocks, frequencies]),
      ),
    ])
    await Promise.all(waiting)
    await Promise.all(group.map(visit))
  }
}

async function locate(
  segments: readonly OpenSegment[],
  load: LoadRanges,
  words: readonly SearchWord[],
): Promise<readonly Located[]> {
  const lookups = segments.map(segment => ({
    segment,
    pages: noPages(segment),
    blocks: words.map(word => blocksOf(segment, word)),
  }))
  await Promise.all(
    lookups.map(({ segment, pages, blocks }) =>
      load(
        segment,
        pages,
        blocks.filter(range => range !== undefined),
      ),
    ),
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

function* groups<Item>(items: readonly Item[], signal: AbortSignal | undefined): Generator<readonly Item[]> {
  for (let first = 0; first < items.length; first += SEGMENTS_AT_ONCE) {
    signal?.throwIfAborted()
    yield items.slice(first, first + SEGMENTS_AT_ONCE)
  }
}
