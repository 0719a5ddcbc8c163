import {
  createIndexing,
  mergeOnce,
  openLibrary,
  SEGMENT_ARTICLES,
  type HeldBatches,
  type IndexBatch,
} from '../../../renderer/library'

// The worker that indexes and merges, as that of the ingest page does while a sync goes on without a pause.

/** What it is told; it answers the last two when they are done. */
export type IndexQuestion =
  | { readonly kind: 'batch'; readonly batch: IndexBatch }
  | { readonly kind: 'index' }
  | { readonly kind: 'merge' }

/** Without a pause it is written and merged so often: after so many articles, and so many milliseconds. */
const MOST_UNWRITTEN = 4 * SEGMENT_ARTICLES
const LONGEST_WAIT = 120_000

const held: HeldBatches = new Map()
const opened = openLibrary(undefined, 'relaxed').then(database => ({
  database,
  indexing: createIndexing(database, held),
}))
let working: Promise<void> = Promise.resolve()
let mergedAt = performance.now()

async function catchUp(kind: IndexQuestion['kind']): Promise<void> {
  const { database, indexing } = await opened
  const count = [...held.values()].reduce((sum, documents) => sum + documents.length, 0)
  const isDue = kind !== 'batch'
  if (isDue || count >= SEGMENT_ARTICLES) while ((await indexing.build()) && isDue);
  if (isDue || indexing.built() >= MOST_UNWRITTEN) await indexing.write()
  if (kind !== 'merge' && performance.now() < mergedAt + LONGEST_WAIT) return
  while (await mergeOnce(database));
  mergedAt = performance.now()
}

self.onmessage = async ({ data }: MessageEvent<IndexQuestion>): Promise<void> => {
  if (data.kind === 'batch') held.set(data.batch.batch, data.batch.documents)
  working = working.then(() => catchUp(data.kind))
  await working
  if (data.kind !== 'batch') self.postMessage(null)
}
