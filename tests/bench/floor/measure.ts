import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type * as StorePage from './store-page'
import { launchElectron } from '../../support/electron'
import { startMeter, untilQuiet, type Meter } from '../app/meter'
import { startChild } from '../child'
import type { LoadServer } from '../load/server-process'
import { addressesOf, type WorldOptions } from '../load/world'
import { say } from '../say'
import type { Cost } from './cost'

declare global {
  /** The page's bundle. */
  var benchStore: typeof StorePage
}

/** What the same work takes when nothing is around it. */
export interface Floor {
  readonly fetch: Cost
  readonly electronFetch: Cost
  /** The same requests by Electron once more, all of which are answered with 304. */
  readonly electronUnchanged: Cost
  readonly parse: Cost
  readonly store: Cost
}

/** Measures all of it, one after the other. */
export async function measureFloor(server: LoadServer): Promise<Floor> {
  const { world } = server
  say('floor: the same fetches by undici')
  const fetch = await costInChild('fetch', addressesOf(world))
  say('floor: the same bodies parsed by the feed library')
  const parse = await costInChild('parse', world)
  say('floor: the same fetches by Electron')
  const [electronFetch, electronUnchanged] = await measureElectronFetch(world)
  say('floor: the same articles stored')
  const store = await measureStore(world)
  return { fetch, parse, electronFetch, electronUnchanged, store }
}

async function costInChild(name: 'fetch' | 'parse', question: object): Promise<Cost> {
  const child = startChild<object, Cost>(`floor-${name}`)
  try {
    return await child.ask(question)
  } finally {
    child.stop()
  }
}

async function measureElectronFetch(world: WorldOptions): Promise<readonly [whole: Cost, unchanged: Cost]> {
  const { electron, close } = await launchElectron([
    path.join(import.meta.dirname, 'floor-electron-fetch.mjs'),
  ])
  const costOfFetching = (fetch: () => Promise<void>): Promise<Cost> =>
    costOfProgram(electron.process().pid, async () => {
      const begun = performance.now()
      await fetch()
      return (performance.now() - begun) / 1e3
    })
  try {
    const addresses = addressesOf(world)
    return [
      await costOfFetching(() => electron.evaluate((_, given) => globalThis.benchFetch(given), addresses)),
      await costOfFetching(() => electron.evaluate(() => globalThis.benchFetchAgain())),
    ]
  } finally {
    await close()
  }
}

async function measureStore(world: WorldOptions): Promise<Cost> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-bench-'))
  const { electron, close } = await launchElectron([path.join(import.meta.dirname, 'store')], {
    HARNESS_PROFILE: profile,
  })
  try {
    const page = await electron.firstWindow()
    await page.waitForFunction(() => 'benchStore' in globalThis)
    await page.evaluate(given => globalThis.benchStore.prepare(given), world)
    return await costOfProgram(electron.process().pid, () =>
      page.evaluate(() => globalThis.benchStore.store()),
    )
  } finally {
    await close()
    await fs.rm(profile, { recursive: true, force: true })
  }
}

/** The CPU time of all processes of a program for some work, from one quiet moment to the next. */
async function costOfProgram(pid: number | undefined, work: () => Promise<number>): Promise<Cost> {
  if (pid === undefined) throw new Error('the program did not start')
  const meter: Meter = startMeter(pid)
  try {
    await untilQuiet(meter)
    const before = meter.cpu()
    const wall = await work()
    await untilQuiet(meter)
    return { cpu: meter.cpu() - before, wall }
  } finally {
    meter.stop()
  }
}
