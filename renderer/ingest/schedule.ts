import type { FromIngest, ScheduledFeed, SyncSettings } from '../../preload/contract'
import {
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

/**
 * Tells the main process which feeds to fetch, now and whenever that changes. How a fetch ended is told by its job.
 *
 * @param onSettings told of the person's wishes before the main process is
 */
export function announceSchedule(
  database: Database,
  post: (schedule: Schedule) => void,
  onSettings: (settings: Settings) => Promise<void>,
): void {
  followTables(['feeds', 'settings', 'queue'], async () => {
    try {
      const settings = await readSettings(database)
      await onSettings(settings)
      post(await readSchedule(database, settings))
    } catch (error) {
      console.error(error)
    }
  })
}

async function readSchedule(database: Database, settings: Settings): Promise<Schedule> {
  const [feeds, fetches, waiting, counts] = await Promise.all([
    database.feeds.toArray(),
    fetchStates(database),
    waitingAddresses(database),
    countsByFeed(database),
  ])
  const scheduled = feeds
    .filter(feed => /^https?:/.test(feed.url))
    .map(feed => scheduledFeed(feed, fetches.get(feed.id), (counts.get(feed.id)?.unread ?? 0) > 0))
  return {
    kind: 'schedule',
    feeds: scheduled,
    settings: syncSettings(settings),
    waiting: waiting.flatMap(({ id, kind, address, folderId, problem }) =>
      problem === null ? [{ id, kind, address, folderId }] : [],
    ),
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
