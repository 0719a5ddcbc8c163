import { Dexie, type Table } from 'dexie'
import { asLibraryError } from './open'

/** Chromium begins a new log when it has written at most 4 MB into one. */
const MEGABYTES = 5
/** Larger values are files of their own. */
const VALUE_BYTES = 48 * 1024

/** With less than this left it is not tried: after a failed write Chromium closes every connection. */
const ROOM_BYTES = 256 * 2 ** 20

const NAME = 'log-renewal'

/**
 * Has Chromium begin a new log of its databases. To be called at each start, before anything else is written.
 *
 * When the program is killed while it writes, the last record in LevelDB's log is torn. The next start leaves it out, but
 * goes on in the same log, behind the torn record (LevelDB's `reuse_logs`). The start after that meets the record in the
 * middle, takes the log for damaged, and Chromium deletes all databases (tried on 130). A log that is left before
 * the next start is never read again.
 *
 * @throws LibraryError; on a disk that is nearly full nothing is done
 */
export async function renewLog(): Promise<void> {
  const { quota = Infinity, usage = 0 } = await navigator.storage
    .estimate()
    .catch(() => ({}) as StorageEstimate)
  if (quota - usage < ROOM_BYTES) return
  const database = new Dexie(NAME, { chromeTransactionDurability: 'relaxed' }) as Dexie & {
    readonly values: Table<Uint8Array, number>
  }
  database.version(1).stores({ values: '' })
  // By chance, so that no compression makes it small.
  const value = crypto.getRandomValues(new Uint8Array(VALUE_BYTES))
  const count = Math.ceil((MEGABYTES * 2 ** 20) / VALUE_BYTES)
  const numbers = Array.from({ length: count }, (_, number) => number)
  try {
    await database.values.bulkPut(
      numbers.map(() => value),
      numbers,
    )
    await database.delete()
  } catch (error) {
    database.close()
    throw asLibraryError(error)
  }
}
