import {
  byteCountOf,
  isReadable,
  mergeSegments,
  verifySegment,
  type SegmentBytes,
  type StoredSegment,
} from '../search'
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
    isReadable({ id, newest, header }) && [byteCountOf(header), -1].includes(files.get(`${id}`) ?? 0)
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
 * Reads every segment from its first byte to its last. Those that are not as they were written are made again; where all
 * are, those that cannot be an index. Call it while nobody merges.
 *
 * @returns the number of segments that are damaged
 */
export async function verifyIndex(database: Database): Promise<number> {
  const segments = await segmentStore(database).segments()
  let damaged = await damagedOf(database, segments, verifySegment)
  if (!damaged.length) damaged = await damagedOf(database, segments, mergesAlone)
  await giveUp(database, damaged)
  return damaged.length
}

/** A merge of a segment with no other reads all that it says. */
function* mergesAlone(stored: StoredSegment, bytes: SegmentBytes): Generator<unknown, boolean, void> {
  yield* mergeSegments([stored], () => bytes, () => false) // prettier-ignore
  return true
}
