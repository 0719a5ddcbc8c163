import { IndexFormatError } from './index-format-error'
import { pageLength } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { PageStore } from './types'

/** Pages of a store, the most recently used ones kept in memory up to a size. Pages are named by their place. */
export interface PageCache {
  /** A page that is in memory, else undefined. */
  get(segment: OpenSegment, page: number): Uint8Array | undefined
  /** A page, from memory or from the store; rejects with what the store says, or with IndexFormatError. */
  load(segment: OpenSegment, page: number): Promise<Uint8Array>
  /** Forgets all pages of the segments that are not named. */
  keepOnly(segments: ReadonlySet<number>): void
}

/** A cache over `store` that holds at most so many bytes. */
export function createPageCache(store: PageStore, capacity: number): PageCache {
  /** In order of use, the page used longest ago first. */
  const pages = new Map<string, Uint8Array>()
  const loading = new Map<string, Promise<Uint8Array>>()
  let size = 0

  function remove(key: string, page: Uint8Array): void {
    pages.delete(key)
    size -= page.length
  }

  function keep(key: string, page: Uint8Array): void {
    pages.set(key, page)
    size += page.length
    for (const [oldest, bytes] of pages) {
      if (size <= capacity) return
      remove(oldest, bytes)
    }
  }

  async function fetch(segment: OpenSegment, page: number, key: string): Promise<Uint8Array> {
    try {
      const bytes = await readPage(store.page, segment, page)
      keep(key, bytes)
      return bytes
    } finally {
      loading.delete(key)
    }
  }

  return {
    get(segment, page) {
      const key = `${segment.id} ${page}`
      const bytes = pages.get(key)
      if (!bytes) return undefined
      pages.delete(key)
      pages.set(key, bytes)
      return bytes
    },
    load(segment, page) {
      const key = `${segment.id} ${page}`
      const known = loading.get(key)
      if (known) return known
      const promise = fetch(segment, page, key)
      loading.set(key, promise)
      return promise
    },
    keepOnly(segments) {
      for (const [key, page] of pages) if (!segments.has(Number.parseInt(key, 10))) remove(key, page)
    },
  }
}

/** Reads the page at a place from the store; rejects with IndexFormatError when it is not as long as it must be. */
export async function readPage(
  pageOf: PageStore['page'],
  segment: OpenSegment,
  page: number,
): Promise<Uint8Array> {
  const bytes = await pageOf(segment.id, segment.pageNumbers?.[page] ?? page)
  const expected = pageLength(segment, page)
  if (bytes.length !== expected)
    throw new IndexFormatError(
      `Page ${page} of segment ${segment.id} has ${bytes.length} bytes, not ${expected}`,
    )
  return bytes
}
