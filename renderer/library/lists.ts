import { countsOf, listOf, statusOf, type Counts, type ListScope, type Status } from './ledger'
import { ledgerOf } from './ledger-store'
import type { Database } from './schema'

/** @returns the numbers of a list's articles, newest first */
export async function listIds(database: Database, scope: ListScope): Promise<Uint32Array> {
  return listOf(await ledgerOf(database), scope)
}

/** @returns the statuses in the order of the numbers; those that are gone are left out */
export async function statusesByIds(database: Database, ids: readonly number[]): Promise<readonly Status[]> {
  const ledger = await ledgerOf(database)
  return ids.flatMap(id => statusOf(ledger, id) ?? [])
}

/** @returns the counts of every feed, SAVED_PAGES among them */
export async function countsByFeed(database: Database): Promise<ReadonlyMap<number, Counts>> {
  return countsOf(await ledgerOf(database))
}
