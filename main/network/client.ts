import type { Session } from 'electron'
import { fetchableAddress } from './address'
import { openAuthorization } from './authorization'
import { createBackOff } from './backoff'
import { watchConnections } from './connections'
import { openPassage, type Passage, type Surroundings } from './guard'
import { requestHeaders } from './headers'
import { followHops, type Arrival } from './hops'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { failed, resultOf } from './outcome'
import { isPrivateAddress } from './private-address'
import { createProxySwitch, proxyHosts, type ProxySetting } from './proxy'
import type { FetchRequest, FetchResult } from './results'
import { createSender, type Send } from './sender'
import { createTimers, type Timers } from './timers'

export interface HttpClient {
  /**
   * Fetches one address politely: in its host's turn, within the limits, through the private-network guard.
   *
   * @param signal gives the request up, under way or waiting, with the problem `cancelled`
   * @returns never rejects: whatever goes wrong is a `failed` result
   */
  readonly fetch: (request: FetchRequest, signal?: AbortSignal) => Promise<FetchResult>
  /**
   * Sends what is fetched from now on another way; the system's is the one from the start. What is under way goes on,
   * and the connections of the way before are closed as soon as nothing is.
   *
   * @returns false when the setting makes no sense (see `isProxySetting`); then nothing changes
   */
  readonly useProxy: (setting: ProxySetting) => Promise<boolean>
}

export interface ClientOptions {
  /**
   * A session of the client's own, in memory (`session.fromPartition('network')`): no cookies or cache reach the disk,
   * and its proxy and its one `onHeadersReceived` listener are the client's.
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
  const timers = createTimers()
  const tools = { session, openConnection: watchConnections(session), timers }
  const send = createSender(tools, limits, backOff, world.now)
  const proxy = createProxySwitch(session)
  const follow = createFollow(send, limits, timers, userAgent)
  return {
    async fetch(request, signal) {
      const asked = fetchableAddress(request.url)
      if (!asked) return failed(request.url, 'bad-address', null, null)
      const leave = proxy.enter()
      try {
        const arrival = await arrive(follow, world, asked, request, signal)
        return resultOf(asked.href, request, arrival, world.now(), backOff.remainingMs(arrival.url.host))
      } finally {
        leave()
      }
    },
    useProxy: proxy.use,
  }
}

/** Follows one chain of hops as the guard lets it pass. */
type Follow = (
  asked: URL,
  request: FetchRequest,
  passage: Passage,
  signal: AbortSignal | undefined,
) => Promise<Arrival>

const createFollow =
  (send: Send, limits: Limits, timers: Timers, userAgent: string): Follow =>
  (asked, request, passage, signal) => {
    const headers = requestHeaders(request, userAgent)
    const authorization = openAuthorization(asked, request.credentials)
    const maximumBytes = limits[`${request.kind}Bytes`]
    return followHops(asked, {
      passage,
      limits,
      signal,
      timers,
      send: (hop, number) =>
        send(
          { ...limits, ...hop, headers: { ...headers, ...authorization(hop.url) }, maximumBytes },
          // A chain that has begun is finished before others begin, or its hops would wait behind a whole sync.
          request.trust === 'typed' || number > 0,
          signal,
        ),
    })
  }

/** Tries a chain unwatched, and watched when that may end otherwise (see `Watch`). */
async function arrive(
  follow: Follow,
  world: World,
  asked: URL,
  request: FetchRequest,
  signal: AbortSignal | undefined,
): Promise<Arrival> {
  const unwatched = openPassage(asked, request.trust, 'unwatched', world)
  const arrival = await follow(asked, request, unwatched, signal)
  const isRefused = arrival.end === 'failure' && arrival.problem === 'private-network'
  if (!isRefused || !unwatched.guessed()) return arrival
  return follow(asked, request, openPassage(asked, request.trust, 'watched', world), signal)
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
