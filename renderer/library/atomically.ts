import type { Table, Transaction } from 'dexie'
import type { Database } from './schema'

/**
 * Runs writes as one transaction: all of them are stored, or none.
 *
 * @throws the browser's own reason where the transaction was ended by the browser (a full disk, most often): the
 * errors of the single writes then only say that they were aborted
 */
export async function atomically<Result>(
  database: Database,
  tables: readonly Table[],
  work: () => Promise<Result>,
): Promise<Result> {
  let native: IDBTransaction | undefined
  try {
    return await database.transaction('rw', [...tables], async (transaction: Transaction) => {
      native = transaction.idbtrans
      return work()
    })
  } catch (error) {
    throw native?.error ?? error
  }
}
