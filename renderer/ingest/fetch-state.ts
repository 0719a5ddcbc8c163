import type { FeedAnswer } from '../../preload/contract'
import { nextFetch, type Feed, type Refresh } from '../feeds'
import type { FeedRow, FetchOutcome, FetchRow, NextAt } from '../library'

/** How a fetch ended, for the feed's next one. */
export interface FetchEnd {
  /** Milliseconds since 1970. */
  readonly now: number
  /** From 0 up to 1. */
  readonly random: number
  readonly problem: string | null
  /** What the server said; null when no answer came. */
  readonly answer: FeedAnswer | null
  readonly retryAfterMs: number | null
  /** The feed, when its content was read. */
  readonly feed: Feed | null
  /** The setting. */
  readonly refreshMinutes: number
}

export type FetchState = FetchOutcome['fetch']
type Validators = Pick<FetchState, 'etag' | 'lastModified' | 'contentHash'>

const NO_REFRESH: Refresh = { ttlMinutes: null, skipHours: [], skipDays: [], updatePeriodMinutes: null }
/** So many dates tell how often a feed changes. */
const ENTRY_TIMES = 16
/** A move is believed when it was seen so often in a row: a hotel's login page must not take a feed away. */
const MOVE_SEEN = 2

/**
 * The state of a feed after a fetch.
 *
 * @param validators of the body that is stored
 */
export function fetchState(
  row: FeedRow,
  before: FetchRow | null,
  validators: Validators,
  end: FetchEnd,
): FetchState {
  const { now, problem, answer, feed } = end
  const state = {
    ...validators,
    fetchedAt: now,
    problem,
    failures: problem === null ? 0 : (before?.failures ?? 0) + 1,
    changedAt: feed ? now : (before?.changedAt ?? 0),
    refresh: feed?.refresh ?? before?.refresh ?? null,
    maxAgeSeconds: answer ? answer.maxAgeSeconds : (before?.maxAgeSeconds ?? null),
    entryTimes: feed ? timesOf(feed) : (before?.entryTimes ?? []),
    move: answer ? moveOf(before, answer.movedTo, row.url) : (before?.move ?? null),
  }
  return { ...state, nextAt: nextAtOf(state, row, end.refreshMinutes, end) }
}

/** When a feed is asked next, with the person's wishes as they are now. */
export function nextAtOf(
  state: Omit<FetchState, 'nextAt'>,
  { intervalMinutes }: FeedRow,
  refreshMinutes: number,
  { random, retryAfterMs }: Pick<FetchEnd, 'random' | 'retryAfterMs'>,
): number | null {
  return nextFetch({
    now: state.fetchedAt,
    random,
    intervalMinutes: intervalMinutes ?? null,
    defaultMinutes: refreshMinutes,
    refresh: state.refresh ?? NO_REFRESH,
    maxAgeSeconds: state.maxAgeSeconds,
    retryAfterMs,
    failures: state.failures,
    gone: state.problem === 'gone',
    entryTimes: state.entryTimes,
    changedAt: state.changedAt,
  })
}

/** @returns computes when feeds are asked next, under that setting */
export const nextAtUnder =
  (refreshMinutes: number): NextAt =>
  (fetch, feed) =>
    nextAtOf(fetch, feed, refreshMinutes, { random: Math.random(), retryAfterMs: null })

/** @returns the address to fetch from now on; null while it is not certain */
export const movedTo = ({ move }: FetchState): string | null =>
  move && move.seen >= MOVE_SEEN ? move.url : null

function moveOf(before: FetchRow | null, url: string | null, feedUrl: string): FetchRow['move'] {
  if (url === null || url === feedUrl) return null
  return { url, seen: before?.move?.url === url ? before.move.seen + 1 : 1 }
}

function timesOf({ entries }: Feed): readonly number[] {
  const times = entries.flatMap(entry => entry.published ?? entry.updated ?? [])
  return times.sort((a, b) => b - a).slice(0, ENTRY_TIMES)
}
