import { isIP } from 'node:net'
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

/**
 * What the guard says of a hop: it is refused; it may connect where the function says, and where it did is to be told;
 * or it may connect `anywhere`, and nobody needs to be told.
 */
export type Admission = MayConnect | 'anywhere' | 'refused'

/**
 * How hops that may be private are looked at. Whether the next hop may be private, too, depends on where they led, and
 * learning that has its price for every request. So a chain is first tried `unwatched`: hops to names count as public,
 * which allows less. When the guard then refuses a later hop, the chain is tried again from its beginning, `watched`:
 * that happens to chains which lead to private addresses, and to no others.
 */
export type Watch = 'unwatched' | 'watched'

/** The guard's memory of one chain of hops. */
export interface Passage {
  /** Asked before each hop. A promise only where a name has to be resolved. */
  readonly admit: (url: URL) => Admission | Promise<Admission>
  /**
   * Told after each redirect.
   *
   * @param url the hop that redirected
   * @param address the IP address that answered, `null` where it is not known
   */
  readonly left: (url: URL, address: string | null) => Promise<void>
  /** Whether a hop counted as public only because nobody watched it: watched, the chain may end otherwise. */
  readonly guessed: () => boolean
}

/** @param asked the address that the chain begins with */
export function openPassage(asked: URL, trust: Trust, watch: Watch, surroundings: Surroundings): Passage {
  let wasPublic = trust === 'linked'
  let askedIsPrivate = false
  let guessed = false
  let hops = 0
  const isPrivateHop = async (url: URL, address: string | null): Promise<boolean> => {
    // An IP address needs nobody to tell where it leads.
    if (isIP(hostName(url)) !== 0) return surroundings.isPrivate(hostName(url))
    if (watch === 'watched') return leadsToPrivate(url, address, surroundings)
    guessed = true
    return false
  }
  return {
    admit(url) {
      if (wasPublic && !(askedIsPrivate && url.host === asked.host)) return admitPublic(url, surroundings)
      return watch === 'watched' ? ANYWHERE_BUT_TELL : 'anywhere'
    },
    async left(url, address) {
      hops += 1
      // Once public, the chain stays so: nothing that follows can change what is allowed.
      if (wasPublic) return
      const isPrivate = await isPrivateHop(url, address)
      if (hops === 1) askedIsPrivate = isPrivate
      if (!isPrivate) wasPublic = true
    },
    guessed: () => guessed,
  }
}

const ANYWHERE_BUT_TELL: MayConnect = () => true

/** What is said of a hop that must be public. */
async function admitPublic(url: URL, surroundings: Surroundings): Promise<Admission> {
  const { isPrivate, resolve } = surroundings
  if ((await resolve(hostName(url))).some(isPrivate)) return 'refused'
  const proxies = await proxyAddresses(url, surroundings)
  return address => proxies.includes(address) || !isPrivate(address)
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
