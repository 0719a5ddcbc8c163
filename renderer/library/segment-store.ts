import type { SegmentStore } from '../search'
import type { Database } from './schema'
import { openSegmentFile } from './segment-files'

/** The search index of the library, as the searcher reads it. Only workers can open segments. */
export const segmentStore = (database: Database): SegmentStore => ({
  segments: async () =>
    (await database.segments.toArray()).flatMap(({ id, header, newest = id, isLost = false }) =>
      isLost ? [] : [{ id, header, newest }],
    ),
  open: segment => openSegmentFile(database, segment),
})
