import type { ScheduledFeed, SyncState } from '../../preload/contract'
import { JobError, type IngestLink } from '../ingest'
import type { HttpClient } from '../network'
import { contentOf, feedArrivalOf } from './arrival'

/** How far a round of refreshing is. */
export type Progress = Pick<SyncState, 'done' | 'total' | 'failed' | 'added'>

/**
 * Asks feeds for what is new and has it stored. Each feed goes its own way, so that one dead feed delays no other;
 * how many are on their way at a time is for the ingest page's credits and the network client's limits to say.
 *
 * @param signal ends the round; what was fetched by then is stored
 * @returns how it went
 */
export async function runRound(
  feeds: readonly ScheduledFeed[],
  client: HttpClient,
  link: IngestLink,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  let progress: Progress = { done: 0, total: feeds.length, failed: 0, added: 0 }
  onProgress(progress)
  await Promise.all(
    feeds.map(async feed => {
      const result = await refreshFeed(feed, client, link, signal)
      if (result === 'cancelled') return
      progress = {
        ...progress,
        done: progress.done + 1,
        failed: progress.failed + (result.failed ? 1 : 0),
        added: progress.added + result.added,
      }
      onProgress(progress)
    }),
  )
  return progress
}

async function refreshFeed(
  feed: ScheduledFeed,
  client: HttpClient,
  link: IngestLink,
  signal: AbortSignal,
): Promise<{ readonly added: number; readonly failed: boolean } | 'cancelled'> {
  const giveBack = await link.credit(signal).catch(() => null)
  if (!giveBack) return 'cancelled'
  try {
    const { url, etag, lastModified } = feed
    const result = await client.fetch(
      { url, kind: 'feed', trust: 'subscribed', validators: { etag, lastModified } },
      signal,
    )
    if (result.outcome === 'failed' && result.problem === 'cancelled') return 'cancelled'
    const arrival = feedArrivalOf(result)
    const content = arrival.kind === 'fetched' ? contentOf(arrival.arrival) : undefined
    const { added, problem } = await link.run('feed.arrived', { feedId: feed.feedId, arrival }, content)
    return { added, failed: problem !== null }
  } catch (error) {
    // Whatever it was, it is this feed's trouble and must not end the round.
    if (!(error instanceof JobError)) console.error(feed.url, error)
    return { added: 0, failed: true }
  } finally {
    giveBack()
  }
}
