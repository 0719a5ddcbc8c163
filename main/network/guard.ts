import { hostName } from './address'
import type { Trust } from './results'

/**
 * The private-network guard: content of others must not make Broadsheet talk to this machine or its network.
 *
 * What the person typed or subscribed to may be private, and so may redirects that never left the private network.
 * A redirect from a public host to a private one is refused, except back to the very host and port that the person
 * typed when that was private from the start. What content links to must be public from the first hop.
 *
 * - A hop that must be public is resolved before anything is sent; one private address among several is enough.
 * - Rebinding (a name that answers with a public address to us and with a private one to Chromium a moment later) is
 *   met by asking which address Chromium really connected to, before the answer is read: the request went out
 *   then, without cookies or credentials, but its answer is thrown away. The answer also never reaches whoever
 *   wrote the redirect.
 * - Behind a proxy the connected address is the proxy's, which is private more often than not. So the addresses of
 *   the proxies that the system names for this URL pass that second check, and only the first one holds; a name that
 *   only the proxy can resolve is the proxy's to judge.
 */
export interface Surroundings {
  readonly isPrivate: (address: string) => boolean
  /** The IP addresses of a host; none when it cannot be resolved. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** The hosts of the proxies that may carry requests for the URL; none when the connection is direct. */
  readonly proxiesOf: (url: URL) => Promise<readonly string[]>
}

/** Whether an address that Chromium connected to is allowed. */
export type MayConnect = (address: string) => boolean

/** The guard's memory of one chain of hops. */
export interface Passage {
  /** Asked before each hop. `null`: the hop is refused. */
  readonly admit: (url: URL) => Promise<MayConnect | null>
  /**
   * Told after each redirect.
   *
   * @param url the hop that redirected
   * @param address the IP address that answered, `null` where it is not known
   */
  readonly left: (url: URL, address: string | null) => Promise<void>
}

/** @param asked the address that the chain begins with */
export function openPassage(asked: URL, trust: Trust, surroundings: Surroundings): Passage {
  const { isPrivate } = surroundings
  let wasPublic = trust === 'linked'
  let askedIsPrivate = false
  let hops = 0
  return {
    async admit(url) {
      if (!wasPublic || (askedIsPrivate && url.host === asked.host)) return () => true
      const addresses = await surroundings.resolve(hostName(url))
      if (addresses.some(isPrivate)) return null
      const proxies = await proxyAddresses(url, surroundings)
      return address => proxies.includes(address) || !isPrivate(address)
    },
    async left(url, address) {
      hops += 1
      // Once public, the chain stays so: nothing that follows can change what is allowed.
      if (wasPublic) return
      const isPrivateHop = await leadsToPrivate(url, address, surroundings)
      if (hops === 1) askedIsPrivate = isPrivateHop
      if (!isPrivateHop) wasPublic = true
    },
  }
}

/** Whether a hop that took place was on a private network; in doubt it was public, which allows less. */
async function leadsToPrivate(
  url: URL,
  address: string | null,
  surroundings: Surroundings,
): Promise<boolean> {
  const { isPrivate, resolve } = surroundings
  if (address !== null) {
    if (!isPrivate(address)) return false
    if ((await surroundings.proxiesOf(url)).length === 0) return true
  }
  const addresses = await resolve(hostName(url))
  return addresses.length > 0 && addresses.every(isPrivate)
}

async function proxyAddresses(url: URL, { proxiesOf, resolve }: Surroundings): Promise<readonly string[]> {
  const hosts = await proxiesOf(url)
  return (await Promise.all(hosts.map(resolve))).flat()
}

/**
 * The hosts in the answer of Chromium's proxy resolution, a list in the form of PAC files:
 * `PROXY proxy.example:8080; SOCKS5 [::1]:1080; DIRECT`.
 */
export function proxyHosts(list: string): readonly string[] {
  return list.split(';').flatMap(entry => {
    const [, address] = entry.trim().split(/\s+/)
    if (!address || !URL.canParse(`http://${address}`)) return []
    return [hostName(new URL(`http://${address}`))]
  })
}
