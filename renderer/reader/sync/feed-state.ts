import type { SyncPause } from '../../../preload/contract'
import type { FeedRow, FetchRow } from '../../library'

/** How a feed stands, as the Sync view tells it. `waiting`: this round asks it later; `new`: it was never asked. */
export type FeedState = 'asking' | 'waiting' | 'failing' | 'stopped' | 'new' | 'fine'

/** When a feed is asked next: at a time in milliseconds since 1970, or a word for it. */
export type NextTime = number | 'soon' | 'paused' | 'by-hand' | 'never'

/** Which feeds the Sync view shows. */
export type FeedFilter = 'all' | 'failing' | 'soon'

type Fetch = FetchRow | undefined

/** "Soon" is so many milliseconds from now: a quarter of an hour. */
const SOON = 15 * 60_000

/** A feed that said it has ended (410) is not asked any more. */
const isStopped = (fetch: Fetch): boolean => fetch?.problem === 'gone'

/** Whether the last fetch failed, for whatever reason. */
export const isFailing = (fetch: Fetch): boolean => Boolean(fetch?.problem)

const isNew = (fetch: Fetch): boolean => !fetch || fetch.fetchedAt === 0

/**
 * How a feed stands.
 *
 * @param sync whether this feed is being asked at the moment, and whether a round is going on
 * @param now milliseconds since 1970
 */
export function feedState(
  fetch: Fetch,
  sync: { readonly asking: boolean; readonly running: boolean },
  now: number,
): FeedState {
  if (sync.asking) return 'asking'
  if (isStopped(fetch)) return 'stopped'
  if (isFailing(fetch)) return 'failing'
  const isDue = isNew(fetch) || (fetch?.nextAt ?? Infinity) <= now
  if (sync.running && isDue) return 'waiting'
  return isNew(fetch) ? 'new' : 'fine'
}

/** What besides the feed itself decides when it is asked. */
export interface NextFacts {
  /** The setting: 0 is only by hand. */
  readonly refreshMinutes: number
  readonly paused: SyncPause | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** When a feed is asked next by itself. */
export function nextTime(
  { intervalMinutes }: Pick<FeedRow, 'intervalMinutes'>,
  fetch: Fetch,
  { refreshMinutes, paused, now }: NextFacts,
): NextTime {
  if (isStopped(fetch)) return 'never'
  if ((intervalMinutes ?? refreshMinutes) === 0) return 'by-hand'
  const at = isNew(fetch) ? 0 : (fetch?.nextAt ?? null)
  if (at === null) return 'by-hand'
  if (paused) return 'paused'
  return at <= now ? 'soon' : at
}

/**
 * The feeds to show, those that fail first, else in the order given. What the program brings with it is never asked
 * and not among them.
 */
export function feedsShown(
  feeds: Iterable<FeedRow>,
  fetches: ReadonlyMap<number, FetchRow>,
  filter: FeedFilter,
  facts: Omit<NextFacts, 'paused'>,
): readonly FeedRow[] {
  const all = [...feeds].filter(feed => !feed.url.startsWith('about:'))
  const failing = (feed: FeedRow): boolean => isFailing(fetches.get(feed.id))
  const soon = (feed: FeedRow): boolean => {
    const next = nextTime(feed, fetches.get(feed.id), { ...facts, paused: null })
    return next === 'soon' || (typeof next === 'number' && next <= facts.now + SOON)
  }
  if (filter === 'failing') return all.filter(failing)
  const shown = filter === 'soon' ? all.filter(soon) : all
  return [...shown.filter(failing), ...shown.filter(feed => !failing(feed))]
}

/** @returns when a feed was asked last, of all of them, in milliseconds since 1970; 0 for never */
export function lastAsked(fetches: Iterable<FetchRow>): number {
  let last = 0
  for (const { fetchedAt } of fetches) last = Math.max(last, fetchedAt)
  return last
}
