import type { PageStore } from '../search'
import type { Database } from './schema'

/** @returns the search index of the library, as the searcher reads it */
export function pageStore(database: Database): PageStore {
  return {
    segments: async () =>
      (await database.segments.toArray()).map(({ id, header, newest = id }) => ({ id, header, newest })),
    page: async (segment, page) => {
      const row = await database.indexPages.get([segment, page])
      if (!row) throw new Error(`page ${page} of segment ${segment} is gone`)
      return row.bytes
    },
  }
}
