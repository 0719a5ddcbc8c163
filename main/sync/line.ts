import type { WaitingAddress } from '../../preload/contract'

/** Addresses that wait for their turn. Hosts take turns, so that a host with thousands delays no other. */
export interface Line {
  /** Takes the next address of a host that may be asked. */
  take(mayAsk: (host: string) => boolean): WaitingAddress | undefined
  /** Takes all addresses of a host. */
  takeAllOf(host: string): readonly WaitingAddress[]
  /** Puts an address back to the end of its host's. */
  putBack(address: WaitingAddress): void
  readonly size: () => number
}

/** The host of an address as it was typed; those that name none are one. */
export const hostOf = ({ address }: WaitingAddress): string => {
  const absolute = address.includes('://') ? address : `https://${address}`
  return URL.canParse(absolute) ? new URL(absolute).host : ''
}

/** @returns the addresses, each host's in the order given */
export function createLine(addresses: readonly WaitingAddress[]): Line {
  // A Map keeps its order: a host that had its turn goes to the end. Each host's addresses are taken from `at` on.
  const hosts = new Map<string, { readonly addresses: WaitingAddress[]; at: number }>()
  let size = 0
  const putBack = (address: WaitingAddress): void => {
    const host = hostOf(address)
    const own = hosts.get(host)
    if (own) own.addresses.push(address)
    else hosts.set(host, { addresses: [address], at: 0 })
    size++
  }
  addresses.forEach(putBack)
  return {
    take: mayAsk => {
      for (const [host, own] of hosts) {
        if (!mayAsk(host)) continue
        const next = own.addresses[own.at++]
        hosts.delete(host)
        if (own.at < own.addresses.length) hosts.set(host, own)
        size--
        return next
      }
      return undefined
    },
    takeAllOf: host => {
      const own = hosts.get(host)
      const all = own ? own.addresses.slice(own.at) : []
      hosts.delete(host)
      size -= all.length
      return all
    },
    putBack,
    size: () => size,
  }
}
