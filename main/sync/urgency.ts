import type { ScheduledFeed } from '../../preload/contract'

/**
 * Puts feeds into the order in which they are asked: those on the screen, those that were never fetched, those with
 * unread articles, which somebody follows closely or not at all, and then those that have been due for longest.
 */
export function byUrgency(
  feeds: readonly ScheduledFeed[],
  onScreen: ReadonlySet<number>,
): readonly ScheduledFeed[] {
  const rank = (feed: ScheduledFeed): number =>
    onScreen.has(feed.feedId) ? 0 : feed.fetchedAt === 0 ? 1 : feed.unread ? 2 : 3
  return feeds.toSorted((a, b) => rank(a) - rank(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0))
}
