import { CHUNK, chunkOf, FLAG, slotOf } from './ledger-rows'
import type { LedgerRow } from './schema'

/** Where an article stands in lists, and what the person decided about it. */
export interface Status {
  readonly id: number
  readonly feedId: number
  /** Minus the dateline: lists are in ascending order of it, and of the number where it is equal. */
  readonly order: number
  readonly unread: boolean
  readonly starred: boolean
  readonly saved: boolean
}

/** Numbers that lists and the sidebar show. */
export interface Counts {
  readonly articles: number
  readonly unread: number
  readonly starred: number
  readonly saved: number
  /** Quotations. */
  readonly quotes: number
}

export const NO_COUNTS: Counts = { articles: 0, unread: 0, starred: 0, saved: 0, quotes: 0 }

/** What a list of articles shows. */
export type ListScope =
  /** `incomplete`: its page or its pictures are still to be fetched. */
  | { readonly kind: 'all' | 'unread' | 'starred' | 'saved' | 'quotes' | 'incomplete' }
  | { readonly kind: 'feeds'; readonly feedIds: readonly number[] }

/**
 * All articles of the library as far as lists need them: 14 bytes and a place in the order for each. A value: what
 * changes in the store gives another one.
 */
export interface Ledger {
  readonly rows: ReadonlyMap<number, LedgerRow>
  /** The numbers of all articles, newest dateline first. */
  readonly order: Uint32Array
}

export const EMPTY_LEDGER: Ledger = { rows: new Map(), order: new Uint32Array(0) }

/**
 * The ledger after rows were read anew.
 *
 * @param rows that are new or may have changed, each once
 */
export function withRows(ledger: Ledger, rows: readonly LedgerRow[]): Ledger {
  const all = new Map(ledger.rows)
  const added: number[] = []
  let isFewer = false
  for (const row of rows) {
    const before = ledger.rows.get(row.chunk)
    for (let slot = 0; slot < CHUNK; slot++) {
      const was = (before?.flags[slot] ?? 0) & FLAG.present
      const is = (row.flags[slot] ?? 0) & FLAG.present
      if (is > was) added.push(row.chunk * CHUNK + slot)
      isFewer ||= is < was
    }
    all.set(row.chunk, row)
  }
  if (!added.length && !isFewer) return { rows: all, order: ledger.order }
  const after = { rows: all, order: ledger.order }
  const kept = isFewer ? ledger.order.filter(id => isPresent(after, id)) : ledger.order
  return { rows: all, order: merged(all, kept, Uint32Array.from(added)) }
}

/** Puts new numbers into their places among those that are in order. */
function merged(rows: Ledger['rows'], old: Uint32Array, fresh: Uint32Array): Uint32Array {
  const compare = comparison(rows)
  fresh.sort(compare)
  const order = new Uint32Array(old.length + fresh.length)
  let from = 0
  fresh.forEach((id, before) => {
    const to = placeOf(id, old, from, compare)
    order.set(old.subarray(from, to), from + before)
    order[to + before] = id
    from = to
  })
  order.set(old.subarray(from), from + fresh.length)
  return order
}

/** Newest dateline first; by number where they are equal. */
function comparison(rows: Ledger['rows']): (one: number, other: number) => number {
  const dateline = (id: number): number => rows.get(chunkOf(id))?.datelines[slotOf(id)] ?? 0
  return (one, other) => dateline(other) - dateline(one) || one - other
}

/** @returns how many of those in order, from `low` on, stand before the number, by bisection */
function placeOf(
  id: number,
  order: Uint32Array,
  low: number,
  compare: (one: number, other: number) => number,
): number {
  let [from, to] = [low, order.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compare(order[middle] ?? 0, id) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether the library has the article. */
export const isPresent = (ledger: Ledger, id: number): boolean => hasFlag(ledger, id, FLAG.present)

function hasFlag(ledger: Ledger, id: number, flag: number): boolean {
  return ((ledger.rows.get(chunkOf(id))?.flags[slotOf(id)] ?? 0) & flag) !== 0
}

/** @returns null when the library does not have the article (any more) */
export function statusOf(ledger: Ledger, id: number): Status | null {
  const row = ledger.rows.get(chunkOf(id))
  const slot = slotOf(id)
  const flags = row?.flags[slot] ?? 0
  if (!row || (flags & FLAG.present) === 0) return null
  return {
    id,
    feedId: row.feedIds[slot] ?? 0,
    order: -(row.datelines[slot] ?? 0),
    unread: (flags & FLAG.unread) !== 0,
    starred: (flags & FLAG.starred) !== 0,
    saved: (flags & FLAG.saved) !== 0,
  }
}

/** @returns the numbers of a list's articles, newest first */
export function listOf(ledger: Ledger, scope: ListScope): Uint32Array {
  switch (scope.kind) {
    case 'all':
      return ledger.order
    case 'unread':
    case 'starred':
    case 'saved': {
      const flag = FLAG[scope.kind]
      return ledger.order.filter(id => hasFlag(ledger, id, flag))
    }
    case 'incomplete':
      return ledger.order.filter(id => hasFlag(ledger, id, FLAG.page | FLAG.pictures))
    case 'quotes':
      return ledger.order.filter(id => (ledger.rows.get(chunkOf(id))?.quotes[slotOf(id)] ?? 0) > 0)
    case 'feeds': {
      const wanted = new Set(scope.feedIds)
      return ledger.order.filter(id => wanted.has(ledger.rows.get(chunkOf(id))?.feedIds[slotOf(id)] ?? 0))
    }
  }
}

/** @returns what each feed holds; the pages that the person saved stand under their own feed number */
export function countsOf(ledger: Ledger): ReadonlyMap<number, Counts> {
  const counts = new Map<number, { -readonly [Key in keyof Counts]: Counts[Key] }>()
  for (const { feedIds, flags, quotes } of ledger.rows.values())
    for (let slot = 0; slot < CHUNK; slot++) {
      const flag = flags[slot] ?? 0
      if ((flag & FLAG.present) === 0) continue
      const feedId = feedIds[slot] ?? 0
      let count = counts.get(feedId)
      if (!count) counts.set(feedId, (count = { ...NO_COUNTS }))
      count.articles++
      if (flag & FLAG.unread) count.unread++
      if (flag & FLAG.starred) count.starred++
      if (flag & FLAG.saved) count.saved++
      count.quotes += quotes[slot] ?? 0
    }
  return counts
}
