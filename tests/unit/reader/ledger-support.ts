import { chunkOf, FLAG, slotOf, type Ledger } from '../../../renderer/library'

/** Articles in a row of the ledger. */
export const CHUNK_SIZE = 1024

interface Entry {
  readonly id: number
  readonly feedId: number
  readonly dateline: number
  readonly flags: readonly (keyof typeof FLAG)[]
  readonly quotes?: number
}

/** A ledger with these articles. */
export function ledgerOfRows(entries: readonly Entry[]): Ledger {
  const rows = new Map(
    [...new Set(entries.map(({ id }) => chunkOf(id)))].map(chunk => [
      chunk,
      {
        chunk,
        feedIds: new Uint32Array(CHUNK_SIZE),
        datelines: new Float64Array(CHUNK_SIZE),
        flags: new Uint8Array(CHUNK_SIZE),
        quotes: new Uint8Array(CHUNK_SIZE),
      },
    ]),
  )
  for (const { id, feedId, dateline, flags, quotes = 0 } of entries) {
    const row = rows.get(chunkOf(id))
    if (!row) continue
    row.feedIds[slotOf(id)] = feedId
    row.datelines[slotOf(id)] = dateline
    row.flags[slotOf(id)] = flags.reduce<number>((all, flag) => all | FLAG[flag], FLAG.present)
    row.quotes[slotOf(id)] = quotes
  }
  return { rows, order: Uint32Array.from(entries, ({ id }) => id) }
}
