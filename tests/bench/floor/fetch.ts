import { CONCURRENCY, costOf, inParallel } from './cost'

// The same fetches by undici, which is Node's own `fetch`. A process of its own: its CPU time is the floor.

async function fetchWhole(address: string): Promise<void> {
  const response = await fetch(address)
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
  await response.arrayBuffer()
}

process.on('message', async (addresses: readonly string[]) => {
  process.send?.(await costOf(() => inParallel(addresses, CONCURRENCY, fetchWhole)))
})
