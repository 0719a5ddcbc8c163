import { app, net, session } from 'electron'
import { CONCURRENCY, inParallel } from './cost'

// The same fetches by Electron's network stack, as main/network makes them, and nothing else: an application without
// windows. The bench starts them through these globals.

declare global {
  var benchFetch: (addresses: readonly string[]) => Promise<void>
  /** Asks again with the validators of the first time. */
  var benchFetchAgain: () => Promise<void>
}

app.disableHardwareAcceleration()

const validators = new Map<string, string>()

globalThis.benchFetch = async addresses => {
  await app.whenReady()
  await inParallel(addresses, CONCURRENCY, async address => {
    const { bytes, etag } = await ask(address, {})
    if (!bytes) throw new Error(`${address} answered nothing`)
    validators.set(address, etag)
  })
}

globalThis.benchFetchAgain = () =>
  inParallel([...validators], CONCURRENCY, async ([address, etag]) => {
    const { status } = await ask(address, { 'if-none-match': etag })
    if (status !== 304) throw new Error(`${address} answered ${status}`)
  })

interface Answer {
  readonly status: number
  readonly etag: string
  readonly bytes: number
}

const ask = (url: string, headers: Readonly<Record<string, string>>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = net.request({
      url,
      headers,
      session: session.fromPartition('bench'),
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    })
    request.on('response', response => {
      const chunks: Uint8Array[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          etag: String(response.headers['etag'] ?? ''),
          bytes: Buffer.concat(chunks).length,
        }),
      )
    })
    request.on('error', reject)
    request.end()
  })
