import { Dexie } from 'dexie'
import { headsOn, pageOf, pagesWith } from './head-pages'
import { changesOf, touching, type KeyRange } from './key-ranges'
import { perLibrary } from './per-library'
import type { ArticleRow, Database } from './schema'

/** Heads that are kept, at most: what a list shows is asked for at each of its changes, and scrolling back shows it again. */
const MOST = 2048

/** Gives the heads with these numbers that are there, in no order. */
type ReadHeads = (ids: ReadonlySet<number>) => Promise<readonly ArticleRow[]>

/**
 * Reads heads, and keeps those that were read until their page is changed, in whichever window: each page is a request
 * to the store, and waits for the batch that is being stored.
 *
 * One that is not kept is read from the store, so whatever the ledger has is found, also when its change has not been
 * heard of yet. Not to be called inside a transaction.
 */
export const readHeadsOf = perLibrary(rememberHeads)

function rememberHeads(database: Database): ReadHeads {
  const kept = new Map<number, ArticleRow>()
  /** What changed since each read that is under way began. */
  const underWay = new Set<KeyRange[]>()
  const forget = (ranges: readonly KeyRange[]): void => {
    for (const changed of underWay) changed.push(...ranges)
    for (const id of kept.keys()) if (isOn(ranges, id)) kept.delete(id)
  }
  Dexie.on('storagemutated', (parts: Readonly<Record<string, unknown>>) => {
    const ranges = changesOf(parts, database, database.heads)
    if (ranges.length) forget(ranges)
  })
  // A connection that the browser closed is opened again, and may have missed changes.
  database.on('close', () => kept.clear())

  return async ids => {
    const known = [...ids].flatMap(id => kept.get(id) ?? [])
    if (known.length === ids.size) return known
    const missing = new Set(ids)
    for (const { id } of known) missing.delete(id)
    const changed: KeyRange[] = []
    underWay.add(changed)
    try {
      const heads = await storedHeads(database, missing)
      if (kept.size + heads.length > MOST) kept.clear()
      if (heads.length <= MOST) for (const head of heads) if (!isOn(changed, head.id)) kept.set(head.id, head)
      return [...known, ...heads]
    } finally {
      underWay.delete(changed)
    }
  }
}

const isOn = (ranges: readonly KeyRange[], id: number): boolean =>
  ranges.some(range => touching(range, pageOf(id)))

/** @returns the heads with these numbers as they are stored, in the order of their pages */
export async function storedHeads(
  database: Database,
  ids: ReadonlySet<number>,
): Promise<readonly ArticleRow[]> {
  const pages = await database.heads.bulkGet(pagesWith(ids))
  return pages.flatMap(page => (page ? headsOn(page, id => ids.has(id)) : []))
}
