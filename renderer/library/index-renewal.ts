import { buildSegment, documentIds, type IndexDocument, type Segment } from '../search'
import { TERMS_VERSION } from '../text'
import { nextTurn } from './next-turn'
import { readDocuments } from './read-documents'
import { writeParts } from './index-parts'
import {
  isUpToDate,
  nextMergedId,
  removeUnused,
  replaceSegments,
  type WrittenSegment,
} from './index-segments'
import { ledgerOf } from './ledger-store'
import type { Database, SegmentRow } from './schema'
import { openSegmentFile } from './segment-files'

/** So many articles are read at a time, … */
const READ_AT_ONCE = 16
/** … and so many indexed, or fewer long ones. */
const PART_ARTICLES = 128
const PART_CHARACTERS = 4_000_000
/** Their segments wait in memory and are written as one, or as several of about this size. */
const MOST_BYTES = 32 * 2 ** 20

/** The name of the channel that tells how many articles of the segment in hand are renewed. */
export const INDEX_RENEWAL = 'index-renewal'

/** How far the index is renewed. */
export interface IndexRenewal {
  readonly articles: number
  /** Of them, those that are indexed as this program does. */
  readonly renewed: number
}

/** @returns how many articles of the index are as this program would index them */
export async function indexRenewal(database: Database): Promise<IndexRenewal> {
  const rows = await database.segments.toArray()
  const count = (some: readonly SegmentRow[]): number =>
    some.reduce((sum, { header }) => sum + header.documentCount, 0)
  return { articles: count(rows), renewed: count(rows.filter(isUpToDate)) }
}

/**
 * Indexes the articles of one segment again whose terms an earlier program made, or which cannot be read: the index
 * holds nothing that the articles do not. Only one caller at a time, in all windows.
 *
 * @param tell is told how many of its articles are done, now and then
 * @returns whether there was one
 */
export async function renewOnce(
  database: Database,
  tell: (articles: number) => void = () => undefined,
): Promise<boolean> {
  const row = (await database.segments.toArray()).find(segment => !isUpToDate(segment))
  if (!row) return false
  // Articles that were stored by now are not taken for deleted ones.
  const { order } = await ledgerOf(database, 'store')
  const ids = (await idsOf(database, order, row)).toSorted((one, other) => one - other)
  const written: WrittenSegment[] = []
  try {
    let parts = new Map<number, Segment>()
    for (let start = 0; start < ids.length;) {
      const { documents, end } = await readPart(database, ids, start)
      // As in `createIndexing`: the transaction that read ends with this turn.
      await nextTurn()
      if (documents.length) parts.set(start, buildSegment(documents))
      if (parts.size > 0 && (end === ids.length || bytesOf(parts) > MOST_BYTES)) {
        const id = await nextMergedId(database)
        written.push({ id, header: await writeParts(database, id, parts) })
        parts = new Map()
      }
      tell(end)
      start = end
    }
  } catch (error) {
    await removeUnused(
      database,
      written.map(({ id }) => id),
    )
    throw error
  }
  await replaceSegments(database, [row], row.newest ?? row.id, written, TERMS_VERSION)
  return true
}

/** Reads the next articles of the list, as many as are to be indexed at once. */
async function readPart(
  database: Database,
  ids: readonly number[],
  start: number,
): Promise<{ readonly documents: readonly IndexDocument[]; readonly end: number }> {
  const documents: IndexDocument[] = []
  let end = start
  let characters = 0
  while (end < Math.min(ids.length, start + PART_ARTICLES) && characters < PART_CHARACTERS) {
    for (const document of await readDocuments(database, ids.slice(end, end + READ_AT_ONCE))) {
      documents.push(document)
      characters += document.text.length
    }
    end = Math.min(ids.length, end + READ_AT_ONCE)
  }
  return { documents, end }
}

const bytesOf = (parts: ReadonlyMap<number, Segment>): number =>
  [...parts.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)

/** Where the segment cannot say which articles it holds, it may be any between its first and its last one. */
async function idsOf(
  database: Database,
  order: Uint32Array,
  { id, newest = id, header }: SegmentRow,
): Promise<readonly number[]> {
  try {
    const bytes = await openSegmentFile(database, id)
    try {
      return [...documentIds({ id, newest, header }, bytes)]
    } finally {
      bytes.close()
    }
  } catch {
    return [...order].filter(article => article >= header.firstId && article <= header.lastId)
  }
}
