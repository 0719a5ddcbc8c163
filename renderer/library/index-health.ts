import { byteCountOf, isReadable } from '../search'
import { damagedOf, giveUp } from './index-segments'
import type { Database, SegmentRow } from './schema'
import { removeSegmentFiles, segmentFiles } from './segment-files'
import { segmentStore } from './segment-store'

/** The name of the channel on which it is told that a segment could not be read. */
export const INDEX_DAMAGE = 'index-damage'

/**
 * Removes the files of segments that are in use no longer, or never were: the program ended before they could be
 * removed, or before they came into use. Segments whose file is gone or has another length, and those that another
 * version of the program wrote, are made again from the articles. Call it while nobody indexes or merges.
 *
 * @returns the number of files that nobody needs
 */
export async function sweepIndex(database: Database): Promise<number> {
  const files = await segmentFiles(database)
  const rows = await database.segments.toArray()
  const isWhole = ({ id, newest = id, header }: SegmentRow): boolean =>
    isReadable({ id, newest, header }) && files.get(`${id}`) === byteCountOf(header)
  const lost = rows.filter(row => !row.isLost && !isWhole(row))
  await giveUp(
    database,
    lost.map(({ id }) => id),
  )
  // What is left of one that is lost may say which articles it held.
  const used = new Set(rows.map(({ id }) => `${id}`))
  const orphans = [...files.keys()].filter(name => !used.has(name))
  await removeSegmentFiles(database, orphans)
  return orphans.length
}

/**
 * Reads every segment from its first byte to its last. Those that are not as they were written are made again. Call it
 * while nobody merges.
 *
 * @returns the number of segments that are damaged
 */
export async function verifyIndex(database: Database): Promise<number> {
  const damaged = await damagedOf(database, await segmentStore(database).segments())
  await giveUp(database, damaged)
  return damaged.length
}
