import { app, session } from 'electron'
import { tuneChromium } from '../../main/chromium'
import {
  createClient,
  type FetchRequest,
  type FetchResult,
  type HttpClient,
  type Limits,
  type ProxySetting,
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
  /** Whether certificates that nobody vouches for are good, too. */
  readonly trustsAll?: boolean
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
  readonly useProxy: (client: number, setting: ProxySetting) => Promise<boolean>
  /** Kilobytes that the main process and Chromium's network process hold now. */
  readonly memory: () => Promise<number>
}

declare global {
  var networkTest: NetworkTest
}

const clients: HttpClient[] = []

app.disableHardwareAcceleration()
tuneChromium(app.commandLine, process.versions['chrome'])

function clientOf(number: number): HttpClient {
  const client = clients[number]
  if (!client) throw new Error(`there is no client ${number}`)
  return client
}

globalThis.networkTest = {
  async open({ limits = {}, publicAddresses = [], names, proxyRules, trustsAll }) {
    await app.whenReady()
    const own = session.fromPartition(`network-${clients.length}`)
    if (proxyRules) await own.setProxy({ proxyRules })
    if (trustsAll) {
      own.setCertificateVerifyProc((_request, answer) => answer(0))
      // Chromium's network process hears that in its own time, and answers questions in their order.
      await own.resolveHost('127.0.0.1')
    }
    const isPrivate = (address: string): boolean =>
      !publicAddresses.includes(address) && isPrivateAddress(address)
    const world = { isPrivate, ...(names ? { resolve: async (host: string) => names[host] ?? [] } : {}) }
    return clients.push(createClient({ session: own, userAgent: 'Broadsheet/test', limits, world })) - 1
  },
  async fetch(number, request, cancelAfterMs) {
    const signal = cancelAfterMs === null ? undefined : AbortSignal.timeout(cancelAfterMs)
    const result = await clientOf(number).fetch(request, signal)
    if (result.outcome !== 'fetched') return result
    const { body, ...rest } = result
    return { ...rest, body: new TextDecoder().decode(body), bufferSize: body.buffer.byteLength }
  },
  useProxy: (number, setting) => clientOf(number).useProxy(setting),
  memory: async () => {
    const network = app.getAppMetrics().filter(process => process.serviceName?.includes('NetworkService'))
    const main = process.memoryUsage().rss / 1024
    return main + network.reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
  },
}
