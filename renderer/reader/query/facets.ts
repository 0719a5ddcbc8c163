import { chunkOf, SAVED_PAGES, slotOf, type Ledger } from '../../library'
import { datelineIn } from './conditions'
import type { Facets } from './protocol'

/** A list shows one line of sources: so many are worth telling. */
const SOURCES = 6
/** Ranges of time that people ask for, in days. */
const RANGES = [1, 7, 30, 365] as const
const LONGEST = 365
/** One day, in milliseconds. */
const DAY = 86_400_000

/**
 * Counts how matches are spread over sources and time. Pages that the person saved have no feed, and stand only under
 * their time.
 *
 * @param matched all matches, not only those that are listed
 * @param now in milliseconds since 1970
 */
export function facetsOf(ledger: Ledger, matched: ArrayLike<number>, now: number): Facets {
  const byFeed = new Map<number, number>()
  const counts = RANGES.map(() => 0)
  for (let index = 0; index < matched.length; index++) {
    const id = matched[index] ?? 0
    const feedId = ledger.rows.get(chunkOf(id))?.feedIds[slotOf(id)] ?? SAVED_PAGES
    if (feedId !== SAVED_PAGES) byFeed.set(feedId, (byFeed.get(feedId) ?? 0) + 1)
    const age = now - datelineIn(ledger, id)
    for (let range = RANGES.length - 1; range >= 0 && age < (RANGES[range] ?? 0) * DAY; range--)
      counts[range] = (counts[range] ?? 0) + 1
  }
  const sources = [...byFeed].map(([feedId, count]) => ({ feedId, count }))
  sources.sort((one, other) => other.count - one.count || one.feedId - other.feedId)
  return {
    sources: sources.slice(0, SOURCES),
    times: [
      ...RANGES.map((days, range) => ({ age: `<${days}d`, count: counts[range] ?? 0 })),
      { age: `>${LONGEST}d`, count: matched.length - (counts.at(-1) ?? 0) },
    ],
  }
}
