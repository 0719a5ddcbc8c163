import type { AddFeedResult, Arrival, Problem, WaitingAddress } from '../../preload/contract'
import { JobError, type IngestLink } from '../ingest'
import type { HttpClient } from '../network'
import type { Adding } from './add'
import { addressesOf } from './address'
import { arrivalOf, contentOf } from './arrival'

/** What came of an address of the queue. */
export interface Attempt {
  /** Why it is not saved; null when it is. */
  readonly problem: Problem | null
  /** Whether the queue says so already. */
  readonly isNoted: boolean
  /** Milliseconds for which the host is not to be asked. */
  readonly retryAfterMs: number | null
}

/** What working through the queue asks of others. */
export interface Saving {
  /**
   * Fetches an address and has its page saved, or its feed followed.
   *
   * @param signal gives it up, with the problem `cancelled`
   */
  save(waiting: WaitingAddress, signal: AbortSignal): Promise<Attempt>
  /** Has the queue note why addresses cannot be saved; null strikes them out. */
  note(ids: readonly number[], problem: Problem | null): Promise<void>
}

const attempted = (problem: Problem | null, retryAfterMs: number | null = null): Attempt => ({
  problem,
  isNoted: false,
  retryAfterMs,
})

/** @returns the ways of saving over the network client and the ingest page */
export function createSaving(client: HttpClient, adding: Adding, link: IngestLink): Saving {
  return {
    save: async (waiting, signal) => {
      if (waiting.kind === 'page') return savePage(waiting, client, link, signal)
      const result = await firstOf(adding, waiting.address, waiting.folderId)
      return attempted(result.kind === 'failed' ? result.problem : null)
    },
    note: async (ids, problem) => void (await link.run('queue.done', { ids, problem })),
  }
}

/** The pages of a list are the person's choice, as the feeds of a list are: they may be on a private network. */
async function savePage(
  { id, address }: WaitingAddress,
  client: HttpClient,
  link: IngestLink,
  signal: AbortSignal,
): Promise<Attempt> {
  let first: Attempt | undefined
  for (const url of addressesOf(address)) {
    const result = await client.fetch({ url, kind: 'page', trust: 'subscribed' }, signal)
    if (result.outcome === 'fetched') return store(id, arrivalOf(result), link)
    // Without validators nothing can be unchanged.
    first ??=
      result.outcome === 'failed' ? attempted(result.problem, result.retryAfterMs) : attempted('network')
  }
  return first ?? attempted('bad-address')
}

async function store(id: number, arrival: Arrival, link: IngestLink): Promise<Attempt> {
  try {
    const saved = await link.run('queue.fetched', { id, arrival }, contentOf(arrival))
    return { ...attempted(saved.kind === 'failed' ? saved.problem : null), isNoted: true }
  } catch (error) {
    if (error instanceof JobError) return attempted(error.problem)
    throw error
  }
}

/** Nobody is there to choose among a page's feeds any more: the first one is what the page itself puts forward. */
async function firstOf(
  adding: Adding,
  address: string,
  folderId: number,
): Promise<Exclude<AddFeedResult, { kind: 'choice' }>> {
  const result = await adding.addFeed(address, folderId)
  if (result.kind !== 'choice') return result
  const [offer] = result.offers
  const followed = offer ? await adding.addFeed(offer.url, folderId) : result
  const problem: Problem = 'no-feed-found'
  return followed.kind === 'choice' ? { kind: 'failed', problem } : followed
}
