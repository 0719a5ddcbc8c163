import { Dexie } from 'dexie'
import { INDEX_RENEWAL, mergeOnce, openLibrary, renewOnce, sweepIndex } from '../library'

// Keeps the search index small in number of segments, and as this program would write it. A worker, because merging
// computes for seconds; of the ingest page, because that lives as long as the program and nobody waits for it.

/** What a sync brings is merged when it pauses, in milliseconds, or at the latest after so long. */
const PAUSE = 5_000
const LONGEST_WAIT = 120_000
/** What failed may succeed later: there may be room on the disk again. */
const RETRY = 60_000

/** Only one in all windows; it holds the lock until it ends. */
const LOCK = 'library-index'

async function run(): Promise<void> {
  const database = await openLibrary(undefined, 'relaxed')
  const changed = segmentsChange()
  const channel = new BroadcastChannel(INDEX_RENEWAL)
  const tell = (articles: number): void => channel.postMessage(articles)
  for (let isSwept = false; ;) {
    try {
      if (!database.isOpen()) await database.open()
      if (!isSwept) await sweepIndex(database)
      isSwept = true
      while ((await renewOnce(database, tell)) || (await mergeOnce(database)));
      await changed()
    } catch (error) {
      console.error(error)
      await new Promise(resolve => setTimeout(resolve, RETRY))
    }
  }
}

/** @returns waits for the next change of the list of segments, and for the pause behind it */
function segmentsChange(): () => Promise<void> {
  let last = -Infinity
  let since: number | null = null
  let wake = (): void => undefined
  Dexie.on('storagemutated', (parts: object) => {
    if (!Object.keys(parts).some(part => part.includes('/segments/'))) return
    last = performance.now()
    since ??= last
    wake()
  })
  return async () => {
    if (since === null) await new Promise<void>(resolve => (wake = resolve))
    for (
      let left = PAUSE;
      left > 0;
      left = Math.min(last + PAUSE, (since ?? 0) + LONGEST_WAIT) - performance.now()
    )
      await new Promise(resolve => setTimeout(resolve, left))
    since = null
  }
}

void navigator.locks.request(LOCK, run)
