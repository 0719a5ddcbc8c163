import type { FromIngest, ScheduledFeed, SyncSettings, WaitingAddress } from '../../preload/contract'
import {
  AT_ONCE,
  countsByFeed,
  fetchStates,
  followTables,
  readSettings,
  waitingAddresses,
  type Database,
  type FeedRow,
  type Settings,
} from '../library'
import type { FetchState } from './fetch-state'

type Schedule = Extract<FromIngest, { kind: 'schedule' }>
type Waiting = Extract<FromIngest, { kind: 'waiting' }>

/** The queue may hold thousands: it is told whole, but not at each address that leaves it. */
const QUEUE_PAUSE = 3_000

/** What a sync learns of feeds, their titles above all, changes many rows and nothing of the schedule. */
const FEEDS_PAUSE = 5_000

/**
 * Tells the main process which feeds to fetch, now and when that changes. How a fetch ended is told by its job.
 *
 * @param onSettings told of the person's wishes before the main process is
 * @returns tells it at once: jobs that change feeds do so before they are answered
 */
export function announceSchedule(
  database: Database,
  post: (schedule: Schedule) => void,
  onSettings: (settings: Settings) => Promise<void>,
): () => Promise<void> {
  const tell = async (): Promise<void> => {
    try {
      const settings = await readSettings(database)
      await onSettings(settings)
      post(await readSchedule(database, settings))
    } catch (error) {
      console.error(error)
    }
  }
  // What is fetched a moment later is treated as the person wished.
  followTables(['settings'], tell, AT_ONCE)
  followTables(['feeds'], tell, FEEDS_PAUSE)
  return tell
}

/** Tells the main process what waits to be fetched, now and when the queue has changed. */
export function announceWaiting(database: Database, post: (waiting: Waiting) => void): void {
  const tell = async (): Promise<void> => {
    try {
      post({ kind: 'waiting', addresses: await readWaiting(database) })
    } catch (error) {
      console.error(error)
    }
  }
  followTables(['queue'], tell, QUEUE_PAUSE)
}

const readWaiting = async (database: Database): Promise<readonly WaitingAddress[]> =>
  (await waitingAddresses(database)).flatMap(({ id, kind, address, folderId, problem }) =>
    problem === null ? [{ id, kind, address, folderId }] : [],
  )

async function readSchedule(database: Database, settings: Settings): Promise<Schedule> {
  const [feeds, fetches, counts] = await Promise.all([
    database.feeds.toArray(),
    fetchStates(database),
    countsByFeed(database),
  ])
  const scheduled = feeds
    .filter(feed => /^https?:/.test(feed.url))
    .map(feed => scheduledFeed(feed, fetches.get(feed.id), (counts.get(feed.id)?.unread ?? 0) > 0))
  return {
    kind: 'schedule',
    feeds: scheduled,
    settings: syncSettings(settings),
  }
}

/** What the main process has to know of a feed; one that was never fetched is due. */
export const scheduledFeed = (
  feed: Pick<FeedRow, 'id' | 'url'>,
  fetch: FetchState | undefined,
  unread: boolean,
): ScheduledFeed => ({
  feedId: feed.id,
  url: feed.url,
  etag: fetch?.etag ?? null,
  lastModified: fetch?.lastModified ?? null,
  fetchedAt: fetch?.fetchedAt ?? 0,
  dueAt: fetch ? fetch.nextAt : 0,
  unread,
})

const syncSettings = ({ refreshMinutes, pauseOnBattery, pauseOnMetered, proxy }: Settings): SyncSettings => ({
  refreshMinutes,
  pauseOnBattery,
  pauseOnMetered,
  proxy,
})
