import { setMaxListeners } from 'node:events'
import type { LibraryTrouble, ScheduledFeed, SyncPause, SyncState } from '../../preload/contract'
import type { IngestLink, Schedule } from '../ingest'
import type { HttpClient } from '../network'
import { byUrgency } from './urgency'
import { createPace, type Pace } from './pace'
import { refreshFeed } from './refresh'

/** Decides when feeds are asked. */
export interface Conductor {
  /** The feeds have changed, or the person's wishes. */
  reschedule(schedule: Schedule): void
  /** Asks the given feeds, or all, now. */
  refresh(feedIds: readonly number[] | null): void
  /** The feeds whose articles are on the screen: they go first. */
  look(feedIds: readonly number[]): void
  /** Asks what is due: the computer woke up, the network is back, the plug is in. */
  check(): void
  cancel(): void
  state(): SyncState
  /** Whether other things may be fetched: no feed is asked, and nothing is paused. */
  idle(): boolean
  /** Tells the state anew: something in it that others know has changed. */
  tell(): void
  /** The library cannot be used; null: it can again. */
  report(trouble: LibraryTrouble | null): void
}

/** What a conductor asks of the world. */
export interface ConductorWorld {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly online: () => boolean
  readonly onBattery: () => boolean
  /** Whether the network is paid by volume, as far as is known. */
  readonly metered: () => boolean
  /** Articles that are still to be completed. */
  readonly completing: () => number
  /** No feed is asked any more. */
  readonly onIdle: () => void
  /** Tells the person once a round of new articles in feeds that they want to be told of. */
  readonly notify: (titles: readonly string[], added: number) => void
}

/** How often it is looked whether anything is due. */
const TICK = 15_000

/** From the first feed that is asked to the last one that was: whatever is wanted meanwhile joins in. */
interface Round {
  readonly controller: AbortController
  readonly pace: Pace
  /** Feeds that are not finished, and those of them whose turn has come. */
  readonly joined: Set<number>
  readonly asking: Set<number>
  readonly heard: Set<string>
  heardOf: number
  done: number
  total: number
  failed: number
  added: number
}

const IDLE = { done: 0, total: 0, failed: 0, added: 0 }

/**
 * Asks feeds when they are due and when the person wants it.
 *
 * What is due by itself is spread out, so that starting the program or waking the computer makes no burst; what the
 * person asks for, and feeds that were never fetched, are asked at once. Each feed goes its own way: a dead one delays
 * no other.
 *
 * @param onState told of every change
 */
export function createConductor(
  client: HttpClient,
  link: IngestLink,
  world: ConductorWorld,
  onState: (state: SyncState) => void,
): Conductor {
  const feeds = new Map<number, ScheduledFeed>()
  const wanted = new Set<number>()
  let wishes = { refreshMinutes: 0, pauseOnBattery: false, pauseOnMetered: false }
  let onScreen: ReadonlySet<number> = new Set()
  let trouble: LibraryTrouble | null = null
  let round: Round | null = null
  let last: Pick<SyncState, 'done' | 'total' | 'failed' | 'added'> = IDLE
  let rounds = 0

  const paused = (): SyncPause | null => {
    if (!world.online()) return 'offline'
    if (wishes.pauseOnBattery && world.onBattery()) return 'battery'
    return wishes.pauseOnMetered && world.metered() ? 'metered' : null
  }
  let told = paused()
  const state = (): SyncState => {
    const { done, total, failed, added } = round ?? last
    const asking = round ? [...round.asking] : []
    const completing = world.completing()
    return { running: round !== null, rounds, done, total, failed, added, paused: paused(), asking, completing, trouble } // prettier-ignore
  }
  const isDue = ({ dueAt, fetchedAt }: ScheduledFeed): boolean =>
    // A time that lies ahead was written when the clock was wrong.
    dueAt !== null && (dueAt <= world.now() || fetchedAt > world.now())
  const check = (): void => {
    const pause = paused()
    const resting = [...feeds.values()].filter(feed => !round?.joined.has(feed.feedId))
    const asked = resting.filter(feed => wanted.has(feed.feedId))
    // Without a network nothing is due, but what the person asks for is tried.
    const due = pause ? [] : resting.filter(feed => !wanted.has(feed.feedId) && isDue(feed))
    wanted.clear()
    const isNew = (feed: ScheduledFeed): boolean => feed.fetchedAt === 0
    join([...asked, ...due.filter(isNew)], false)
    join(due.filter(feed => !isNew(feed)), true) // prettier-ignore
    if (pause !== told) onState(state())
    if (told && !pause) world.onIdle()
    told = pause
  }
  const join = (joining: readonly ScheduledFeed[], isPaced: boolean): void => {
    if (!joining.length) return
    const own = (round ??= newRound())
    if (!isPaced) own.pace.hurry()
    own.total += joining.length
    for (const feed of byUrgency(joining, onScreen)) void ask(own, feed, isPaced)
    onState(state())
  }
  const ask = async (own: Round, feed: ScheduledFeed, isPaced: boolean): Promise<void> => {
    const { feedId } = feed
    own.joined.add(feedId)
    if (isPaced) await own.pace.turn(own.controller.signal)
    const result = await refreshFeed(feed, client, link, own.controller.signal, () => {
      own.asking.add(feedId)
      onState(state())
    })
    own.joined.delete(feedId)
    own.asking.delete(feedId)
    own.done++
    if (result !== 'cancelled') {
      if (result.next) feeds.set(feed.feedId, result.next)
      else feeds.set(feed.feedId, { ...feed, fetchedAt: world.now(), dueAt: world.now() + TICK * 4 })
      own.failed += result.failed ? 1 : 0
      own.added += result.added
      if (result.notify) own.heard.add(result.notify)
      if (result.notify) own.heardOf += result.added
    }
    if (own.joined.size === 0) end(own)
    onState(state())
  }
  const end = (own: Round): void => {
    const { done, total, failed, added, heard } = own
    // What was cancelled was not done.
    last = own.controller.signal.aborted ? IDLE : { done, total, failed, added }
    round = null
    rounds++
    if (heard.size) world.notify([...heard], own.heardOf)
    world.onIdle()
  }
  setInterval(check, TICK).unref()
  return {
    reschedule: ({ feeds: scheduled, settings }) => {
      wishes = settings
      const ids = new Set(scheduled.map(feed => feed.feedId))
      for (const feedId of feeds.keys()) if (!ids.has(feedId)) feeds.delete(feedId)
      for (const feed of scheduled) if (!round?.joined.has(feed.feedId)) feeds.set(feed.feedId, feed)
      check()
    },
    refresh: feedIds => {
      for (const feedId of feedIds ?? feeds.keys()) wanted.add(feedId)
      check()
    },
    look: feedIds => {
      onScreen = new Set(feedIds)
    },
    check,
    cancel: () => {
      wanted.clear()
      round?.controller.abort()
    },
    state,
    idle: () => round === null && !trouble && !paused(),
    tell: () => onState(state()),
    report: found => {
      trouble = found
      onState(state())
    },
  }
}

function newRound(): Round {
  const controller = new AbortController()
  // Every feed of the round listens to it.
  setMaxListeners(0, controller.signal)
  return {
    controller,
    pace: createPace(),
    joined: new Set(),
    asking: new Set(),
    heard: new Set(),
    heardOf: 0,
    ...IDLE,
  }
}
