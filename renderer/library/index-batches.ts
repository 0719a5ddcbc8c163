import { buildSegment, type IndexDocument } from '../search'
import { TERMS_VERSION } from '../text'
import { atomically } from './atomically'
import { writePages } from './index-segments'
import { ledgerOf } from './ledger-store'
import { readDocuments } from './read-documents'
import type { Database, UnindexedRow } from './schema'

/** What a stored batch has for the index. */
export interface IndexBatch {
  readonly batch: number
  readonly documents: readonly IndexDocument[]
}

/** What the batches that are not indexed yet have for the index, by batch, as far as it is at hand. */
export type HeldBatches = Map<number, readonly IndexDocument[]>

/**
 * A segment gets no larger than this: about 30 MB of memory while it is built. The more articles it has, the fewer
 * segments there are to merge.
 */
export const SEGMENT_ARTICLES = 4096
const SEGMENT_CHARACTERS = 16_000_000
const ROWS_READ = 256
/** Milliseconds until it is seen again whether something is still to be indexed. */
const LOOKS_AGAIN = 50

/**
 * Makes one segment of the oldest batches that are stored and not indexed yet. Only one caller at a time, in all windows.
 *
 * Batches are taken in their order and none is left out, so whatever is merged meanwhile is older than all that waits.
 * The store knows which batches wait until their segment is in use, so whenever the program ends, nothing of an article
 * is missing in the index for good, and nothing is in it twice.
 *
 * @param held is read instead of the store, and emptied of what is indexed
 * @returns whether there was any
 */
export async function indexOnce(database: Database, held: HeldBatches = new Map()): Promise<boolean> {
  const rows = await database.unindexed.orderBy('batch').limit(ROWS_READ).toArray()
  // Articles that were stored by now are not taken for deleted ones.
  if (rows.some(({ batch }) => !held.has(batch))) await ledgerOf(database, 'store')
  const { taken, documents } = await take(database, rows, held)
  const last = taken.at(-1)
  if (last === undefined) return false
  // The transaction that read ends with this turn, and until then nothing is stored.
  await new Promise(resolve => setTimeout(resolve))
  const { header, pages } = buildSegment(documents)
  await writePages(database, last, pages)
  await atomically(database, [database.segments, database.unindexed], async () => {
    await database.unindexed.bulkDelete([...taken])
    if (documents.length) await database.segments.add({ id: last, header, terms: TERMS_VERSION })
  })
  for (const batch of held.keys()) if (batch <= last) held.delete(batch)
  return true
}

/** @returns when everything that is stored now is in the index @throws when the signal says so */
export async function untilIndexed({ unindexed }: Database, signal: AbortSignal): Promise<void> {
  const newest = await unindexed.orderBy('batch').last()
  while (newest && (await unindexed.where('batch').belowOrEqual(newest.batch).count()) > 0) {
    await new Promise(resolve => setTimeout(resolve, LOOKS_AGAIN))
    signal.throwIfAborted()
  }
}

/** As many of the rows as make a segment, and their documents by number: of two of one article the later one. */
async function take(
  database: Database,
  rows: readonly UnindexedRow[],
  held: HeldBatches,
): Promise<{ readonly taken: readonly number[]; readonly documents: readonly IndexDocument[] }> {
  const taken: number[] = []
  const documents = new Map<number, IndexDocument>()
  let characters = 0
  for (const { batch, articles } of rows) {
    if (documents.size >= SEGMENT_ARTICLES || characters >= SEGMENT_CHARACTERS) break
    taken.push(batch)
    for (const document of held.get(batch) ?? (await readDocuments(database, articles))) {
      documents.set(document.id, document)
      characters += document.text.length
    }
  }
  return { taken, documents: [...documents.values()].sort((one, other) => one.id - other.id) }
}
