import { setMaxListeners } from 'node:events'
import type { LibraryTrouble, ScheduledFeed, SyncState } from '../../preload/contract'
import type { IngestLink, Schedule } from '../ingest'
import type { HttpClient } from '../network'
import { runRound, type Progress } from './round'

/** Decides when feeds are asked. */
export interface Conductor {
  /** The feeds have changed, or the person's wishes. */
  reschedule(schedule: Schedule): void
  /** Asks the given feeds, or all, now. A round that runs is not disturbed: what it does not ask follows it. */
  refresh(feedIds: readonly number[] | null): void
  cancel(): void
  state(): SyncState
  /** The library cannot be used; null: it can again. */
  report(trouble: LibraryTrouble | null): void
}

/** What a conductor asks of the world. */
export interface ConductorWorld {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly online: () => boolean
}

const MINUTE = 60_000
/** At the start of the program feeds are asked that were not asked this recently. */
const START_PAUSE = 5 * MINUTE

const IDLE: Progress = { done: 0, total: 0, failed: 0, added: 0 }

/**
 * Asks feeds at the start of the program, when they are due, and when the person wants it; one round at a time.
 *
 * @param onState told of every change
 */
export function createConductor(
  client: HttpClient,
  link: IngestLink,
  world: ConductorWorld,
  onState: (state: SyncState) => void,
): Conductor {
  let schedule: Schedule = { feeds: [], refreshMinutes: 0 }
  let progress = IDLE
  let trouble: LibraryTrouble | null = null
  let round: AbortController | null = null
  let started = false
  let rounds = 0
  const wanted = new Set<number>()
  const running = new Set<number>()
  // The store's word comes a little later than the end of a round, or never when the disk is full.
  const asked = new Map<number, number>()

  const state = (): SyncState => ({ running: round !== null, rounds, ...progress, trouble })
  const lastAsked = (feed: ScheduledFeed): number => Math.max(feed.fetchedAt, asked.get(feed.feedId) ?? 0)
  const feedsDue = (): readonly ScheduledFeed[] => {
    const pause = started ? schedule.refreshMinutes * MINUTE : START_PAUSE
    const before = world.now() - pause
    // A time that lies ahead was written when the clock was wrong.
    const isDue = (asked: number): boolean => asked <= before || asked > world.now()
    return schedule.feeds.filter(feed => wanted.has(feed.feedId) || isDue(lastAsked(feed)))
  }
  const check = (): void => {
    if (round) return
    // Without a network nothing is due, but what the person asks for is tried.
    if (world.online()) {
      const due = feedsDue()
      if (schedule.feeds.length) started = true
      begin(due)
    } else begin(schedule.feeds.filter(feed => wanted.has(feed.feedId)))
  }
  const begin = (feeds: readonly ScheduledFeed[]): void => {
    if (!feeds.length) return
    const own = new AbortController()
    // Every feed of the round listens to it.
    setMaxListeners(0, own.signal)
    round = own
    for (const { feedId } of feeds) {
      wanted.delete(feedId)
      asked.set(feedId, world.now())
      running.add(feedId)
    }
    const tell = (now: Progress): void => {
      progress = now
      onState(state())
    }
    void runRound(feeds, client, link, own.signal, tell).finally(() => {
      round = null
      running.clear()
      rounds++
      onState(state())
      check()
    })
  }
  setInterval(check, MINUTE).unref()
  return {
    reschedule: next => {
      schedule = next
      check()
    },
    refresh: feedIds => {
      for (const feed of schedule.feeds)
        if (!feedIds || feedIds.includes(feed.feedId)) wanted.add(feed.feedId)
      check()
    },
    cancel: () => {
      wanted.clear()
      round?.abort()
    },
    state,
    report: found => {
      trouble = found
      onState(state())
    },
  }
}
