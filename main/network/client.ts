import type { Session } from 'electron'
import { fetchableAddress } from './address'
import { createBackOff } from './backoff'
import { openPassage, proxyHosts, type Surroundings } from './guard'
import { requestHeaders } from './headers'
import { followHops } from './hops'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { failed, resultOf } from './outcome'
import { isPrivateAddress } from './private-address'
import type { FetchRequest, FetchResult } from './results'
import { createSender } from './sender'

export interface HttpClient {
  /**
   * Fetches one address politely: in its host's turn, within the limits, through the private-network guard.
   *
   * @param signal gives the request up, under way or waiting, with the problem `cancelled`
   * @returns never rejects: whatever goes wrong is a `failed` result
   */
  readonly fetch: (request: FetchRequest, signal?: AbortSignal) => Promise<FetchResult>
}

export interface ClientOptions {
  /**
   * A session of the client's own, in memory (`session.fromPartition('network')`): no cookies or cache reach the disk,
   * and its one `onHeadersReceived` listener is the client's.
   */
  readonly session: Session
  /** Sent as it is: `Broadsheet/1.0 (+https://…)`. */
  readonly userAgent: string
  readonly limits?: Partial<Limits>
  /** What the client asks of the world; given by tests, else the session, the clock and chance. */
  readonly world?: Partial<World>
}

/** What a client takes from outside besides HTTP. */
export interface World extends Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
}

/** The main process's one HTTP client. To be made after Electron's `ready`. */
export function createClient({ session, userAgent, ...options }: ClientOptions): HttpClient {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits }
  const world: World = { ...worldOf(session), ...options.world }
  const backOff = createBackOff(world.now, world.random)
  const send = createSender(session, limits, backOff, world.now)
  return {
    async fetch(request, signal) {
      const asked = fetchableAddress(request.url)
      if (!asked) return failed(request.url, 'bad-address', null, null)
      const headers = requestHeaders(request, userAgent)
      const maximumBytes = request.kind === 'feed' ? limits.feedBytes : limits.pageBytes
      const arrival = await followHops(asked, {
        passage: openPassage(asked, request.trust, world),
        limits,
        signal,
        // A chain that has begun is finished before others begin, or its hops would wait behind a whole sync.
        send: (hop, number) =>
          send({ ...limits, ...hop, headers, maximumBytes }, request.trust === 'typed' || number > 0, signal),
      })
      return resultOf(asked.href, request, arrival, world.now(), backOff.remainingMs(arrival.url.host))
    },
  }
}

const worldOf = (session: Session): World => ({
  now: Date.now,
  random: Math.random,
  isPrivate: isPrivateAddress,
  resolve: async host => {
    // Rejects where the name leads nowhere: then there is no address, and the request itself will say why.
    const resolved = await session.resolveHost(host).catch(() => null)
    return resolved?.endpoints.map(endpoint => endpoint.address) ?? []
  },
  // Where the proxies cannot be told, none is excepted from the guard's second check.
  proxiesOf: async url => proxyHosts(await session.resolveProxy(url.href).catch(() => 'DIRECT')),
})
