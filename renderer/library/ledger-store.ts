import { Dexie } from 'dexie'
import { atomically } from './atomically'
import { EMPTY_LEDGER, withRows, type Ledger } from './ledger'
import { byChunk, emptyRow } from './ledger-rows'
import type { Database, LedgerRow } from './schema'

/** A range of rows that changed since they were read. */
interface Stale {
  readonly from: number
  readonly to: number
}

interface Held {
  ledger: Ledger
  stale: Stale[]
  reading: Promise<Ledger>
}

const HELD = new WeakMap<Database, Held>()

/**
 * The ledger of a library: read whole at the first call, and then only where it changed, in whichever window.
 *
 * @returns as the store was when the call came, or later
 */
export function ledgerOf(database: Database): Promise<Ledger> {
  let held = HELD.get(database)
  if (!held) {
    held = {
      ledger: EMPTY_LEDGER,
      stale: [{ from: 0, to: Infinity }],
      reading: Promise.resolve(EMPTY_LEDGER),
    }
    HELD.set(database, held)
    followRows(database, held)
  }
  const own = held
  own.reading = own.reading.catch(() => own.ledger).then(() => current(database, own))
  return own.reading
}

async function current(database: Database, held: Held): Promise<Ledger> {
  const ranges = united(held.stale)
  if (!ranges.length) return held.ledger
  held.stale = []
  try {
    const rows = await Promise.all(
      ranges.map(({ from, to }) => database.ledger.where('chunk').between(from, to, true, true).toArray()),
    )
    held.ledger = withRows(held.ledger, rows.flat())
    return held.ledger
  } catch (error) {
    held.stale = [...ranges, ...held.stale]
    throw error
  }
}

/** The same ranges, apart from one another: each batch of a sync names the rows at the ledger's end. */
function united(ranges: readonly Stale[]): readonly Stale[] {
  const apart: Stale[] = []
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1)
    if (last && from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else apart.push({ from, to })
  }
  return apart
}

/** Hears which rows were written; the keys of a change are `idb://<database>/<table>/<index>`. */
function followRows(database: Database, held: Held): void {
  const key = `idb://${database.name}/ledger/`
  const changed = (parts: Readonly<Record<string, unknown>>): void => {
    if ('all' in parts) held.stale = [{ from: 0, to: Infinity }]
    else collectRanges(parts[key], held.stale)
  }
  Dexie.on('storagemutated', changed)
  database.on('close', () => {
    // A connection that the browser closed is opened again, and may have missed changes.
    held.stale = [{ from: 0, to: Infinity }]
  })
}

/** Changes come as a tree of ranges; from another window as plain objects. */
function collectRanges(tree: unknown, into: Stale[]): void {
  if (typeof tree !== 'object' || tree === null || !('from' in tree) || !('to' in tree)) return
  const { from, to } = tree
  // A range over everything ends in an array, which is greater than any number.
  into.push({ from: typeof from === 'number' ? from : 0, to: typeof to === 'number' ? to : Infinity })
  if ('l' in tree) collectRanges(tree.l, into)
  if ('r' in tree) collectRanges(tree.r, into)
}

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
