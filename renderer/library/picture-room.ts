import { atomically } from './atomically'
import { FLAG } from './ledger-rows'
import { chunkOf, slotOf } from './ledger-rows'
import { changeRows, ledgerOf } from './ledger-store'
import { isPresent, statusOf } from './ledger'
import { nothingFetched } from './pictures'
import type { Database } from './schema'
import type { CompletionRow } from './completion-rows'

/** What the pictures of a feed take. */
export interface PictureRoom {
  readonly feedId: number
  readonly articles: number
  readonly pictures: number
  readonly bytes: number
}

/** @returns what the pictures of each feed take, largest first; one that several show counts for each of them */
export async function pictureRoom(database: Database): Promise<readonly PictureRoom[]> {
  const ledger = await ledgerOf(database)
  const rooms = new Map<number, PictureRoom>()
  await database.completions.each(({ articleId, stored }) => {
    const feedId = ledger.rows.get(chunkOf(articleId))?.feedIds[slotOf(articleId)] ?? 0
    if (!stored.length || !isPresent(ledger, articleId)) return
    const { articles, pictures, bytes } = rooms.get(feedId) ?? { articles: 0, pictures: 0, bytes: 0 }
    rooms.set(feedId, {
      feedId,
      articles: articles + 1,
      pictures: pictures + stored.length,
      bytes: bytes + bytesOf(stored),
    })
  })
  return [...rooms.values()].sort((one, other) => other.bytes - one.bytes)
}

const bytesOf = (pictures: CompletionRow['stored']): number =>
  pictures.reduce((sum, picture) => sum + picture.bytes, 0)

/** @returns bytes of all pictures, each counted once */
export async function pictureBytes(database: Database): Promise<number> {
  const sizes = new Map<string, number>()
  await database.completions.each(({ stored }) => {
    for (const { hash, bytes } of stored) sizes.set(hash, bytes)
  })
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** Pictures go in pieces of so many articles, so that no transaction lasts long. */
const SLICE = 50

/**
 * Makes room: takes away the pictures of articles, oldest first, those that were read before the others, until so many
 * bytes are left. What was starred or saved keeps its pictures. The articles can be completed again.
 *
 * @param most bytes that may stay
 * @param alive called at every step
 * @returns bytes that are left
 */
export async function makePictureRoom(database: Database, most: number, alive: () => void): Promise<number> {
  const ledger = await ledgerOf(database)
  let left = await pictureBytes(database)
  const rows = (await database.completions.filter(({ stored }) => stored.length > 0).primaryKeys()).map(
    Number,
  )
  const candidates = rows
    .flatMap(id => statusOf(ledger, id) ?? [])
    .filter(({ starred, saved }) => !starred && !saved)
    .sort((one, other) => Number(one.unread) - Number(other.unread) || other.order - one.order)
  for (let start = 0; start < candidates.length && left > most; start += SLICE) {
    await dropPictures(database, candidates.slice(start, start + SLICE).map(({ id }) => id), true) // prettier-ignore
    left = await pictureBytes(database)
    alive()
  }
  return left
}

/**
 * Removes what was kept for articles, and the pictures that no other article shows.
 *
 * @param areThere whether the articles stay
 */
async function dropPictures(database: Database, ids: readonly number[], areThere: boolean): Promise<void> {
  const tables = [database.ledger, database.completions, database.pictures, database.thumbnails]
  await atomically(database, tables, async () => {
    const rows = await database.completions.bulkGet([...ids])
    await database.completions.bulkDelete([...ids])
    if (areThere) await keepWatches(database, rows)
    await database.thumbnails.bulkDelete([...ids])
    await deleteUnused(
      database,
      rows.flatMap(row => row?.stored.map(picture => picture.hash) ?? []),
    )
    // They are not fetched again by themselves.
    await changeRows(database, ids, (row, own) => {
      for (const id of own) row.flags[slotOf(id)] = (row.flags[slotOf(id)] ?? 0) & ~FLAG.pictures
      return true
    })
  })
}

/** Their pages go on changing, with pictures or without. */
async function keepWatches(
  { completions }: Database,
  rows: readonly (CompletionRow | undefined)[],
): Promise<void> {
  const watched = rows.flatMap(row =>
    row?.live ? [{ ...nothingFetched(row.articleId), live: row.live }] : [],
  )
  await completions.bulkPut(watched)
}

async function deleteUnused(database: Database, hashes: readonly string[]): Promise<void> {
  const unused = new Set(hashes)
  await database.completions.each(({ stored }) => {
    for (const { hash } of stored) unused.delete(hash)
  })
  await database.pictures.bulkDelete([...unused])
}

/** Removes what was kept for articles that are gone. */
export async function sweepPictures(database: Database): Promise<void> {
  const ledger = await ledgerOf(database)
  const ids = (await database.completions.toCollection().primaryKeys()).map(Number)
  const gone = ids.filter(id => !isPresent(ledger, id))
  for (let start = 0; start < gone.length; start += SLICE)
    await dropPictures(database, gone.slice(start, start + SLICE), false)
}
