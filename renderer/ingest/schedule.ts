import { liveQuery } from 'dexie'
import type { FromIngest, ScheduledFeed } from '../../preload/contract'
import { fetchStates, readSettings, type Database } from '../library'

type Schedule = Extract<FromIngest, { kind: 'schedule' }>

/** Tells the main process which feeds to fetch, now and whenever that changes. */
export function announceSchedule(database: Database, post: (schedule: Schedule) => void): void {
  // A live query that is still running when the data changes again runs once more after it, not once a change.
  liveQuery(() => readSchedule(database)).subscribe(post)
}

async function readSchedule(database: Database): Promise<Schedule> {
  const [feeds, fetches, settings] = await Promise.all([
    database.feeds.toArray(),
    fetchStates(database),
    readSettings(database),
  ])
  const scheduled = feeds
    .filter(feed => /^https?:/.test(feed.url))
    .map((feed): ScheduledFeed => {
      const fetch = fetches.get(feed.id)
      return {
        feedId: feed.id,
        url: feed.url,
        etag: fetch?.etag ?? null,
        lastModified: fetch?.lastModified ?? null,
        fetchedAt: fetch?.fetchedAt ?? 0,
      }
    })
  return { kind: 'schedule', feeds: scheduled, refreshMinutes: settings.refreshMinutes }
}
