import {
  IndexFormatError,
  mergeSegments,
  planMerge,
  type MergedSegment,
  type SegmentHeader,
  type StoredSegment,
} from '../search'
import { TERMS_VERSION } from '../text'
import { atomically } from './atomically'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import { pageStore } from './page-store'
import { MERGED, type Database, type IndexPageRow, type SegmentRow } from './schema'

/**
 * A transaction writes so many bytes of the index, some ten milliseconds' worth. The next one is begun after it, so
 * whoever waits for the store comes between: megabytes in a row held up every read for a third of a second.
 */
const BYTES_A_WRITE = 240 * 1024

const SEGMENTS_A_REMOVAL = 8

/** A segment that was written, but is not in use yet. */
export interface WrittenSegment {
  readonly id: number
  readonly header: SegmentHeader
}

/**
 * Merges the segments whose turn it is into one. Only one caller at a time, in all windows.
 *
 * The pages of the new segment are written first, and belong to nothing until it takes the place of the others in one
 * transaction; when that never happens they are swept away at the next start. Whoever reads the others meanwhile meets
 * a page that is gone, and reads the list of segments anew.
 *
 * @returns whether there was anything to merge
 */
export async function mergeOnce(database: Database): Promise<boolean> {
  const store = pageStore(database)
  const inputs = planMerge(await store.segments())
  if (!inputs) return false
  // Articles that were stored by now are not taken for deleted ones.
  const ledger = await ledgerOf(database, 'store')
  const id = await nextMergedId(database)
  try {
    const merge = mergeSegments(inputs, store.page, article => !isPresent(ledger, article))
    const { header, newest } = await writeMerged(database, id, merge)
    await replaceSegments(database, inputs, newest, [{ id, header }])
  } catch (error) {
    await removePages(database, [id])
    if (!(error instanceof IndexFormatError)) throw error
    // One of them cannot be read: all are made again from the articles.
    await database.segments.where('id').anyOf(inputs.map(input => input.id)).modify({ terms: 0 }) // prettier-ignore
  }
  return true
}

/** Counted apart from batches, and never used twice: whoever searches may still hold pages of one that is gone. */
export const nextMergedId = (database: Database): Promise<number> =>
  database.transaction('rw', database.sequence, async () => {
    const before = await database.sequence.get(MERGED)
    const segment = (before?.segment ?? 0) - 1
    await database.sequence.put({ id: MERGED, article: 0, bodyPage: 0, segment })
    return segment
  })

/** Writes the pages of a merge as they come; the segment is not in use yet. */
export async function writeMerged(
  database: Database,
  segmentId: number,
  merge: ReturnType<typeof mergeSegments>,
): Promise<MergedSegment> {
  const writer = createPageWriter(database, segmentId)
  let step = await merge.next()
  for (; !step.done; step = await merge.next()) await writer.write(step.value.pages)
  await writer.end()
  return step.value
}

/** Writes the pages of a segment that is not in use yet, from 0. */
export async function writePages(
  database: Database,
  segmentId: number,
  pages: readonly Uint8Array[],
): Promise<void> {
  const writer = createPageWriter(database, segmentId)
  for (const page of pages) await writer.write([page])
  await writer.end()
}

interface PageWriter {
  /** Writes the next pages with those that follow, or when there are enough of them. */
  readonly write: (pages: readonly Uint8Array[]) => Promise<void>
  /** Writes what is left. */
  readonly end: () => Promise<void>
}

function createPageWriter({ indexPages }: Database, segmentId: number): PageWriter {
  let waiting: IndexPageRow[] = []
  let bytes = 0
  let next = 0
  const end = async (): Promise<void> => {
    const rows = waiting
    waiting = []
    bytes = 0
    if (rows.length) await indexPages.bulkPut(rows)
  }
  return {
    end,
    write: async pages => {
      for (const page of pages) {
        waiting.push({ segmentId, number: next++, bytes: page })
        bytes += page.length
      }
      if (bytes >= BYTES_A_WRITE) await end()
    },
  }
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
  await removePages(database, ids)
}

const oldestTerms = (rows: readonly SegmentRow[]): number => Math.min(...rows.map(termsOf))

/** @returns the version of the terms in a segment */
export const termsOf = ({ terms = 0 }: SegmentRow): number => terms

/** @returns whether a segment holds what this program would write */
export const isUpToDate = (row: SegmentRow): boolean => termsOf(row) === TERMS_VERSION

async function removePages(database: Database, segments: readonly number[]): Promise<void> {
  const { indexPages } = database
  for (let start = 0; start < segments.length; start += SEGMENTS_A_REMOVAL)
    await database.transaction('rw', indexPages, () =>
      Promise.all(
        segments
          .slice(start, start + SEGMENTS_A_REMOVAL)
          .map(id => indexPages.where(':id').between([id], [id, []]).delete()),
      ),
    )
}

/**
 * Removes pages of segments that are in use no longer, or never were: the program ended before they could be removed,
 * or before they came into use. Call it while nobody merges.
 *
 * @returns the number of segments whose pages were removed
 */
export async function sweepIndex(database: Database): Promise<number> {
  const used = new Set(await database.segments.toCollection().primaryKeys())
  const orphans: number[] = []
  for (let last = -Infinity; ;) {
    const next = await database.indexPages.where(':id').above([last, []]).first()
    if (!next) break
    last = next.segmentId
    if (!used.has(last)) orphans.push(last)
  }
  // A batch may have brought one since the list was read.
  const rows = await database.segments.bulkGet(orphans)
  await removePages(database, orphans.filter((_, at) => !rows[at])) // prettier-ignore
  return orphans.length
}
