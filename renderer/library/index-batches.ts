import { buildSegment, type IndexDocument, type Segment } from '../search'
import { TERMS_VERSION } from '../text'
import { atomically } from './atomically'
import { writeParts } from './index-parts'
import { removeUnused } from './index-segments'
import { ledgerOf } from './ledger-store'
import { nextTurn } from './next-turn'
import { readDocuments } from './read-documents'
import type { Database, UnindexedRow } from './schema'

/** What a stored batch has for the index. */
export interface IndexBatch {
  readonly batch: number
  readonly documents: readonly IndexDocument[]
}

/** What the batches that are not indexed yet have for the index, by batch, as far as it is at hand. */
export type HeldBatches = Map<number, readonly IndexDocument[]>

/** Turns batches that are stored and not indexed yet into segments. Only one in all windows. */
export interface Indexing {
  /**
   * Makes a segment of the oldest batches of which none is made yet, in memory, and lets go what is held of them.
   *
   * Batches are taken in their order and none is left out, so whatever is merged meanwhile is older than all that waits.
   *
   * @returns whether a batch waited
   */
  readonly build: () => Promise<boolean>
  /**
   * Writes what was made since the last time, as one segment, which then can be searched.
   *
   * The store knows which batches wait until their segment is in use, so whenever the program ends, nothing of an
   * article is missing in the index for good, and nothing is in it twice.
   *
   * @returns whether there was any
   */
  readonly write: () => Promise<boolean>
  /** Makes a segment of what waits and writes them when there are several; when it is due, all that waits is written. */
  readonly catchUp: (isDue: boolean) => Promise<void>
}

/** A segment that is not written; null when no article of its batches is there any more. */
interface Part {
  readonly batches: readonly number[]
  /** The newest of them. */
  readonly last: number
  readonly segment: Segment | null
}

/** What a segment is made of at once takes about 30 MB of memory. */
const SEGMENT_ARTICLES = 4096
const SEGMENT_CHARACTERS = 16_000_000
const ROWS_READ = 256
/** So many segments are written as one: 30 MB wait in memory. */
const MOST_UNWRITTEN = 4
/** Milliseconds until it is seen again whether something is still to be indexed. */
const LOOKS_AGAIN = 50

/** @returns how many segments the batches would make, the last one in part */
export function segmentsIn(held: HeldBatches): number {
  let [articles, characters] = [0, 0]
  for (const documents of held.values()) {
    articles += documents.length
    for (const { text } of documents) characters += text.length
  }
  return Math.max(articles / SEGMENT_ARTICLES, characters / SEGMENT_CHARACTERS)
}

/** @param held is read instead of the store, and emptied of what is built */
export function createIndexing(database: Database, held: HeldBatches = new Map()): Indexing {
  const parts: Part[] = []
  /** @returns the newest batch in it; null when none waited */
  const build = async (): Promise<number | null> => {
    const rows = await database.unindexed
      .where('batch')
      .above(parts.at(-1)?.last ?? -Infinity)
      .limit(ROWS_READ)
      .toArray()
    // Articles that were stored by now are not taken for deleted ones.
    if (rows.some(({ batch }) => !held.has(batch))) await ledgerOf(database, 'store')
    const { batches, documents } = await take(database, rows, held)
    const last = batches.at(-1)
    if (last === undefined) return null
    // The transaction that read ends with this turn, and until then nothing is stored.
    await nextTurn()
    parts.push({ batches, last, segment: documents.length ? buildSegment(documents) : null })
    for (const batch of held.keys()) if (batch <= last) held.delete(batch)
    return last
  }
  const write = async (): Promise<boolean> => {
    // What cannot be written is built again: the store knows of it, and memory is not to fill while the disk is full.
    const written = parts.splice(0)
    const last = written.at(-1)?.last
    if (last === undefined) return false
    const segments = new Map(
      written.flatMap(({ last, segment }) => (segment ? [[last, segment] as const] : [])),
    )
    const header = segments.size ? await writeParts(database, last, segments) : null
    try {
      await atomically(database, [database.segments, database.unindexed], async () => {
        await database.unindexed.bulkDelete(written.flatMap(({ batches }) => batches))
        if (header) await database.segments.add({ id: last, header, terms: TERMS_VERSION })
      })
    } catch (error) {
      await removeUnused(database, [last])
      throw error
    }
    return true
  }
  const catchUp = async (isDue: boolean): Promise<void> => {
    // What comes meanwhile waits for its own turn, or a sync would be written batch by batch.
    const newest = isDue ? ((await newestOf(database))?.batch ?? -Infinity) : -Infinity
    let last: number | null
    do {
      last = await build()
      if (parts.length >= MOST_UNWRITTEN) await write()
    } while (last !== null && last < newest)
    if (isDue) await write()
  }
  return { build: async () => (await build()) !== null, write, catchUp }
}

/**
 * Makes one segment of the oldest batches that wait, and writes it. Only one caller at a time, in all windows.
 *
 * @returns whether there was any
 */
export async function indexOnce(database: Database, held?: HeldBatches): Promise<boolean> {
  const indexing = createIndexing(database, held)
  await indexing.build()
  return indexing.write()
}

const newestOf = ({ unindexed }: Pick<Database, 'unindexed'>): PromiseLike<UnindexedRow | undefined> =>
  unindexed.orderBy('batch').last()

/** @returns when everything that is stored now is in the index @throws when the signal says so */
export async function untilIndexed({ unindexed }: Database, signal: AbortSignal): Promise<void> {
  const newest = await newestOf({ unindexed })
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
): Promise<{ readonly batches: readonly number[]; readonly documents: readonly IndexDocument[] }> {
  const batches: number[] = []
  const documents = new Map<number, IndexDocument>()
  let characters = 0
  for (const { batch, articles } of rows) {
    if (documents.size >= SEGMENT_ARTICLES || characters >= SEGMENT_CHARACTERS) break
    batches.push(batch)
    for (const document of held.get(batch) ?? (await readDocuments(database, articles))) {
      documents.set(document.id, document)
      characters += document.text.length
    }
  }
  return { batches, documents: [...documents.values()].sort((one, other) => one.id - other.id) }
}
