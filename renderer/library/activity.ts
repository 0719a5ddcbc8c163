import { atomically } from './atomically'
import { forEachLibrary, holdTable } from './held-rows'
import type { ActivityRow, Database, FetchRow, Happening } from './schema'

/** How long the activity is kept, in milliseconds: 30 days. */
const KEPT = 30 * 24 * 60 * 60 * 1000

/** Rows that are read at a time: during a sync a few of them tell everything that is shown. */
const ROWS = 16

/** A line of the activity. */
export interface ActivityLine extends Happening {
  /** Another one for each line. */
  readonly id: string
}

/** @returns the latest activity, newest first */
export async function recentActivity(database: Database, limit: number): Promise<readonly ActivityLine[]> {
  const lines: ActivityLine[] = []
  let before = Infinity
  while (lines.length < limit) {
    const rows = await database.activity.where('id').below(before).reverse().limit(ROWS).toArray() // prettier-ignore
    lines.push(...rows.flatMap(linesOf))
    before = rows.at(-1)?.id ?? 0
    if (rows.length < ROWS) break
  }
  return lines.slice(0, limit)
}

const linesOf = ({ id, more = [], ...first }: ActivityRow): readonly ActivityLine[] =>
  [first, ...more].map((line, at) => ({ ...line, id: `${id}.${at}` })).reverse()

/** @returns what happened as the row that is stored; none when nothing did */
export const activityRows = ([first, ...more]: readonly Happening[]): readonly Omit<ActivityRow, 'id'>[] =>
  first ? [more.length ? { ...first, more } : first] : []

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
