import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { LoadServer } from '../load/server-process'
import { makeOpml } from '../load/world'
import { say } from '../say'
import { launchApp, type MeasuredApp } from './launch'
import { measureMarkRead, type MarkRead } from './mark-read'
import { untilQuiet } from './meter'
import { measurePhase, type Phase } from './phases'
import { loadReads } from './reads'
import { importOpml, refreshAll, watchTasks } from './reader-page'

/** The three phases of a library's life with its feeds. */
export interface Measured {
  readonly first: Phase
  readonly unchanged: Phase
  readonly oneNew: Phase
  readonly markRead: MarkRead
  /** CPU seconds from the start of the application until it was quiet, before the first phase. */
  readonly startCpu: number
  /** Bytes on the disk after everything. */
  readonly database: number
}

/**
 * Begins to watch something of the application, besides the measuring.
 *
 * @returns ends it; called when the first sync has ended, before the application comes to rest
 */
export type Watch = (app: MeasuredApp) => Promise<() => Promise<void>>

/**
 * Runs the application through all phases on a fresh profile.
 *
 * @param entry what Electron is started with
 * @param watches what watches the first sync; each of them costs CPU time that is measured along
 */
export async function measureApp(
  entry: string,
  server: LoadServer,
  watches: readonly Watch[],
): Promise<Measured> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-bench-'))
  const app = await launchApp(entry, profile)
  try {
    const { reader, meter } = app
    const startCpu = meter.cpu()
    await watchTasks(reader)
    await loadReads(reader)
    await reader.evaluate(() => globalThis.benchReads.leavePictures())
    say('first sync')
    const opml = makeOpml(server.world)
    const ends = await Promise.all(watches.map(watch => watch(app)))
    const first = await measurePhase(app, server, {
      begin: () => importOpml(reader, opml),
      end: async () => {
        for (const end of ends) await end()
      },
    })
    await untilQuiet(meter)
    say('nothing has changed')
    const unchanged = await measurePhase(app, server, { begin: () => refreshAll(reader) })
    say('one new entry a feed')
    await server.show(2)
    const oneNew = await measurePhase(app, server, { begin: () => refreshAll(reader) })
    await untilQuiet(meter)
    say('everything is read, and unread again')
    const markRead = await measureMarkRead(reader)
    const database = await librarySize(profile)
    return { first, unchanged, oneNew, markRead, startCpu, database }
  } finally {
    await app.close()
    await fs.rm(profile, { recursive: true, force: true })
  }
}

/** @returns bytes of the database and of the search index of a profile */
export async function librarySize(profile: string): Promise<number> {
  const sizes = ['IndexedDB', 'File System'].map(folder => sizeOf(path.join(profile, folder)))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async file => (await fs.stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
