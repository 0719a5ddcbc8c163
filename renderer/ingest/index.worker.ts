import { Dexie } from 'dexie'
import {
  INDEX_RENEWAL,
  indexOnce,
  mergeOnce,
  openLibrary,
  renewOnce,
  SEGMENT_ARTICLES,
  sweepIndex,
  type Database,
  type HeldBatches,
  type IndexBatch,
} from '../library'
import { createPause, type PauseLimits } from './pause'

// Writes the search index of what was stored, keeps it small in number of segments, and as this program would write it.
// A worker, because that computes for seconds; of the ingest page, because that lives as long as the program.

/**
 * What is stored can be searched after so long, in milliseconds. A sync stores several batches a second, and the more
 * of them go into one segment, the less is to be merged.
 */
const INDEXING: PauseLimits = { pause: 600, longest: 5_000 }
/** What a sync brings is merged when it pauses, or at the latest after so long. */
const MERGING: PauseLimits = { pause: 5_000, longest: 120_000 }
/** What failed may succeed later: there may be room on the disk again. */
const RETRY = 60_000

/** Only one in all windows; it holds the lock until it ends. */
const LOCK = 'library-index'

/** Of the batches that the page has stored; more than this waits in the store alone. */
const held: HeldBatches = new Map()
const MOST_HELD = 2 * SEGMENT_ARTICLES
const heldArticles = (): number => [...held.values()].reduce((sum, documents) => sum + documents.length, 0)

const stored = createPause('unindexed', INDEXING)
const indexed = createPause('segments', MERGING)

/** What the page posts. */
export interface ToIndex extends IndexBatch {
  /** Whether the person waits for it. */
  readonly isAwaited: boolean
}

self.onmessage = ({ data: { batch, documents, isAwaited } }: MessageEvent<ToIndex>): void => {
  const articles = heldArticles() + documents.length
  if (articles <= MOST_HELD) held.set(batch, documents)
  if (isAwaited || articles >= SEGMENT_ARTICLES) stored.end()
}

async function run(): Promise<void> {
  const database = await openLibrary(undefined, 'relaxed')
  Dexie.on('storagemutated', (parts: object) => {
    stored.heed(parts)
    indexed.heed(parts)
  })
  await persistently(database, () => sweepIndex(database))
  const channel = new BroadcastChannel(INDEX_RENEWAL)
  const tell = (articles: number): void => channel.postMessage(articles)
  await Promise.all([
    again(database, stored.over, async () => {
      // What comes meanwhile waits for its own pause.
      while ((await indexOnce(database, held)) && !stored.isComing());
    }),
    // It takes part in a turn with the other: each of their steps is short, and neither touches what the other does.
    again(database, indexed.over, async () => {
      while ((await renewOnce(database, tell)) || (await mergeOnce(database)));
    }),
  ])
}

/** Works, waits for a reason to work again, and so on. */
async function again(
  database: Database,
  reason: () => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  for (;;) {
    await persistently(database, work)
    await reason()
  }
}

async function persistently(database: Database, work: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      if (!database.isOpen()) await database.open()
      await work()
      return
    } catch (error) {
      console.error(error)
      await new Promise(resolve => setTimeout(resolve, RETRY))
    }
}

void navigator.locks.request(LOCK, run)
