import { hashIdentity, knownEntries } from './known'
import { ledgerOf } from './ledger-store'
import { statusOf } from './ledger'
import { SAVED_PAGES, type Database, type QueueRow } from './schema'

/** @returns the addresses that wait to be fetched, in the order in which they were added */
export async function waitingAddresses(database: Database): Promise<readonly QueueRow[]> {
  return database.queue.toArray()
}

/** An address on its way into the queue. */
export type NewWaiting = Pick<QueueRow, 'kind' | 'address' | 'folderId' | 'known'>

/**
 * Keeps addresses until they can be fetched, all in one transaction; the same one once.
 *
 * @param now milliseconds since 1970
 * @returns how many of them were not there before
 */
export async function enqueueAll(
  database: Database,
  addresses: readonly NewWaiting[],
  now: number,
): Promise<number> {
  const keyOf = ({ kind, address }: Pick<QueueRow, 'kind' | 'address'>): string => `${kind} ${address}`
  return database.transaction('rw', database.queue, async () => {
    const there = new Set((await database.queue.toArray()).map(keyOf))
    const fresh = addresses.filter(address => !there.has(keyOf(address)))
    await database.queue.bulkAdd(fresh.map(address => ({ ...address, addedAt: now, problem: null })))
    return fresh.length
  })
}

/** The same for one address. */
export async function enqueue(database: Database, address: NewWaiting, now: number): Promise<void> {
  await enqueueAll(database, [address], now)
}

/**
 * Addresses of the queue were tried.
 *
 * @param problem why they could not be fetched: they stay, for the person to decide; null when they were
 */
export async function settleWaiting(
  database: Database,
  ids: readonly number[],
  problem: string | null,
): Promise<void> {
  if (problem === null) await database.queue.bulkDelete([...ids])
  else await database.queue.bulkUpdate(ids.map(key => ({ key, changes: { problem } })))
}

/** Everything that was tried in vain is tried again, or given up for good. */
export async function settleFailed(database: Database, fate: 'retry' | 'drop'): Promise<void> {
  const failed = database.queue.filter(row => row.problem !== null)
  if (fate === 'drop') await failed.delete()
  else await failed.modify({ problem: null })
}

/**
 * Reads which pages are among the saved ones.
 *
 * @returns says of an identity of a saved page whether its article is there and still saved
 */
export async function savedPages(database: Database): Promise<(identity: string) => boolean> {
  const [known, ledger] = await Promise.all([database.known.get(SAVED_PAGES), ledgerOf(database)])
  const entries = knownEntries(known)
  return identity => {
    const entry = entries.get(hashIdentity(identity))
    return entry !== undefined && (statusOf(ledger, entry.articleId)?.saved ?? false)
  }
}
