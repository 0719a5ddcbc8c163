import { Dexie } from 'dexie'
import { changesOf, EVERYTHING, touching, united, type KeyRange } from './key-ranges'
import { perLibrary } from './per-library'
import type { Database } from './schema'

/** A table as far as it is read here. */
interface NumberedTable<Row> {
  readonly name: string
  where(key: ':id'): {
    between(from: number, to: number, withFrom: true, withTo: true): { toArray(): PromiseLike<Row[]> }
  }
}

/** Rows between two changed ones are read along: a request more costs as much as several rows. */
const GAP = 7

/**
 * Reads what is held of a table: as the store was when the call came, or later; but what another page or worker wrote
 * is heard of a moment later than it can be read.
 *
 * @param from `store` reads the whole table again, for those who take what is missing in it for gone
 */
export type Read<Held> = (from?: 'memory' | 'store') => Promise<Held>

/**
 * Holds what a table says in memory: it is read whole at the first call, and then only where it changed, in whichever
 * window.
 *
 * @param empty what an empty table says
 * @param merge what the table says after the rows in these ranges were read anew; rows that are not given are gone
 */
export function holdRows<Row, Held>(
  database: Database,
  table: NumberedTable<Row>,
  empty: Held,
  merge: (held: Held, rows: readonly Row[], ranges: readonly KeyRange[]) => Held,
): Read<Held> {
  let held = empty
  let stale: readonly KeyRange[] = [EVERYTHING]
  let reading: Promise<unknown> = Promise.resolve()
  Dexie.on('storagemutated', (parts: Readonly<Record<string, unknown>>) => {
    // United at once: in a window that does not read them for hours they must not grow.
    stale = united([...stale, ...changesOf(parts, database, table)], GAP)
  })
  // A connection that the browser closed is opened again, and may have missed changes.
  database.on('close', () => {
    stale = [EVERYTHING]
  })
  const read = async (): Promise<Held> => {
    const ranges = stale
    if (!ranges.length) return held
    stale = []
    try {
      const rows = await Promise.all(
        ranges.map(({ from, to }) => table.where(':id').between(from, to, true, true).toArray()),
      )
      held = merge(held, rows.flat(), ranges)
      return held
    } catch (error) {
      stale = united([...ranges, ...stale], GAP)
      throw error
    }
  }
  return (from = 'memory') => {
    const readFrom = (): Promise<Held> => {
      if (from === 'store') stale = [EVERYTHING]
      return read()
    }
    const next = reading.then(readFrom, readFrom)
    reading = next
    return next
  }
}

/** @returns reads what is held of a library: see `perLibrary` */
export function forEachLibrary<Held>(
  make: (database: Database) => Read<Held>,
): (database: Database, ...from: Parameters<Read<Held>>) => Promise<Held> {
  const readOf = perLibrary(make)
  return (database, ...from) => readOf(database)(...from)
}

/** Holds a whole table as it is, by its numbers. */
export const holdTable = <Row>(
  database: Database,
  table: NumberedTable<Row>,
  keyOf: (row: Row) => number,
): Read<ReadonlyMap<number, Row>> =>
  holdRows<Row, ReadonlyMap<number, Row>>(database, table, new Map(), (held, rows, ranges) => {
    const isStale = (key: number): boolean => ranges.some(range => touching(range, key))
    const kept = [...held].filter(([key]) => !isStale(key))
    return new Map([...kept, ...rows.map(row => [keyOf(row), row] as const)])
  })
