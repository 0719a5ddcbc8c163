import { bytesInMemory, mergeSegments, type Segment, type SegmentHeader } from '../search'
import { bytesIn, writeMerged } from './index-segments'
import type { Database } from './schema'
import { removeSegmentFiles, writeSegmentFile } from './segment-files'

/**
 * Writes segments that are in memory as one: each byte is written once. It is not in use yet.
 *
 * @param parts by a number each, in the order in which they replace one another; at least one
 * @throws what writing throws; nothing is left then
 */
export async function writeParts(
  database: Database,
  id: number,
  parts: ReadonlyMap<number, Segment>,
): Promise<SegmentHeader> {
  try {
    const [only] = parts.values()
    if (only && parts.size === 1) {
      await writeSegmentFile(database, id, only.bytes)
      return only.header
    }
    const inputs = [...parts].map(([number, { header }]) => ({ id: number, newest: number, header }))
    const bytes = new Map([...parts].map(([number, segment]) => [number, bytesInMemory(segment.bytes)]))
    // What was deleted meanwhile is left out by whoever searches, and by the next merge.
    const merge = mergeSegments(inputs, bytesIn(bytes), () => false)
    return (await writeMerged(database, id, merge)).header
  } catch (error) {
    await removeSegmentFiles(database, [id])
    throw error
  }
}
