import { Dexie } from 'dexie'

/** Names of tables of the library. */
export type TableName =
  | 'ledger'
  | 'heads'
  | 'quotePages'
  | 'feeds'
  | 'folders'
  | 'fetches'
  | 'settings'
  | 'segments'
  | 'activity'
  | 'queue'
  | 'completions'
  | 'searches'

/**
 * Why not Dexie's liveQuery: it starts a query anew at every change and drops the one under way, so that during a
 * sync with twenty transactions a second a list would be asked all the time and shown never. Here a query waits its
 * turn, runs to its end, and runs again only after a pause.
 */
const PAUSE = 250
/** For what is read whole and costs more the larger the library is. */
export const LONG_PAUSE = 1000

/** Keys of a change are `idb://<database>/<table>/<index>`. */
const tableOf = (part: string): string => part.split('/')[3] ?? ''

/**
 * Calls a function now and whenever one of the tables was changed, by any window, but never twice at a time and never
 * more often than the pause lets it.
 *
 * @param run resolves when its work is done; it must not reject
 * @param pause milliseconds between two calls; the first change after it is heard at once
 * @returns a function that ends it
 */
export function followTables(
  tables: readonly TableName[],
  run: () => Promise<void>,
  pause = PAUSE,
): () => void {
  let ended = false
  let stale = false
  let busy = false
  const turn = async (): Promise<void> => {
    busy = true
    stale = false
    await run()
    await new Promise(resolve => setTimeout(resolve, pause))
    busy = false
    if (stale && !ended) void turn()
  }
  const changed = (parts: object): void => {
    if (!Object.keys(parts).some(part => part === 'all' || tables.includes(tableOf(part) as TableName)))
      return
    stale = true
    if (!busy && !ended) void turn()
  }
  Dexie.on('storagemutated', changed)
  void turn()
  return () => {
    ended = true
    Dexie.on.storagemutated.unsubscribe(changed)
  }
}
