import type { Arrival } from '../../preload/contract'
import type { LiveWatch } from '../library'
import type { Article, LiveCoverage } from '../pages'

const MINUTE = 60 * 1000
/** A page is read again after this, then each time after twice as long. */
const FIRST_PAUSE = 15 * MINUTE
const LONGEST_PAUSE = 4 * 60 * MINUTE
/** From the first reading to the last, and since the page was last changed: many stay "live" for ever. */
const WHOLE = 48 * 60 * MINUTE
/** After so many readings in a row that brought nothing the page is taken to be finished. */
const MOST_UNCHANGED = 5

/** What a page said when it was read. Times in milliseconds since 1970. */
export interface LiveReading {
  readonly coverage: LiveCoverage | null
  /** As it says. */
  readonly published: number | null
  readonly modified: number | null
  /** Whether its text was another one than the last time. */
  readonly isNew: boolean
  readonly etag: string | null
  readonly lastModified: string | null
}

/** @param arrivals the pages that it was read from, and `isNew` whether its text was another one than the last time */
export function readingFrom(
  { live, published, modified }: Pick<Article, 'live' | 'published' | 'modified'>,
  arrivals: readonly Arrival[],
  isNew: boolean,
): LiveReading {
  const [first, ...others] = arrivals
  // That the first page is as it was says nothing of the others.
  const { etag, lastModified } = first && !others.length ? first : { etag: null, lastModified: null }
  return { coverage: live, published, modified, isNew, etag, lastModified }
}

/**
 * How a page is read again after it was read.
 *
 * @param before as it was until now; null when it was never read, or was not live
 * @param now milliseconds since 1970
 * @returns null when it is not read again: it is not live, has ended, or nobody has changed it for a while
 */
export function watchAfter(before: LiveWatch | null, reading: LiveReading, now: number): LiveWatch | null {
  const { coverage, published, modified, isNew, etag, lastModified } = reading
  if (!coverage || (coverage.until !== null && coverage.until <= now)) return null
  if (now - (modified ?? published ?? now) >= WHOLE) return null
  const isSame = before !== null && !isNew && modified === before.modified
  const unchanged = isSame ? before.unchanged + 1 : 0
  return next({ ...(before ?? newWatch(now)), unchanged, modified, etag, lastModified }, now)
}

/** How a page is read again that was asked for and brought nothing: it is as it was, or could not be had for now. */
export const watchAfterNothing = (before: LiveWatch, now: number): LiveWatch | null =>
  next({ ...before, unchanged: before.unchanged + 1 }, now)

const newWatch = (now: number): Omit<LiveWatch, 'unchanged' | 'modified' | 'etag' | 'lastModified'> => ({
  since: now,
  rereadAt: now,
  readings: 0,
})

function next(watch: LiveWatch, now: number): LiveWatch | null {
  const end = watch.since + WHOLE
  if (now >= end || watch.unchanged >= MOST_UNCHANGED) return null
  const pause = Math.min(FIRST_PAUSE * 2 ** watch.readings, LONGEST_PAUSE)
  return { ...watch, readings: watch.readings + 1, rereadAt: Math.min(now + pause, end) }
}
