import { SAVED_PAGES, type CounterRow, type Database } from './schema'
import type { ListScope } from './lists'

export type Counts = Omit<CounterRow, 'feedId'>

export const NO_COUNTS: Counts = { articles: 0, unread: 0, starred: 0, saved: 0, quotes: 0 }

/** @returns the sum of two counts, field by field */
export const addCounts = (a: Counts, b: Counts): Counts => ({
  articles: a.articles + b.articles,
  unread: a.unread + b.unread,
  starred: a.starred + b.starred,
  saved: a.saved + b.saved,
  quotes: a.quotes + b.quotes,
})

/**
 * Adds changes to the counters. Call it inside the transaction that makes the changes.
 *
 * @param changes what to add, by feed; negative numbers take away
 */
export async function changeCounters(
  database: Database,
  changes: ReadonlyMap<number, Counts>,
): Promise<void> {
  const feedIds = [...changes.keys()]
  const rows = await database.counters.bulkGet(feedIds)
  await database.counters.bulkPut(
    feedIds.map((feedId, index) => ({
      feedId,
      ...addCounts(rows[index] ?? NO_COUNTS, changes.get(feedId) ?? NO_COUNTS),
    })),
  )
}

/** @returns the counts of every feed, SAVED_PAGES among them */
export async function countsByFeed(database: Database): Promise<ReadonlyMap<number, Counts>> {
  const rows = await database.counters.toArray()
  return new Map(rows.map(({ feedId, ...counts }) => [feedId, counts]))
}

/**
 * How many articles a list has, and how many of them are unread, without reading the list.
 *
 * @param counts from `countsByFeed`
 * @param folderOf the folder of each feed
 */
export function countOfScope(
  counts: ReadonlyMap<number, Counts>,
  scope: ListScope,
  folderOf: ReadonlyMap<number, number>,
): number {
  let total = 0
  for (const [feedId, count] of counts) total += countOfFeed(count, feedId, scope, folderOf)
  return total
}

function countOfFeed(
  count: Counts,
  feedId: number,
  scope: ListScope,
  folderOf: ReadonlyMap<number, number>,
): number {
  switch (scope.kind) {
    case 'all':
      return count.articles
    case 'unread':
      return count.unread
    case 'starred':
      return count.starred
    case 'saved':
      return count.saved
    case 'feed':
      return feedId === scope.feedId ? count.articles : 0
    case 'folder':
      return feedId !== SAVED_PAGES && scope.folderIds.includes(folderOf.get(feedId) ?? -1)
        ? count.articles
        : 0
  }
}
