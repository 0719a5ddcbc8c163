import type { AddFeedResult, Problem, SavePageResult, WaitingAddress } from '../../preload/contract'
import type { IngestLink } from '../ingest'
import type { Adding } from './add'

/** Addresses that were added without a network. */
export interface Waiting {
  /** The queue as the library has it. */
  reschedule(addresses: readonly WaitingAddress[]): void
  /** Tries what waits, if there is a network. */
  check(): void
}

/**
 * Adding that keeps addresses for later when there is no network.
 *
 * @returns the same two ways of adding, and the queue behind them
 */
export function createWaiting(
  adding: Adding,
  link: IngestLink,
  online: () => boolean,
): { readonly adding: Adding; readonly waiting: Waiting } {
  let addresses: readonly WaitingAddress[] = []
  const trying = new Set<number>()

  const keep = async <Result extends AddFeedResult | SavePageResult>(
    result: Result,
    address: Omit<WaitingAddress, 'id'>,
  ): Promise<Result | { readonly kind: 'waiting' }> => {
    if (result.kind !== 'failed' || result.problem !== 'offline') return result
    await link.run('queue.add', address)
    return { kind: 'waiting' }
  }
  const attempt = async ({ id, kind, address, folderId }: WaitingAddress): Promise<void> => {
    trying.add(id)
    try {
      const result =
        kind === 'feed'
          ? await firstOf(adding, address, folderId)
          : await adding.savePage({ kind: 'address', address })
      const problem = result.kind === 'failed' ? result.problem : null
      if (problem !== 'offline') await link.run('queue.done', { id, problem })
    } catch (error) {
      // It stays in the queue and is tried again.
      console.error(address, error)
    } finally {
      trying.delete(id)
    }
  }
  const check = (): void => {
    if (!online()) return
    for (const address of addresses) if (!trying.has(address.id)) void attempt(address)
  }
  return {
    adding: {
      addFeed: async (address, folderId) =>
        keep(await adding.addFeed(address, folderId), { kind: 'feed', address, folderId }),
      savePage: async source => {
        const result = await adding.savePage(source)
        if (source.kind !== 'address') return result
        return keep(result, { kind: 'page', address: source.address, folderId: 0 })
      },
    },
    waiting: {
      reschedule: next => {
        addresses = next
        check()
      },
      check,
    },
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
