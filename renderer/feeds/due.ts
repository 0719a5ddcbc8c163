import type { Refresh } from './types'

/** What is known of a feed at the moment a fetch of it has ended. */
export interface FetchFacts {
  /** Milliseconds since 1970. */
  readonly now: number
  /** From 0 to 1, another one each time: it spreads feeds out. */
  readonly random: number
  /** The person's own interval for this feed; 0: only when asked for; null: automatic. */
  readonly intervalMinutes: number | null
  /** The shortest automatic interval; 0: only when asked for. */
  readonly defaultMinutes: number
  /** The feed's own words about its schedule. */
  readonly refresh: Refresh
  /** How long the answer is fresh by `Cache-Control` or `Expires`; null when the server does not say. */
  readonly maxAgeSeconds: number | null
  /** How long the server wants to be left alone (`Retry-After`), from now. */
  readonly retryAfterMs: number | null
  /** Fetches that failed since the last one that did not. */
  readonly failures: number
  /** The server said 410: the feed will not come back. */
  readonly gone: boolean
  /** When the entries in the feed were published, in any order; those without a date are left out. */
  readonly entryTimes: readonly number[]
  /** When the feed's content was last seen to change; 0 when that is not known. */
  readonly changedAt: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** No server is believed for longer: a hostile `Retry-After` of years must not end a subscription. */
const LONGEST_RETRY_AFTER = 7 * DAY
/** A long weekend is the longest silence that `skipHours` and `skipDays` are believed; it bounds the search, too. */
const LONGEST_SKIP_HOURS = 72
/** Intervals stray by this part of themselves, up and down. */
const JITTER = 0.1
/** The longest delay that still is no more than a day when it strays upwards. */
const LONGEST = DAY / (1 + JITTER)
/** How many of the newest gaps between entries tell how often a feed changes. */
const GAPS = 10
/** A feed that was silent for a while is asked after this part of the silence: so late an entry is at most. */
const SILENCE = 0.1
/** Doubling more often than this passes every bound. */
const MOST_DOUBLINGS = 20

/**
 * When a feed is asked next.
 *
 * - **Automatic**: after half the median gap between its newest entries, so that an entry is found half a gap late on
 *   average, or after a tenth of the time it has been silent, whichever is longer; between `defaultMinutes` and 24 h (a longer default wins).
 * - **What the server says** (`max-age` or `Expires`: RFC 9111, sections 4.2.1 and 5.3; `ttl`: RSS 2.0
 *   specification; `sy:updatePeriod`: RSS 1.0 Syndication module) is a lower bound, and is itself bounded to 24 h: a
 *   weekly period must not hide news for a week, nor a hostile one for years.
 * - **The person's own interval** takes the place of all that. It may be weeks. `max-age` and `ttl` remain lower
 *   bounds, but of an hour at most: they speak of the server's burden, the person of what they want to know. The
 *   update period and hours to skip describe the feed rather than ask for anything, so they do not count here.
 * - **Failures** in a row double the interval for each after the first, up to 24 h (or the person's longer interval).
 * - **`Retry-After`** (RFC 9110, section 10.2.3) is a lower bound of a week at most.
 * - **`skipHours` and `skipDays`** (RSS 2.0, in UTC) move the time into the next hour that is not skipped, unless none
 *   comes within three days.
 * - Intervals stray by a tenth by `random`, lower bounds upwards only: feeds that were asked at one moment spread out.
 *
 * @returns milliseconds since 1970, later than `now`; null: never by itself (410, or the person wants it so)
 */
export function nextFetch(facts: FetchFacts): number | null {
  const { now, intervalMinutes, random, failures } = facts
  const shortest = intervalMinutes ?? facts.defaultMinutes
  if (facts.gone || shortest <= 0) return null
  const interval = intervalMinutes === null ? automaticInterval(facts) : intervalMinutes * MINUTE
  const doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS)
  const patient = Math.min(interval * 2 ** doublings, Math.max(interval, LONGEST))
  const strayed = patient * (1 + JITTER * (2 * random - 1))
  const floor = Math.max(serverFloor(facts), retryFloor(facts)) * (1 + JITTER * random)
  const wanted = now + Math.max(strayed, floor)
  return Math.round(intervalMinutes === null ? afterSkipped(wanted, facts) : wanted)
}

function automaticInterval(facts: FetchFacts): number {
  return Math.max(facts.defaultMinutes * MINUTE, Math.min(paceOf(facts), LONGEST))
}

/** How long the server wants the feed to be kept: what is asked earlier than that is asked in vain. */
function serverFloor({ intervalMinutes, maxAgeSeconds, refresh }: FetchFacts): number {
  const asked = Math.max(atLeastZero(maxAgeSeconds) * 1000, atLeastZero(refresh.ttlMinutes) * MINUTE)
  if (intervalMinutes !== null) return Math.min(asked, HOUR)
  return Math.min(Math.max(asked, atLeastZero(refresh.updatePeriodMinutes) * MINUTE), LONGEST)
}

function retryFloor({ retryAfterMs }: FetchFacts): number {
  return Math.min(atLeastZero(retryAfterMs), LONGEST_RETRY_AFTER)
}

/** Headers hold anything, numbers that are none as well. */
function atLeastZero(value: number | null): number {
  return value !== null && value > 0 ? value : 0
}

/** What the feed's own past suggests; 0 when it tells nothing. */
function paceOf({ now, entryTimes, changedAt }: FetchFacts): number {
  // Entries of the future are announcements or mistakes; neither tells when something was published.
  const times = entryTimes.filter(time => time > 0 && time <= now).sort((first, second) => second - first)
  const newest = times[0] ?? changedAt
  const silence = newest > 0 ? Math.max(now - newest, 0) : 0
  return Math.max(medianGap(times.slice(0, GAPS + 1)) / 2, silence * SILENCE)
}

/** @param times newest first */
function medianGap(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, index) => (times[index] ?? time) - time)
  gaps.sort((first, second) => first - second)
  return gaps[gaps.length >> 1] ?? 0
}

/** The time itself, or a moment by `random` in the first hour after it that the feed does not skip. */
function afterSkipped(time: number, { random, refresh }: FetchFacts): number {
  const isSkipped = (at: number): boolean => {
    const date = new Date(at)
    return refresh.skipHours.includes(date.getUTCHours()) || refresh.skipDays.includes(date.getUTCDay())
  }
  if (!isSkipped(time)) return time
  const hour = Math.floor(time / HOUR) * HOUR
  for (let step = 1; step <= LONGEST_SKIP_HOURS; step++)
    if (!isSkipped(hour + step * HOUR)) return hour + (step + random * (1 - JITTER)) * HOUR
  return time
}
