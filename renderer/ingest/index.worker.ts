import { Dexie } from 'dexie'
import {
  createIndexing,
  INDEX_DAMAGE,
  INDEX_RENEWAL,
  mergeOnce,
  openLibrary,
  renewOnce,
  segmentsIn,
  sweepIndex,
  verifyIndex,
  type Database,
  type HeldBatches,
  type IndexBatch,
} from '../library'
import { IndexFormatError } from '../search'
import { createPause, type PauseLimits } from './pause'

// Writes the search index of what was stored, keeps it small in number of segments, and as this program would write it.
// A worker, because that computes for seconds; of the ingest page, because that lives as long as the program.

/**
 * What is stored can be searched after so long, in milliseconds. The more of it is written as one segment, the less is
 * merged later, which writes it all once more.
 */
const INDEXING: PauseLimits = { pause: 600, longest: 15_000 }
/** What a sync brings is merged when it pauses, or at the latest after so long. */
const MERGING: PauseLimits = { pause: 5_000, longest: 120_000 }
/** What failed may succeed later: there may be room on the disk again. */
const RETRY = 60_000

/** Only one in all windows; it holds the lock until it ends. */
const LOCK = 'library-index'

/** Of the batches that the page has stored; what would make more segments waits in the store alone. */
const held: HeldBatches = new Map()
const MOST_HELD = 2

const stored = createPause('unindexed', INDEXING)
const indexed = createPause('segments', MERGING)

/** What the page posts. */
export interface ToIndex extends IndexBatch {
  /** Whether the person waits for it. */
  readonly isAwaited: boolean
}

/** Whether the person waits for what is held. */
let isAwaited = false
/** Whether somebody met a segment that cannot be read. */
let isDamaged = false
/** All of the index is read for it, which takes seconds: not with every key that somebody types, and less often in vain. */
const VERIFIES_APART = 60_000
const verifying = { mayAt: 0, apart: VERIFIES_APART }

new BroadcastChannel(INDEX_DAMAGE).onmessage = () => {
  isDamaged = true
  setTimeout(() => indexed.end(), Math.max(0, verifying.mayAt - performance.now()))
}

self.onmessage = ({ data }: MessageEvent<ToIndex>): void => {
  if (segmentsIn(held) < MOST_HELD) held.set(data.batch, data.documents)
  isAwaited ||= data.isAwaited
  if (isAwaited || segmentsIn(held) >= 1) stored.end()
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
  const indexing = createIndexing(database, held)
  await Promise.all([
    again(database, stored.over, async isOver => {
      const wasAwaited = isAwaited
      isAwaited = false
      try {
        await indexing.catchUp(isOver || wasAwaited)
      } catch (error) {
        isAwaited ||= wasAwaited
        throw error
      }
    }),
    // It takes part in a turn with the other: each of their steps is short, and neither touches what the other does.
    again(database, indexed.over, async () => {
      let isTrusted = true
      for (let isMore = true; isMore;) {
        if (isDamaged && performance.now() >= verifying.mayAt) await verify(database)
        try {
          isMore = (await renewOnce(database, tell)) || (await mergeOnce(database))
        } catch (error) {
          // What was just made again is damaged again: the disk is not to be kept busy with it.
          if (!(error instanceof IndexFormatError) || !isTrusted) throw error
          isTrusted = false
        }
      }
    }),
  ])
}

async function verify(database: Database): Promise<void> {
  isDamaged = false
  try {
    const found = await verifyIndex(database)
    verifying.apart = found ? VERIFIES_APART : 2 * verifying.apart
  } catch (error) {
    isDamaged = true
    throw error
  } finally {
    verifying.mayAt = performance.now() + verifying.apart
  }
}

/** Works, waits for a reason to work again, and so on. */
async function again(
  database: Database,
  reason: () => Promise<boolean>,
  work: (isOver: boolean) => Promise<void>,
): Promise<void> {
  for (let isOver = true; ; isOver = await reason()) await persistently(database, () => work(isOver))
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
