import type {
  AddFeedResult,
  FeedOffer,
  OfferResult,
  PageSource,
  Problem,
  SavePageResult,
} from '../../preload/contract'
import { settled, type Failure, type IngestLink } from '../ingest'
import type { Fetched, HttpClient, Trust } from '../network'
import { addressesOf } from './address'
import { arrivalOf, contentOf } from './arrival'

/** What the person adds by hand. */
export interface Adding {
  /** Subscribes to the feed at an address, or to the one feed that the page there names. */
  addFeed(address: string, folderId: number): Promise<AddFeedResult>
  /** Saves a page for good. */
  savePage(source: PageSource): Promise<SavePageResult>
}

/** @returns the two ways of adding by hand, over the network client and the ingest page */
export function createAdding(client: HttpClient, link: IngestLink): Adding {
  /** An address without a scheme is tried in turn; the first one's problem is the one worth telling. */
  const fetchTyped = async (address: string, kind: 'feed' | 'page'): Promise<Fetched | Failure> => {
    let problem: Problem = 'bad-address'
    for (const [index, url] of addressesOf(address).entries()) {
      const result = await fetchOne(url, kind, 'typed')
      if (result.kind !== 'failed') return result.fetched
      if (index === 0) problem = result.problem
    }
    return { kind: 'failed', problem }
  }
  const fetchOne = async (url: string, kind: 'feed' | 'page', trust: Trust) => {
    const result = await client.fetch({ url, kind, trust })
    if (result.outcome === 'fetched') return { kind: 'fetched', fetched: result } as const
    // Without validators nothing can be unchanged.
    return { kind: 'failed', problem: result.outcome === 'failed' ? result.problem : 'network' } as const
  }
  const offer = (fetched: Fetched, folderId: number): Promise<OfferResult | Failure> => {
    const arrival = arrivalOf(fetched)
    return settled(link.run('feed.offer', { arrival, folderId }, contentOf(arrival)))
  }
  /** Fetches what a page names. On the host that the person typed it may be as private as that; elsewhere it may not. */
  const offerAddress = async (
    url: string,
    page: string,
    folderId: number,
  ): Promise<OfferResult | Failure> => {
    const result = await fetchOne(url, 'feed', new URL(url).host === new URL(page).host ? 'typed' : 'linked')
    return result.kind === 'failed' ? result : offer(result.fetched, folderId)
  }
  const firstFeed = async (
    addresses: readonly string[],
    page: string,
    folderId: number,
  ): Promise<AddFeedResult> => {
    for (const address of addresses) {
      const result = await offerAddress(address, page, folderId)
      if (result.kind === 'added' || result.kind === 'subscribed-before') return result
    }
    return { kind: 'failed', problem: 'no-feed-found' }
  }
  const fromPage = async (
    offers: readonly FeedOffer[],
    guesses: readonly string[],
    page: string,
    folderId: number,
  ): Promise<AddFeedResult> => {
    if (offers.length > 1) return { kind: 'choice', offers }
    return firstFeed(offers[0] ? [offers[0].url, ...guesses] : guesses, page, folderId)
  }
  return {
    addFeed: async (address, folderId) => {
      const fetched = await fetchTyped(address, 'feed')
      if ('problem' in fetched) return fetched
      const result = await offer(fetched, folderId)
      if (result.kind !== 'page') return result
      return fromPage(result.offers, result.guesses, fetched.finalUrl, folderId)
    },
    savePage: async source => {
      if (source.kind !== 'address') return settled(link.run('page.save', source))
      const fetched = await fetchTyped(source.address, 'page')
      if ('problem' in fetched) return fetched
      const arrival = arrivalOf(fetched)
      return settled(link.run('page.save', { kind: 'address', arrival }, contentOf(arrival)))
    },
  }
}
