import {
  createIndexing,
  mergeOnce,
  openLibrary,
  segmentsIn,
  type HeldBatches,
  type IndexBatch,
} from '../../../renderer/library'

// The worker that indexes and merges, as that of the ingest page does while a sync goes on without a pause.

/** What it is told; it answers the last two when they are done. */
export type IndexQuestion =
  | { readonly kind: 'batch'; readonly batch: IndexBatch }
  | { readonly kind: 'index' }
  | { readonly kind: 'merge' }

/** Without a pause it is merged so often, in milliseconds. */
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
  const isDue = kind !== 'batch'
  if (isDue || segmentsIn(held) >= 1) await indexing.catchUp(isDue)
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
