import {
  indexOnce,
  mergeOnce,
  openLibrary,
  SEGMENT_ARTICLES,
  type Database,
  type HeldBatches,
  type IndexBatch,
} from '../../../renderer/library'

// The worker that indexes and merges, as that of the ingest page does, but without waiting for a pause.

/** What it is told; it answers when it is finished. */
export type IndexQuestion =
  { readonly kind: 'batch'; readonly batch: IndexBatch } | { readonly kind: 'finish' }

const held: HeldBatches = new Map()
const opened = openLibrary(undefined, 'relaxed')
let working: Promise<void> = Promise.resolve()

async function catchUp(database: Database, isLast: boolean): Promise<void> {
  const count = [...held.values()].reduce((sum, documents) => sum + documents.length, 0)
  if (count < SEGMENT_ARTICLES && !isLast) return
  while (await indexOnce(database, held));
  while (await mergeOnce(database));
}

self.onmessage = async ({ data }: MessageEvent<IndexQuestion>): Promise<void> => {
  if (data.kind === 'batch') held.set(data.batch.batch, data.batch.documents)
  const isLast = data.kind === 'finish'
  working = working.then(async () => catchUp(await opened, isLast))
  await working
  if (isLast) self.postMessage(null)
}
