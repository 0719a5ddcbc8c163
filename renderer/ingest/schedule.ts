import type { FromIngest, ScheduledFeed } from '../../preload/contract'
import { fetchStates, followTables, readSettings, type Database } from '../library'

type Schedule = Extract<FromIngest, { kind: 'schedule' }>

/** Tells the main process which feeds to fetch, now and whenever that changes. */
export function announceSchedule(database: Database, post: (schedule: Schedule) => void): void {
  followTables(['feeds', 'fetches', 'settings'], async () => {
    await readSchedule(database).then(post, console.error)
  })
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
