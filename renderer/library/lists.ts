import type { Database, StatusRow } from './schema'

/** What a list of articles shows. A folder's list covers the folders inside it, so it names them all. */
export type ListScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'starred' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'feed'; readonly feedId: number }
  | { readonly kind: 'folder'; readonly folderIds: readonly number[] }

/** A place in a list: the list goes on behind it. */
export interface ListKey {
  readonly order: number
  readonly id: number
}

/** One contiguous range of a compound index that ends in `order` and `id`. */
interface Range {
  readonly index: string
  readonly prefix: readonly number[]
}

/** Most lists are one or two ranges; one for read and one for unread where both are wanted. */
function rangesOf(scope: ListScope): readonly Range[] {
  switch (scope.kind) {
    case 'all':
      return both('[unread+order+id]', [])
    case 'unread':
      return [{ index: '[unread+order+id]', prefix: [1] }]
    case 'starred':
      return [{ index: '[starred+order+id]', prefix: [1] }]
    case 'saved':
      return [{ index: '[saved+order+id]', prefix: [1] }]
    case 'feed':
      return both('[feedId+unread+order+id]', [scope.feedId])
    case 'folder':
      return scope.folderIds.flatMap(id => both('[folderId+unread+order+id]', [id]))
  }
}

const both = (index: string, prefix: readonly number[]): readonly Range[] =>
  [0, 1].map(unread => ({ index, prefix: [...prefix, unread] }))

/** Newest first; equal datelines by the order in which they arrived. */
const byOrder = (a: ListKey, b: ListKey): number => a.order - b.order || a.id - b.id

/**
 * Reads a page of a list, newest article first.
 *
 * @param after the last row of the page before, null for the first page
 * @param limit at most so many rows
 * @returns fewer than `limit` rows only at the end of the list
 */
export async function listPage(
  database: Database,
  scope: ListScope,
  after: ListKey | null,
  limit: number,
): Promise<readonly StatusRow[]> {
  const pages = await Promise.all(rangesOf(scope).map(range => rangePage(database, range, after, limit)))
  return pages.flat().sort(byOrder).slice(0, limit)
}

function rangePage(
  database: Database,
  range: Range,
  after: ListKey | null,
  limit: number,
): Promise<StatusRow[]> {
  // In IndexedDB's order of keys every array is greater than any number.
  const lower = [...range.prefix, ...(after ? [after.order, after.id] : [])]
  return database.statuses
    .where(range.index)
    .between(lower, [...range.prefix, []], !after, true)
    .limit(limit)
    .toArray()
}

/**
 * How many articles a list has in front of a place: where an article stands in its list.
 *
 * @returns 0 for the first
 */
export async function positionInList(database: Database, scope: ListScope, key: ListKey): Promise<number> {
  const counts = await Promise.all(
    rangesOf(scope).map(range =>
      database.statuses
        .where(range.index)
        .between([...range.prefix], [...range.prefix, key.order, key.id], true, false)
        .count(),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
