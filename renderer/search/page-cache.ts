import { keptPage, markUsed, trimPage } from './kept-page'
import type { KeptPage } from './kept-page'
import type { ByteRange } from './page-layout'
import { readPage } from './read-page'
import { pieceWith, wholePage } from './segment-pages'
import type { Piece } from './segment-pages'
import type { OpenSegment } from './segment-reader'
import type { PageStore } from './types'

/**
 * Pages of a store, kept in memory up to a size. Pages are named by their place; each range lies on its page.
 *
 * Those that were used last are kept whole: the next word is often a neighbour. Of the others only what was used is
 * kept, less than half as a rule, so that more of them stay.
 */
export interface PageCache {
  /** Where the pages come from: for what is not kept here. */
  readonly pageOf: PageStore['page']
  /** What is in memory of a page, when the range is; else undefined. */
  get(segment: OpenSegment, page: number, range: ByteRange): readonly Piece[] | undefined
  /** A page, from the store; rejects with what the store says, or with IndexFormatError. */
  load(segment: OpenSegment, page: number, range: ByteRange): Promise<readonly Piece[]>
  /** Forgets all pages of the segments that are not named. */
  keepOnly(segments: ReadonlySet<number>): void
}

/** This share of the cache is for whole pages. */
const WHOLE_SHARE = 0.25

/** A cache over `store` that holds at most so many bytes. */
export function createPageCache(store: PageStore, capacity: number): PageCache {
  const whole = createShelf()
  const trimmed = createShelf()
  const loading = new Map<string, Promise<KeptPage>>()

  function keep(key: string, page: KeptPage): void {
    for (const piece of trimmed.take(key)?.pieces ?? []) markUsed(page, piece)
    whole.put(key, page)
    while (whole.size() > capacity * WHOLE_SHARE) {
      const [oldest, kept] = whole.takeOldest()
      trimmed.put(oldest, trimPage(kept))
    }
    while (whole.size() + trimmed.size() > capacity) trimmed.takeOldest()
  }

  async function fetch(segment: OpenSegment, page: number, range: ByteRange, key: string): Promise<KeptPage> {
    try {
      const kept = keptPage(
        segment.id,
        wholePage(segment.layout, page, await readPage(store.page, segment, page)),
      )
      markUsed(kept, range)
      keep(key, kept)
      return kept
    } finally {
      loading.delete(key)
    }
  }

  return {
    pageOf: (segment, page) => store.page(segment, page),
    get(segment, page, range) {
      const key = keyOf(segment, page)
      const shelf = whole.has(key) ? whole : trimmed
      const kept = shelf.take(key)
      if (!kept) return undefined
      shelf.put(key, kept)
      if (!pieceWith(kept.pieces, range.start, range.end)) return undefined
      markUsed(kept, range)
      return kept.pieces
    },
    async load(segment, page, range) {
      const key = keyOf(segment, page)
      const promise = loading.get(key) ?? fetch(segment, page, range, key)
      loading.set(key, promise)
      const kept = await promise
      markUsed(kept, range)
      return kept.pieces
    },
    keepOnly(segments) {
      whole.keepOnly(segments)
      trimmed.keepOnly(segments)
    },
  }
}

const keyOf = ({ id }: OpenSegment, page: number): string => `${id} ${page}`

/** Pages in the order of their use. */
function createShelf() {
  const pages = new Map<string, KeptPage>()
  let size = 0
  const take = (key: string): KeptPage | undefined => {
    const page = pages.get(key)
    if (page && pages.delete(key)) size -= page.size
    return page
  }
  return {
    size: () => size,
    has: (key: string) => pages.has(key),
    take,
    put: (key: string, page: KeptPage): void => {
      pages.set(key, page)
      size += page.size
    },
    /** @throws when there is none */
    takeOldest: (): readonly [string, KeptPage] => {
      const [oldest] = pages
      if (!oldest) throw new RangeError('the shelf is empty')
      take(oldest[0])
      return oldest
    },
    keepOnly: (segments: ReadonlySet<number>): void => {
      for (const [key, { segment }] of pages) if (!segments.has(segment)) take(key)
    },
  }
}
