import type { Database, QueueRow } from './schema'

/** @returns the addresses that wait for a network, in the order in which they were added */
export async function waitingAddresses(database: Database): Promise<readonly QueueRow[]> {
  return database.queue.toArray()
}

/** Keeps an address until there is a network; the same one once. */
export async function enqueue(
  database: Database,
  address: Pick<QueueRow, 'kind' | 'address' | 'folderId'>,
  now: number,
): Promise<void> {
  const same = await database.queue
    .filter(row => row.kind === address.kind && row.address === address.address)
    .first()
  if (!same) await database.queue.add({ ...address, addedAt: now, problem: null })
}

/**
 * An address of the queue was tried.
 *
 * @param problem why it could not be fetched: it stays, for the person to decide; null when it was
 */
export async function settleWaiting(database: Database, id: number, problem: string | null): Promise<void> {
  if (problem === null) await database.queue.delete(id)
  else await database.queue.update(id, { problem })
}
