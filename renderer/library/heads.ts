import { readHeadsOf, storedHeads } from './head-memory'
import { byPage, withHeads } from './head-pages'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import type { ArticleRow, Database } from './schema'

/** @returns the articles in the order of the numbers; those that are gone are left out */
export async function articlesByIds(
  database: Database,
  ids: readonly number[],
): Promise<readonly ArticleRow[]> {
  const ledger = await ledgerOf(database)
  const wanted = ids.filter(id => isPresent(ledger, id))
  const found = new Map((await readHeadsOf(database)(new Set(wanted))).map(head => [head.id, head]))
  return wanted.flatMap(id => found.get(id) ?? [])
}

/** Changes heads where they are stored. Call it inside a transaction that has the table `heads`. */
export async function changeHeads(
  database: Database,
  ids: ReadonlySet<number>,
  change: (head: ArticleRow) => ArticleRow,
): Promise<void> {
  const changed = byPage((await storedHeads(database, ids)).map(change))
  const keys = [...changed.keys()]
  const pages = await database.heads.bulkGet(keys)
  await database.heads.bulkPut(keys.map((first, at) => withHeads(first, pages[at], changed.get(first) ?? [])))
}
