import { atomically } from './atomically'
import { forEachLibrary, holdRows } from './held-rows'
import { EMPTY_LEDGER, withRows, type Ledger } from './ledger'
import { byChunk, emptyRow } from './ledger-rows'
import type { Database, LedgerRow } from './schema'

/**
 * The ledger of a library: read whole at the first call, and then only where it changed, in whichever window.
 * See `Read`.
 */
export const ledgerOf = forEachLibrary(database =>
  holdRows<LedgerRow, Ledger>(database, database.ledger, EMPTY_LEDGER, withRows),
)

/**
 * Changes rows of the ledger, those that are not there yet included. Call it inside a transaction that has the table
 * `ledger`, or by itself.
 *
 * @param ids of articles
 * @param change changes the arrays of the row in which the given articles stand; false leaves it as it is stored
 */
export async function changeRows(
  database: Database,
  ids: Iterable<number>,
  change: (row: LedgerRow, ids: readonly number[]) => boolean,
): Promise<void> {
  const groups = byChunk(ids)
  const chunks = [...groups.keys()]
  await atomically(database, [database.ledger], async () => {
    const stored = await database.ledger.bulkGet(chunks)
    const rows = chunks.map((chunk, index) => stored[index] ?? emptyRow(chunk))
    await database.ledger.bulkPut(rows.filter(row => change(row, groups.get(row.chunk) ?? [])))
  })
}
