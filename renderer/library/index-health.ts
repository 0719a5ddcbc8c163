import { byteCountOf, IndexFormatError, isReadable, mergeSegments, type StoredSegment } from '../search'
import { inTurns } from './index-segments'
import type { Database, SegmentRow } from './schema'
import { openSegmentFile, removeSegmentFiles, segmentFiles } from './segment-files'

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
  const isWhole = (row: SegmentRow): boolean =>
    !row.isLost && isReadable(storedOf(row)) && files.get(`${row.id}`) === byteCountOf(row.header)
  await giveUp(database, rows.filter(row => !row.isLost && !isWhole(row))) // prettier-ignore
  const used = new Set(rows.filter(isWhole).map(({ id }) => `${id}`))
  const orphans = [...files.keys()].filter(name => !used.has(name))
  await removeSegmentFiles(database, orphans)
  return orphans.length
}

/**
 * Reads every segment from its first byte to its last. Those that cannot be read are made again from the articles, and are
 * left out by whoever searches until then. Call it while nobody merges.
 *
 * @returns the number of segments that cannot be read
 */
export async function verifyIndex(database: Database): Promise<number> {
  const rows = (await database.segments.toArray()).filter(row => !row.isLost)
  const damaged: SegmentRow[] = []
  for (const row of rows) if (!(await isSound(database, storedOf(row)))) damaged.push(row)
  await giveUp(database, damaged)
  await removeSegmentFiles(
    database,
    damaged.map(({ id }) => id),
  )
  return damaged.length
}

/** A merge of one segment with no other reads all of it. */
async function isSound(database: Database, stored: StoredSegment): Promise<boolean> {
  try {
    const bytes = await openSegmentFile(database, stored.id)
    try {
      await inTurns(mergeSegments([stored], () => bytes, () => false)) // prettier-ignore
      return true
    } finally {
      bytes.close()
    }
  } catch (error) {
    if (error instanceof IndexFormatError) return false
    throw error
  }
}

const storedOf = ({ id, newest = id, header }: SegmentRow): StoredSegment => ({ id, newest, header })

async function giveUp({ segments }: Database, rows: readonly SegmentRow[]): Promise<void> {
  if (!rows.length) return
  const ids = rows.map(({ id }) => id)
  await segments.where('id').anyOf(ids).modify({ terms: 0, isLost: true })
}
