import type { Flag } from './ledger-rows'
import { setFlag } from './ledger-rows'
import { changeRows } from './ledger-store'
import type { Database } from './schema'

/** What the person decides about articles. */
export type Decision =
  | { readonly kind: 'read'; readonly value: boolean }
  | { readonly kind: 'starred'; readonly value: boolean }
  | { readonly kind: 'saved'; readonly value: boolean }

/**
 * Applies a decision to articles, in one transaction however many there are: 100,000 articles are a hundred rows.
 *
 * @param ids of articles; those that are gone are left out
 * @returns the articles for which it changed anything: the opposite decision about them undoes it
 */
export async function decide(
  database: Database,
  ids: Iterable<number>,
  { kind, value }: Decision,
): Promise<readonly number[]> {
  const flag: Flag = kind === 'read' ? 'unread' : kind
  const changed: number[] = []
  await changeRows(database, ids, (row, own) => {
    const before = changed.length
    for (const id of own) if (setFlag(row, id, flag, kind === 'read' ? !value : value)) changed.push(id)
    return changed.length > before
  })
  return changed
}
