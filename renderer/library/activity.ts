import { atomically } from './atomically'
import { forEachLibrary, holdTable } from './held-rows'
import type { ActivityRow, Database, FetchRow } from './schema'

/** How long the activity is kept, in milliseconds: 30 days. */
const KEPT = 30 * 24 * 60 * 60 * 1000

/** @returns the latest activity, newest first */
export async function recentActivity(database: Database, limit: number): Promise<readonly ActivityRow[]> {
  return database.activity.orderBy('id').reverse().limit(limit).toArray()
}

/** @returns how the last fetch of each feed ended; held in memory, as it is asked for again and again during a sync */
export const fetchStates = forEachLibrary(database =>
  holdTable<FetchRow>(database, database.fetches, row => row.feedId),
)

/** Removes activity that is older than 30 days. @param now milliseconds since 1970 */
export async function expireActivity(database: Database, now: number): Promise<void> {
  await database.activity.where('at').below(now - KEPT).delete() // prettier-ignore
}

/** Content that ended the ingest page twice is put aside by its hash, and never read again. */
export async function quarantine(
  database: Database,
  content: { readonly contentHash: string; readonly address: string },
  now: number,
): Promise<void> {
  await atomically(database, [database.quarantine, database.activity], async () => {
    await database.quarantine.put({ ...content, at: now })
    await database.activity.add({ at: now, feedId: null, event: 'quarantined', detail: content.address })
  })
}

/** @returns whether content with this hash was put aside */
export async function isQuarantined(database: Database, contentHash: string): Promise<boolean> {
  return (await database.quarantine.get(contentHash)) !== undefined
}
