import path from 'node:path'
import type { ReadTimes } from './app/list-reads'
import { measureApp } from './app/measure'
import { watchReads } from './app/reads'
import { measureFloor } from './floor/measure'
import { startLoadServer } from './load/server-process'
import { readOptions } from './options'
import { buildForProfiles, tellThreads, watchProfiles } from './profile/record'
import { reportOf } from './report'
import { say } from './say'

// `npm run --silent bench -- sync`: what a first sync, an unchanged one and one with a new entry a feed cost, beside
// what the same work costs when nothing is around it. One JSON text on the standard output.

const PROJECT = path.resolve(import.meta.dirname, '../..')

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), false)
  say(`making ${options.world.feeds} feeds with ${options.world.entries} entries`)
  const server = await startLoadServer(options.world)
  try {
    const floor = await measureFloor(server)
    const reads: ReadTimes = { lists: [], articles: [] }
    const watches = [
      ...(options.probe ? [watchReads(options.probe, times => Object.assign(reads, times))] : []),
      ...(options.profile ? [watchProfiles(PROJECT, options.profile)] : []),
    ]
    const entry = options.profile ? await buildForProfiles(PROJECT) : PROJECT
    const measured = await measureApp(entry, server, watches)
    if (options.profile) tellThreads(measured.first)
    process.stdout.write(`${JSON.stringify(reportOf(options, floor, measured, reads), null, 2)}\n`)
  } finally {
    server.stop()
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
