import { app, net, session } from 'electron'
import { CONCURRENCY, inParallel } from './cost'

// The same fetches by Electron's network stack, as main/network makes them, and nothing else: an application without
// windows. The bench starts them through this global.

declare global {
  var benchFetch: (addresses: readonly string[]) => Promise<void>
}

app.disableHardwareAcceleration()

globalThis.benchFetch = async addresses => {
  await app.whenReady()
  const own = session.fromPartition('bench')
  await inParallel(addresses, CONCURRENCY, address => fetchWhole(own, address))
}

const fetchWhole = (own: Electron.Session, url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = net.request({
      url,
      session: own,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    })
    request.on('response', response => {
      const chunks: Uint8Array[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => {
        if (Buffer.concat(chunks).length > 0) resolve()
        else reject(new Error(`${url} answered nothing`))
      })
    })
    request.on('error', reject)
    request.end()
  })
