import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchApp, type MeasuredApp } from './app/launch'
import type { Completed } from './app/list-reads'
import { librarySize } from './app/measure'
import { difference, total, untilQuiet, type CpuByKind } from './app/meter'
import { completeFeeds, importOpml, takeTasks, untilCompleted, watchTasks } from './app/reader-page'
import { loadReads } from './app/reads'
import { measurePhase } from './app/phases'
import { startLoadServer, type LoadServer } from './load/server-process'
import { makeOpml } from './load/world'
import { readOptions } from './options'
import { cpuReport, megabytes, rounded } from './report'
import { say } from './say'

// `npm run --silent bench -- pages`: what it costs to complete the teasers of feeds in the background: the page behind
// each is fetched and read, and its pictures are decoded and kept. One JSON text on the standard output.

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** The completing of all articles, from one quiet moment to the next. */
interface Completion extends Completed {
  /** Seconds until nothing was left to complete. */
  readonly wall: number
  readonly cpuByKind: CpuByKind
  readonly peakMemory: number
  readonly longTasks: readonly number[]
}

async function measureCompletion(app: MeasuredApp): Promise<Completion> {
  const { reader, meter } = app
  const feedIds = await reader.evaluate(() => globalThis.benchReads.feedIds())
  await takeTasks(reader)
  const before = meter.take(await app.names())
  const begun = performance.now()
  const completed = untilCompleted(reader)
  await completeFeeds(reader, feedIds)
  await completed
  const ended = performance.now()
  await untilQuiet(meter)
  const after = meter.take(await app.names())
  const longTasks = await takeTasks(reader)
  const found = await reader.evaluate(() => globalThis.benchReads.completed())
  return {
    ...found,
    wall: (ended - begun) / 1e3,
    cpuByKind: difference(before.cpu, after.cpu),
    peakMemory: after.peakMemory,
    longTasks,
  }
}

async function measure(server: LoadServer): Promise<object> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-bench-'))
  const app = await launchApp(PROJECT, profile)
  try {
    await watchTasks(app.reader)
    await loadReads(app.reader)
    say('the teasers arrive')
    await measurePhase(app, server, { begin: () => importOpml(app.reader, makeOpml(server.world)) })
    say('their pages and pictures are fetched')
    const completion = await measureCompletion(app)
    return reportOf(completion, await librarySize(profile))
  } finally {
    await app.close()
    await fs.rm(profile, { recursive: true, force: true })
  }
}

/** Seconds end in `_s`, mebibytes in `_mb`, milliseconds in `_ms`, as in the bench of a sync. */
const reportOf = (completion: Completion, bytes: number): object => ({
  pages: completion.pages,
  pictures: completion.pictures,
  loadAverage: rounded(os.loadavg()[1] ?? 0),
  wall_s: rounded(completion.wall),
  cpu_s: rounded(total(completion.cpuByKind)),
  cpuByProcess_s: cpuReport(completion.cpuByKind),
  peakPss_mb: megabytes(completion.peakMemory),
  picturesStored_mb: megabytes(completion.pictureBytes),
  // All of it, teasers included.
  database_mb: megabytes(bytes),
  longestReaderTask_ms: rounded(Math.max(0, ...completion.longTasks), 0),
})

async function main(): Promise<void> {
  const { world } = readOptions(process.argv.slice(2), true)
  say(`making ${world.feeds} feeds with ${world.entries} teasers`)
  const server = await startLoadServer(world)
  try {
    process.stdout.write(`${JSON.stringify(await measure(server), null, 2)}\n`)
  } finally {
    server.stop()
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
