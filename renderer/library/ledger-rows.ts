import type { LedgerRow } from './schema'

/** Articles in a row of the ledger. */
export const CHUNK = 1024

/**
 * What a row says of an article in one byte. `page` and `pictures`: the page behind it, or its pictures, are still to be
 * fetched, so that the ledger is also the list of what is to be done.
 */
export const FLAG = { present: 1, unread: 2, starred: 4, saved: 8, page: 16, pictures: 32 } as const

export type Flag = keyof typeof FLAG

/** @returns the row in which an article stands */
export const chunkOf = (id: number): number => Math.floor(id / CHUNK)

/** @returns where in its row an article stands */
export const slotOf = (id: number): number => id % CHUNK

/** What an article lacks to be complete. */
export type Want = 'page' | 'pictures'

/** @returns the flags of what an article lacks */
export const wantFlags = (wants: readonly Want[]): number =>
  wants.reduce<number>((flags, want) => flags | FLAG[want], 0)

/** A row without articles. */
export const emptyRow = (chunk: number): LedgerRow => ({
  chunk,
  feedIds: new Uint32Array(CHUNK),
  datelines: new Float64Array(CHUNK),
  flags: new Uint8Array(CHUNK),
  quotes: new Uint8Array(CHUNK),
})

/** An article as it is entered into the ledger. */
export interface LedgerEntry {
  readonly id: number
  readonly feedId: number
  /** Milliseconds since 1970. */
  readonly dateline: number
  readonly flags: number
  readonly quotes: number
}

/** Enters an article into its row, whose arrays are changed. */
export function enter(row: LedgerRow, { id, feedId, dateline, flags, quotes }: LedgerEntry): void {
  const slot = slotOf(id)
  row.feedIds[slot] = feedId
  row.datelines[slot] = dateline
  row.flags[slot] = flags
  row.quotes[slot] = Math.min(255, quotes)
}

/** What an edit changes of an article. */
export interface Amendment {
  readonly quotes: number
  readonly wants: readonly Want[]
  /** Whether its page was read, and not its feed. */
  readonly isPage: boolean
}

/** Enters anew what an edit changes of an article, into its row, whose arrays are changed. */
export function amend(row: LedgerRow, id: number, { quotes, wants, isPage }: Amendment): void {
  const slot = slotOf(id)
  // A page that was wanted before an edit of the feed is still wanted.
  const kept = (row.flags[slot] ?? 0) & ~(FLAG.pictures | (isPage ? FLAG.page : 0))
  row.flags[slot] = kept | wantFlags(wants)
  row.quotes[slot] = Math.min(255, quotes)
}

/** Raises or lowers a flag of an article. @returns whether that changed anything */
export function setFlag(row: LedgerRow, id: number, flag: Flag, value: boolean): boolean {
  const before = row.flags[slotOf(id)] ?? 0
  if ((before & FLAG.present) === 0) return false
  const after = value ? before | FLAG[flag] : before & ~FLAG[flag]
  row.flags[slotOf(id)] = after
  return after !== before
}

/** @returns the numbers grouped by the row in which they stand */
export function byChunk(ids: Iterable<number>): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const id of ids) {
    const group = groups.get(chunkOf(id))
    if (group) group.push(id)
    else groups.set(chunkOf(id), [id])
  }
  return groups
}
