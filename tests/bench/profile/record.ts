import type { ElectronApplication, Page } from '@playwright/test'
import { build } from 'electron-vite'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'node:inspector/promises'
import type { MeasuredApp } from '../app/launch'
import type { Watch } from '../app/measure'
import type { Phase } from '../app/phases'
import { say } from '../say'
import type { CpuProfile } from './cpu-profile'
import { createSources, type SourceOf } from './sources'
import { summarise, type Shares } from './summary'

declare global {
  /** The main process's connection with its own inspector. */
  var benchInspector: Session
}

const SAMPLE_MICROSECONDS = 1_000
const FUNCTIONS_TOLD = 40
const THREADS_TOLD = 20

const builtIn = (project: string): string => path.join(project, 'out/bench/app')

/**
 * Builds the application once more, with its functions' names and source maps, into a folder of its own.
 *
 * @returns what Electron is to be started with
 */
export async function buildForProfiles(project: string): Promise<string> {
  say('building the application with names for the profile')
  await build({
    root: project,
    logLevel: 'error',
    build: { outDir: builtIn(project), sourcemap: true, minify: false },
  })
  return path.join(builtIn(project), 'main/index.js')
}

/**
 * Makes V8 profiles of the ingest page, the reader and the main process, writes them (the ingest page's to the given
 * file, the others beside it) and tells where the time went. Their workers are not in it: see `tellThreads`.
 */
export function watchProfiles(project: string, file: string): Watch {
  const sourceOf = createSources(project, builtIn(project))
  const beside = (name: string): string => file.replace(/(\.\w+)?$/, extension => `-${name}${extension}`)
  return async app => {
    const stops = await start(app)
    return async () => {
      const profiles: (readonly [string, CpuProfile])[] = []
      // All end before the first one is looked at: a profiler costs CPU time while it runs.
      for (const [name, stop] of stops) profiles.push([name, await stop()])
      for (const [name, profile] of profiles) {
        await fs.writeFile(name === 'ingest' ? file : beside(name), JSON.stringify(profile))
        tell(name, profile, sourceOf)
      }
    }
  }
}

/** Tells how much CPU time each thread took. */
export function tellThreads({ threads }: Phase): void {
  const shares = Object.entries(threads).sort(([, one], [, other]) => other - one)
  tellShares('first sync: CPU seconds by thread that lives', shares.slice(0, THREADS_TOLD))
}

type Stop = () => Promise<CpuProfile>

const start = async ({
  electron,
  ingest,
  reader,
}: MeasuredApp): Promise<readonly (readonly [string, Stop])[]> => [
  ['ingest', await profilePage(ingest)],
  ['reader', await profilePage(reader)],
  ['main', await profileMain(electron)],
]

async function profilePage(page: Page): Promise<Stop> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
  await session.send('Profiler.start')
  return async () => (await session.send('Profiler.stop')).profile
}

async function profileMain(electron: ElectronApplication): Promise<Stop> {
  await electron.evaluate(async (_, interval) => {
    const inspector = process.getBuiltinModule('node:inspector/promises')
    const session = new inspector.Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval })
    await session.post('Profiler.start')
    globalThis.benchInspector = session
  }, SAMPLE_MICROSECONDS)
  return () => electron.evaluate(async () => (await globalThis.benchInspector.post('Profiler.stop')).profile)
}

function tell(name: string, profile: CpuProfile, sourceOf: SourceOf): void {
  const { stages, functions } = summarise(profile, sourceOf)
  tellShares(`${name}: seconds by folder`, stages)
  tellShares(`${name}: seconds by function (self)`, functions.slice(0, FUNCTIONS_TOLD))
}

function tellShares(title: string, shares: Shares): void {
  say(title)
  for (const [name, seconds] of shares) process.stderr.write(`  ${seconds.toFixed(3).padStart(8)}  ${name}\n`)
}
