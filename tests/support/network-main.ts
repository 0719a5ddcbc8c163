import { app, session } from 'electron'
import {
  createClient,
  type FetchRequest,
  type FetchResult,
  type HttpClient,
  type Limits,
} from '../../main/network'
import { isPrivateAddress } from '../../main/network/private-address'

// The main process of the network tests: no window, only clients that tests make and use through this global.

/** What a test may set about a client, as plain data: it crosses processes. */
export interface Setup {
  readonly limits?: Partial<Limits>
  /** Addresses that count as public, so that loopback can play the internet. */
  readonly publicAddresses?: readonly string[]
  /** What the guard is told that names resolve to, whatever they really do. */
  readonly names?: Readonly<Record<string, readonly string[]>>
  /** Chromium's proxy rules. */
  readonly proxyRules?: string
}

/** A result whose body can cross processes. */
export type PlainResult = Exclude<FetchResult, { readonly outcome: 'fetched' }> | PlainFetched
type PlainFetched = Omit<Extract<FetchResult, { readonly outcome: 'fetched' }>, 'body'> & {
  readonly body: string
  /** Bytes of the buffer behind the body. */
  readonly bufferSize: number
}

export interface NetworkTest {
  /** Makes a client with a session of its own and returns its number. */
  readonly open: (setup: Setup) => Promise<number>
  readonly fetch: (
    client: number,
    request: FetchRequest,
    cancelAfterMs: number | null,
  ) => Promise<PlainResult>
}

declare global {
  var networkTest: NetworkTest
}

const clients: HttpClient[] = []

app.disableHardwareAcceleration()

globalThis.networkTest = {
  async open({ limits = {}, publicAddresses = [], names, proxyRules }) {
    await app.whenReady()
    const own = session.fromPartition(`network-${clients.length}`)
    if (proxyRules) await own.setProxy({ proxyRules })
    const isPrivate = (address: string): boolean =>
      !publicAddresses.includes(address) && isPrivateAddress(address)
    const world = { isPrivate, ...(names ? { resolve: async (host: string) => names[host] ?? [] } : {}) }
    return clients.push(createClient({ session: own, userAgent: 'Broadsheet/test', limits, world })) - 1
  },
  async fetch(number, request, cancelAfterMs) {
    const client = clients[number]
    if (!client) throw new Error(`there is no client ${number}`)
    const signal = cancelAfterMs === null ? undefined : AbortSignal.timeout(cancelAfterMs)
    const result = await client.fetch(request, signal)
    if (result.outcome !== 'fetched') return result
    const { body, ...rest } = result
    return { ...rest, body: new TextDecoder().decode(body), bufferSize: body.buffer.byteLength }
  },
}
