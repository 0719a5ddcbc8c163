import { createHash } from 'node:crypto'
import type { Arrival, FeedArrival } from '../../preload/contract'
import type { Content } from '../ingest'
import { isUnchanged, type Fetched, type FetchResult } from '../network'

/** @returns what a fetched body looks like on its way to the ingest page */
export function arrivalOf(result: Fetched): Arrival {
  return {
    url: result.url,
    finalUrl: result.finalUrl,
    contentType: result.contentType || null,
    body: result.body,
    contentHash: createHash('sha256').update(result.body).digest('hex'),
    etag: result.validators.etag,
    lastModified: result.validators.lastModified,
  }
}

/** @returns how fetching a feed ended, for the ingest page */
export function feedArrivalOf(result: FetchResult): FeedArrival {
  if (result.outcome === 'failed') {
    const { problem, retryAfterMs } = result
    return { kind: 'failed', problem, retryAfterMs }
  }
  const answer = { maxAgeSeconds: result.cache.maxAgeSeconds, movedTo: result.movedTo }
  if (isUnchanged(result)) return { kind: 'unchanged', answer }
  return { kind: 'fetched', arrival: arrivalOf(result), answer }
}

/** @returns what to put aside should the content end the page that reads it */
export const contentOf = ({ contentHash, finalUrl }: Arrival): Content => ({ contentHash, address: finalUrl })
