import { app, net } from 'electron'
import path from 'node:path'
import type { UpdateState } from '../../preload/contract'
import type { ProxySetting } from '../network'
import { lastingArguments, type RunOrder } from './arguments'
import { updateWayOf, type Machine } from './installation'
import type { UpdateEngine } from './update-engine'
import { updateProblemOf } from './update-problems'
import { readUpdateRecord, writeUpdateRecord } from './update-record'
import { hostOfConfig } from './update-session'
import { createUpdates, type Updates } from './updates'

/** The updates of this program, and the way they are fetched. */
export interface ProgramUpdates extends Updates {
  useProxy(proxy: ProxySetting): void
}

/** A start is not held up by the question whether there is a newer version, in milliseconds. */
const FIRST = 10_000
const BETWEEN = 60 * 60 * 1000

/**
 * Updates of the program as it is installed. Where they come from is said by a file alone: `app-update.yml` among the
 * program's resources, or, for a program that was not packaged, `dev-app-update.yml` in the folder of its data.
 *
 * @param secure finishes what is under way and backs the library up; says whether that succeeded
 */
export async function createProgramUpdates(
  machine: Machine,
  order: RunOrder,
  secure: () => Promise<boolean>,
  tell: (state: UpdateState) => void,
): Promise<ProgramUpdates> {
  const folder = app.getPath('userData')
  const config = machine.isPackaged
    ? path.join(machine.resources, 'app-update.yml')
    : path.join(folder, 'dev-app-update.yml')
  let proxy: ProxySetting = { kind: 'system' }
  let engine: Promise<UpdateEngine> | null = null
  const load = async (): Promise<UpdateEngine> => {
    // Most runs never ask, so they do not load it.
    const { createEngine } = await import('./update-engine')
    const restart = lastingArguments(process.argv.slice(1), order)
    const made = createEngine({ config, isPackaged: machine.isPackaged, restart })
    await made.useProxy(proxy)
    return made
  }
  const updates = createUpdates({
    way: updateWayOf(machine, config),
    version: app.getVersion(),
    host: hostOfConfig(machine.readFile(config) ?? ''),
    record: await readUpdateRecord(folder),
    remember: record =>
      writeUpdateRecord(folder, record).catch((error: unknown) => console.error('update:', error)),
    engine: () => (engine ??= load()),
    secure,
    problemOf: error => updateProblemOf(error, net.isOnline()),
    online: () => net.isOnline(),
    now: Date.now,
    tell,
  })
  setTimeout(() => void updates.turn(), FIRST).unref()
  setInterval(() => void updates.turn(), BETWEEN).unref()
  return {
    ...updates,
    useProxy: setting => {
      proxy = setting
      void engine?.then(made => made.useProxy(setting))
    },
  }
}
