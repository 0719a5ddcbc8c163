import { useEffect, useMemo } from 'react'
import { thumbnailsOf, type Database } from '../../library'

/** The small pictures of a list's articles, as addresses of this page. */
export interface Thumbnails {
  /** Reads those that are not there yet, all at once. */
  readonly read: (database: Database, ids: readonly number[]) => Promise<void>
  /** @returns the address of an article's picture; null where there is none */
  readonly of: (articleId: number) => string | null
  readonly begin: () => void
  /** Lets all of them go; what is read from then on is not kept. */
  readonly end: () => void
}

/** More than fit into the rows that a list keeps: those that were seen longest ago go. */
const KEPT = 2000

/** @param wanted without it no picture is read */
function createThumbnails(wanted: boolean): Thumbnails {
  const urls = new Map<number, string>()
  let ended = true
  const drop = (id: number, url: string): void => {
    urls.delete(id)
    URL.revokeObjectURL(url)
  }
  return {
    read: async (database, ids) => {
      const missing = wanted ? ids.filter(id => !urls.has(id)) : []
      if (!missing.length) return
      for (const [id, { bytes, type }] of await thumbnailsOf(database, missing))
        if (!ended && !urls.has(id)) urls.set(id, URL.createObjectURL(new Blob([bytes], { type })))
      for (const [id, url] of urls) {
        if (urls.size <= KEPT) break
        drop(id, url)
      }
    },
    of: id => urls.get(id) ?? null,
    begin: () => {
      ended = false
    },
    end: () => {
      ended = true
      for (const [id, url] of urls) drop(id, url)
    },
  }
}

/** @returns the small pictures of a list, which end with it */
export function useThumbnails(wanted: boolean): Thumbnails {
  const thumbnails = useMemo(() => createThumbnails(wanted), [wanted])
  useEffect(() => {
    thumbnails.begin()
    return () => thumbnails.end()
  }, [thumbnails])
  return thumbnails
}
