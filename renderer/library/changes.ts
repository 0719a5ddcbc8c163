import { Dexie, RangeSet } from 'dexie'
import { inStep } from './in-step'

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
/** For what only the person changes: it is heard at once from other windows, too. */
export const AT_ONCE = 0

/** Keys of a change are `idb://<database>/<table>/<index>`. */
const tableOf = (part: string): string => part.split('/')[3] ?? ''

/** Changes as Dexie tells them; those of another window come as plain objects. */
const isOwn = (parts: object): boolean => Object.values(parts).some(part => part instanceof RangeSet)

/**
 * Calls a function now and whenever one of the tables was changed, but never twice at a time and never more often than
 * the pause lets it. The first change after the pause is heard at once; but changes of other windows, which come all
 * the time during a sync, are heard once a second, by everyone who follows them in the same moment: then the window is
 * drawn once.
 *
 * @param run resolves when its work is done; it must not reject. It is given the tables that were changed since it was
 * called last
 * @param pause milliseconds from one call to the next
 * @returns a function that ends it
 */
export function followTables<Name extends TableName>(
  tables: readonly Name[],
  run: (changed: ReadonlySet<Name>) => Promise<void>,
  pause = PAUSE,
): () => void {
  const stale = new Set<Name>(tables)
  let ended = false
  let busy = false
  let due = true
  const turn = async (): Promise<void> => {
    due = true
    if (busy || ended) return
    const began = performance.now()
    const changed = new Set(stale)
    stale.clear()
    busy = true
    due = false
    await run(changed)
    // What takes long leaves as much time to others.
    const took = performance.now() - began
    await new Promise(resolve => setTimeout(resolve, Math.max(pause - took, took)))
    busy = false
    if (due) void turn()
  }
  const next = (): void => void turn()
  const changed = (parts: object): void => {
    const names = new Set(Object.keys(parts).map(tableOf))
    const found = tables.filter(name => 'all' in parts || names.has(name))
    if (!found.length) return
    for (const name of found) stale.add(name)
    if (isOwn(parts) || pause === AT_ONCE) next()
    else inStep(next)
  }
  Dexie.on('storagemutated', changed)
  next()
  return () => {
    ended = true
    Dexie.on.storagemutated.unsubscribe(changed)
  }
}
