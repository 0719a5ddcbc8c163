import { BlockList, isIP } from 'node:net'

// IANA special-purpose registries. Left out on purpose: the documentation ranges (they lead nowhere) and
// 198.18.0.0/15, which local proxies hand out as stand-ins for public names ("fake IP").
const PRIVATE_IPV4 = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT, and overlay networks
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // protocol assignments
  ['192.168.0.0', 16],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const

const PRIVATE_IPV6 = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48], // local translation
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local, as it once was
  ['ff00::', 8], // multicast
] as const

const PRIVATE = new BlockList()
for (const [network, prefix] of PRIVATE_IPV4) PRIVATE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of PRIVATE_IPV6) PRIVATE.addSubnet(network, prefix, 'ipv6')

/**
 * Whether an IP address belongs to this machine or a network that is not the public internet. IPv6 addresses that
 * carry an IPv4 address (mapped, compatible, NAT64, 6to4) are judged by that too.
 *
 * @param address IPv4 in dotted form or IPv6, with or without brackets and zone. What is neither counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/s, '')
  const version = isIP(bare)
  if (version === 0) return true
  if (version === 4) return PRIVATE.check(bare, 'ipv4')
  if (PRIVATE.check(bare, 'ipv6')) return true
  const carried = carriedIpv4(groupsOf(bare))
  return carried !== null && PRIVATE.check(carried, 'ipv4')
}

/** The eight 16-bit groups of a valid IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // The URL parser writes dotted tails as hexadecimal groups.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const parse = (part: string): number[] =>
    part.split(':').flatMap(group => (group ? [parseInt(group, 16)] : []))
  const [before, after] = [parse(head), parse(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/** The IPv4 address inside an IPv6 address, in dotted form, or `null`. */
function carriedIpv4(groups: readonly number[]): string | null {
  const startsWith = (...prefix: readonly number[]): boolean =>
    prefix.every((group, at) => groups[at] === group)
  const dotted = (at: number): string => {
    const [high = 0, low = 0] = groups.slice(at, at + 2)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  if (startsWith(0x2002)) return dotted(1) // 6to4, RFC 3056
  const isMapped = startsWith(0, 0, 0, 0, 0, 0xffff)
  const isTranslated = startsWith(0, 0, 0, 0, 0xffff, 0) || startsWith(0x64, 0xff9b, 0, 0, 0, 0) // RFC 6145, 6052
  const isCompatible = startsWith(0, 0, 0, 0, 0, 0)
  return isMapped || isTranslated || isCompatible ? dotted(6) : null
}
