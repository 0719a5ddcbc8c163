import {
  IndexFormatError,
  mergeSegments,
  planMerge,
  verifySegment,
  type MergedSegment,
  type SegmentBytes,
  type SegmentHeader,
  type StoredSegment,
} from '../search'
import { TERMS_VERSION } from '../text'
import { atomically } from './atomically'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import { nextTurn } from './next-turn'
import { MERGED, type Database, type SegmentRow } from './schema'
import { createSegmentFile, openSegmentFile, removeSegmentFiles } from './segment-files'
import { segmentStore } from './segment-store'

/** Whoever merges or verifies lets others have their turn after so many milliseconds. */
const LONGEST_TURN = 50

/** A segment that was written, but is not in use yet. */
export interface WrittenSegment {
  readonly id: number
  readonly header: SegmentHeader
}

/**
 * Merges the segments whose turn it is into one. Only one caller at a time, in all windows.
 *
 * The file of the new segment is written first, and belongs to nothing until the segment takes the place of the others
 * in one transaction; when that never happens it is swept away at the next start.
 *
 * @returns whether there was anything to merge
 * @throws IndexFormatError when some of them are damaged; they are given up then, for `renewOnce`
 */
export async function mergeOnce(database: Database): Promise<boolean> {
  const inputs = planMerge(await segmentStore(database).segments())
  if (!inputs) return false
  // What is damaged would be damaged in the merged segment as well, and look sound.
  const damaged = await damagedOf(database, inputs, verifySegment)
  if (damaged.length) {
    await giveUp(database, damaged)
    throw new IndexFormatError(`Segments ${damaged.join()} are damaged`)
  }
  // Articles that were stored by now are not taken for deleted ones.
  const ledger = await ledgerOf(database, 'store')
  const id = await nextMergedId(database)
  try {
    const { header, newest } = await mergeFiles(database, id, inputs, article => !isPresent(ledger, article))
    await replaceSegments(database, inputs, newest, [{ id, header }])
  } catch (error) {
    if (error instanceof IndexFormatError)
      await giveUp(
        database,
        inputs.map(input => input.id),
      )
    throw error
  }
  return true
}

/**
 * @param verify says in steps whether a segment is sound; IndexFormatError says that it is not
 * @returns the numbers of those of the segments that are damaged
 */
export async function damagedOf(
  database: Database,
  segments: readonly StoredSegment[],
  verify: (stored: StoredSegment, bytes: SegmentBytes) => Generator<unknown, boolean, void>,
): Promise<readonly number[]> {
  const isDamaged = async (stored: StoredSegment): Promise<boolean> => {
    try {
      const bytes = await openSegmentFile(database, stored.id)
      try {
        return !(await inTurns(verify(stored, bytes)))
      } finally {
        bytes.close()
      }
    } catch (error) {
      if (error instanceof IndexFormatError) return true
      throw error
    }
  }
  const damaged: number[] = []
  for (const stored of segments) if (await isDamaged(stored)) damaged.push(stored.id)
  return damaged
}

/** Segments that cannot be read: they are made again from the articles, and left out by whoever searches until then. */
export async function giveUp({ segments }: Database, ids: readonly number[]): Promise<void> {
  if (ids.length) await segments.where('id').anyOf(ids).modify({ terms: 0, isLost: true })
}

async function mergeFiles(
  database: Database,
  id: number,
  inputs: readonly StoredSegment[],
  isDeleted: (article: number) => boolean,
): Promise<MergedSegment> {
  const opened = new Map<number, SegmentBytes>()
  try {
    for (const input of inputs) opened.set(input.id, await openSegmentFile(database, input.id))
    return await writeMerged(database, id, mergeSegments(inputs, bytesIn(opened), isDeleted))
  } catch (error) {
    await removeSegmentFiles(database, [id])
    throw error
  } finally {
    for (const bytes of opened.values()) bytes.close()
  }
}

/** @returns gives the bytes of each of these segments @throws IndexFormatError by that, when one is not among them */
export const bytesIn =
  (segments: ReadonlyMap<number, SegmentBytes>) =>
  (segment: number): SegmentBytes => {
    const bytes = segments.get(segment)
    if (!bytes) throw new IndexFormatError(`Segment ${segment} is gone`)
    return bytes
  }

/** Counted apart from batches, and never used twice: whoever searches may still read one that is gone. */
export const nextMergedId = (database: Database): Promise<number> =>
  database.transaction('rw', database.sequence, async () => {
    const before = await database.sequence.get(MERGED)
    const segment = (before?.segment ?? 0) - 1
    await database.sequence.put({ id: MERGED, article: 0, bodyPage: 0, segment })
    return segment
  })

/** Writes a merge as it goes on; the segment is not in use yet. */
export async function writeMerged(
  database: Database,
  segmentId: number,
  merge: ReturnType<typeof mergeSegments>,
): Promise<MergedSegment> {
  const writer = await createSegmentFile(database, segmentId)
  try {
    const merged = await inTurns(merge, writer.write)
    writer.end()
    return merged
  } finally {
    await writer.close()
  }
}

/** Takes steps to their end, with pauses in which others have their turn. @param take what each step brought */
async function inTurns<Step, Result>(
  steps: Generator<Step, Result, void>,
  take: (step: Step) => void = () => undefined,
): Promise<Result> {
  let began = performance.now()
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    take(step.value)
    if (performance.now() < began + LONGEST_TURN) continue
    await nextTurn()
    began = performance.now()
  }
  return step.value
}

/**
 * Puts segments in the place of others.
 *
 * @param newest the newest batch in the new ones
 * @throws when one of the others is no longer there; nothing is changed then
 */
export async function replaceSegments(
  database: Database,
  olds: readonly Pick<StoredSegment, 'id'>[],
  newest: number,
  news: readonly WrittenSegment[],
  terms?: number,
): Promise<void> {
  const ids = olds.map(({ id }) => id)
  try {
    await atomically(database, [database.segments], async () => {
      const rows = await database.segments.bulkGet(ids)
      const found = rows.filter(row => row !== undefined)
      if (found.length < ids.length) throw new Error('a segment is gone that was to be replaced')
      await database.segments.bulkDelete(ids)
      await database.segments.bulkAdd(
        news
          .filter(({ header }) => header.documentCount > 0)
          .map(({ id, header }) => ({ id, header, newest, terms: terms ?? oldestTerms(found) })),
      )
    })
  } finally {
    await removeUnused(database, [...ids, ...news.map(({ id }) => id)])
  }
}

/** Removes the files of segments that are not in use: of those that were replaced, or did not come into use. */
export async function removeUnused(database: Database, segments: readonly number[]): Promise<void> {
  // Where the store cannot say it, they are swept away at the next start.
  const rows = await database.segments.bulkGet([...segments]).catch(() => null)
  if (rows) await removeSegmentFiles(database, segments.filter((_, at) => !rows[at])) // prettier-ignore
}

const oldestTerms = (rows: readonly SegmentRow[]): number => Math.min(...rows.map(termsOf))

/** @returns the version of the terms in a segment */
const termsOf = ({ terms = 0 }: SegmentRow): number => terms

/** @returns whether a segment holds what this program would write */
export const isUpToDate = (row: SegmentRow): boolean => termsOf(row) === TERMS_VERSION
