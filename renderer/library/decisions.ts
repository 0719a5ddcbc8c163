import { atomically } from './atomically'
import { addCounts, changeCounters, NO_COUNTS, type Counts } from './counters'
import { listPage, type ListKey, type ListScope } from './lists'
import type { Database, StatusRow } from './schema'

/** What the person decides about articles. */
export type Decision =
  | { readonly kind: 'read'; readonly value: boolean }
  | { readonly kind: 'starred'; readonly value: boolean }
  | { readonly kind: 'saved'; readonly value: boolean }

/** So many rows are changed in one transaction: it holds the lists for a few milliseconds. */
const SLICE = 500

/**
 * Applies a decision to articles, counters included.
 *
 * @param ids of articles; those that are gone are left out
 */
export async function decide(database: Database, ids: readonly number[], decision: Decision): Promise<void> {
  await atomically(database, [database.statuses, database.counters], async () => {
    const rows = (await database.statuses.bulkGet([...ids])).filter(row => row !== undefined)
    const changed = rows.map(row => decided(row, decision)).filter((row, index) => row !== rows[index])
    const before = new Map(rows.map(row => [row.id, row]))
    await database.statuses.bulkPut(changed)
    await changeCounters(
      database,
      differences(changed.map(row => ({ before: before.get(row.id) ?? row, after: row }))),
    )
  })
}

/** @returns the same object when nothing changes */
function decided(row: StatusRow, decision: Decision): StatusRow {
  switch (decision.kind) {
    case 'read': {
      const unread = decision.value ? 0 : 1
      return row.unread === unread ? row : { ...row, unread }
    }
    case 'starred': {
      if ((row.starred === 1) === decision.value) return row
      const { starred: _, ...rest } = row
      return decision.value ? { ...rest, starred: 1 } : rest
    }
    case 'saved': {
      if ((row.saved === 1) === decision.value) return row
      const { saved: _, ...rest } = row
      return decision.value ? { ...rest, saved: 1 } : rest
    }
  }
}

function differences(
  changes: readonly { readonly before: StatusRow; readonly after: StatusRow }[],
): ReadonlyMap<number, Counts> {
  const sums = new Map<number, Counts>()
  for (const { before, after } of changes) {
    const difference: Counts = {
      articles: 0,
      unread: after.unread - before.unread,
      starred: (after.starred ?? 0) - (before.starred ?? 0),
      saved: (after.saved ?? 0) - (before.saved ?? 0),
      quotes: 0,
    }
    sums.set(after.feedId, addCounts(sums.get(after.feedId) ?? NO_COUNTS, difference))
  }
  return sums
}

/**
 * Marks everything in a list as read, slice by slice, so that nobody waits for one long transaction.
 *
 * @param upTo the newest article in the list that the person saw; newer ones stay unread, and so does what arrives
 * while this runs
 * @param alive called after every slice
 * @returns how many articles were marked
 */
export async function markAllRead(
  database: Database,
  scope: ListScope,
  upTo: ListKey | null,
  alive: () => void,
): Promise<number> {
  // Numbers only grow: what arrives while this runs has greater ones.
  const last = (await database.statuses.orderBy('id').last())?.id ?? 0
  let after: ListKey | null = upTo ? { order: upTo.order, id: upTo.id - 1 } : null
  let marked = 0
  for (;;) {
    const page = await listPage(database, scope, after, SLICE)
    const unread = page.filter(row => row.unread && row.id <= last).map(row => row.id)
    await decide(database, unread, { kind: 'read', value: true })
    marked += unread.length
    after = page.at(-1) ?? null
    alive()
    if (page.length < SLICE || !after) return marked
  }
}
