import type { IngestJobs, ScheduledFeed } from '../../preload/contract'
import { JobError, type IngestLink } from '../ingest'
import type { HttpClient } from '../network'
import { contentOf, feedArrivalOf } from './arrival'

/** What came of asking a feed; `next` is null when that could not be stored. */
export type Refreshed =
  (Omit<IngestJobs['feed.arrived']['output'], 'problem'> & { readonly failed: boolean }) | 'cancelled'

/**
 * Asks a feed for what is new and has it stored. How many are on their way at a time is for the ingest page's credits
 * and the network client's limits to say.
 *
 * @param signal gives it up; what was fetched by then is stored
 * @param onBegin called when its turn has come
 * @returns never rejects: whatever goes wrong is this feed's trouble
 */
export async function refreshFeed(
  feed: ScheduledFeed,
  client: HttpClient,
  link: IngestLink,
  signal: AbortSignal,
  onBegin: () => void,
): Promise<Refreshed> {
  const giveBack = await link.credit(signal).catch(() => null)
  if (!giveBack) return 'cancelled'
  onBegin()
  try {
    const { url, etag, lastModified } = feed
    const result = await client.fetch(
      { url, kind: 'feed', trust: 'subscribed', validators: { etag, lastModified } },
      signal,
    )
    if (result.outcome === 'failed' && result.problem === 'cancelled') return 'cancelled'
    const arrival = feedArrivalOf(result)
    const content = arrival.kind === 'fetched' ? contentOf(arrival.arrival) : undefined
    const { problem, ...stored } = await link.run('feed.arrived', { feedId: feed.feedId, arrival }, content)
    return { ...stored, failed: problem !== null }
  } catch (error) {
    if (!(error instanceof JobError)) console.error(feed.url, error)
    return { added: 0, notify: null, next: null, failed: true }
  } finally {
    giveBack()
  }
}
