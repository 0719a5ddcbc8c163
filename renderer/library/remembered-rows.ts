import { Dexie } from 'dexie'
import { changesOf, EVERYTHING, touching, united, type KeyRange } from './key-ranges'
import type { Database } from './schema'

/** A table as far as it is read here. */
interface NumberedTable<Row> {
  readonly name: string
  where(key: ':id'): {
    between(
      from: number,
      to: number,
      withFrom: true,
      withTo: true,
    ): { limit(count: number): { toArray(): PromiseLike<Row[]> } }
  }
}

/** How much of a table is read and kept. */
export interface Extent<Row> {
  /** Rows that one request reads: those behind the row that is asked for will be asked for next. */
  readonly together: number
  /** How much room a row takes. */
  readonly sizeOf: (row: Row) => number
  /** When the rows take more, everything is forgotten. */
  readonly most: number
}

/**
 * Remembers the rows of a table that were read, until they are changed, in whichever window: a request to the database
 * costs more than what it reads. Unlike `holdRows` it reads what is asked for and what stands behind it, not all.
 *
 * @returns reads rows, as the store was when the call came, or later; undefined where there is none. Not to be called
 * inside a transaction
 */
export function rememberRows<Row>(
  database: Database,
  table: NumberedTable<Row>,
  keyOf: (row: Row) => number,
  { together, sizeOf, most }: Extent<Row>,
): (keys: readonly number[]) => Promise<readonly (Row | undefined)[]> {
  const rows = new Map<number, Row>()
  let size = 0
  let unread: readonly KeyRange[] = [EVERYTHING]
  let reading: Promise<unknown> = Promise.resolve()
  const forgetAll = (): void => {
    rows.clear()
    size = 0
    unread = [EVERYTHING]
  }
  Dexie.on('storagemutated', (parts: Readonly<Record<string, unknown>>) => {
    unread = united([...unread, ...changesOf(parts, database, table)])
  })
  // A connection that the browser closed is opened again, and may have missed changes.
  database.on('close', forgetAll)

  /** What changes while it is read is unread again afterwards. */
  const readOn = async (key: number, end: number): Promise<void> => {
    const range = { from: key, to: end }
    unread = without(unread, range)
    try {
      const found = await table.where(':id').between(key, end, true, true).limit(together).toArray()
      const last = found.length === together ? found.at(-1) : undefined
      const to = last === undefined ? end : keyOf(last)
      if (to < end) unread = united([...unread, { from: to + 1, to: end }])
      for (const [old, row] of rows)
        if (key <= old && old <= to) {
          rows.delete(old)
          size -= sizeOf(row)
        }
      for (const row of found) {
        rows.set(keyOf(row), row)
        size += sizeOf(row)
      }
    } catch (error) {
      unread = united([...unread, range])
      throw error
    }
  }
  const read = async (keys: readonly number[]): Promise<readonly (Row | undefined)[]> => {
    if (size > most) forgetAll()
    const found = new Map<number, Row | undefined>()
    for (const key of keys.toSorted((one, other) => one - other)) {
      const range = unread.find(range => touching(range, key))
      if (range) await readOn(key, range.to)
      found.set(key, rows.get(key))
    }
    return keys.map(key => found.get(key))
  }
  return keys => {
    const next = reading.then(
      () => read(keys),
      () => read(keys),
    )
    reading = next
    return next
  }
}

const without = (ranges: readonly KeyRange[], { from, to }: KeyRange): readonly KeyRange[] =>
  ranges.flatMap(range => [
    ...(range.from < from ? [{ from: range.from, to: Math.min(range.to, from - 1) }] : []),
    ...(range.to > to ? [{ from: Math.max(range.from, to + 1), to: range.to }] : []),
  ])
