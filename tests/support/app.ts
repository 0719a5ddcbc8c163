import type { ElectronApplication, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { ensureDisplay } from '../../build/display.mjs'
import { ensureElectron } from '../../build/electron.mjs'
import { AS_ROOT, launchElectron } from './electron'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** The built application, running. */
export interface RunningApp {
  readonly electron: ElectronApplication
  /** The reader's page. */
  readonly reader: Page
  /** The page of that folder under renderer/, waiting for it: the ingest page is started anew when it dies. */
  readonly pageOf: (folder: 'reader' | 'ingest') => Promise<Page>
  readonly close: () => Promise<void>
}

/** A folder for the application's data, which outlives restarts. */
export async function newProfile(): Promise<string> {
  return fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-profile-'))
}

/** @returns the command line of the application behind Electron's own name */
const argumentsOf = (data: readonly string[]): readonly string[] => [PROJECT, ...data, '--lang=en-GB']
const inProfile = (profile: string): readonly string[] => [`--user-data-dir=${profile}`]

/** How a start ended that ended by itself. */
export interface EndedStart {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Starts the application as a terminal does, and waits for its end.
 *
 * @param args its whole command line
 * @param folder that it is started in
 */
export async function startInTerminal(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  folder = os.tmpdir(),
): Promise<EndedStart> {
  const sandbox = AS_ROOT ? ['--no-sandbox'] : []
  const program = spawn(await ensureElectron(), [...sandbox, ...argumentsOf(args)], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = async (stream: Readable): Promise<string> =>
    (await stream.setEncoding('utf8').toArray()).join('')
  const [stdout, stderr, [code]] = await Promise.all([
    read(program.stdout),
    read(program.stderr),
    once(program, 'exit') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}

/**
 * Starts the application a second time, with the profile of one that runs.
 *
 * @param data what says where its data is
 * @returns once that start has ended, with its exit code
 */
export async function startAgain(
  profile: string,
  args: readonly string[],
  data = inProfile(profile),
): Promise<number | null> {
  const display = await ensureDisplay()
  const { code } = await startInTerminal([...data, ...args], display.env, path.dirname(profile))
  display.stop()
  return code
}

/** What else can be said of a start. */
export interface StartOptions {
  /** Additions to our environment. */
  readonly environment?: Readonly<Record<string, string>>
  /** What says where its data is; nothing for the application's own choice. */
  readonly data?: readonly string[]
}

/** The application, running, whatever windows it has. */
export type StartedApp = Omit<RunningApp, 'reader'>

/**
 * Starts the built application and waits for its window.
 *
 * @param profile folder of its data
 * @param args what else stands on its command line
 */
export async function startApp(
  profile: string,
  args: readonly string[] = [],
  options: StartOptions = {},
): Promise<RunningApp> {
  const app = await startWindowless(profile, args, options)
  return { ...app, reader: await app.pageOf('reader') }
}

/** Starts the built application and waits for no window. */
export async function startWindowless(
  profile: string,
  args: readonly string[],
  { environment = {}, data = inProfile(profile) }: StartOptions = {},
): Promise<StartedApp> {
  const { electron, close } = await launchElectron([...argumentsOf(data), ...args], environment)
  const pageOf = async (folder: 'reader' | 'ingest'): Promise<Page> => {
    const isWanted = (page: Page): boolean => page.url().startsWith(`app://broadsheet/${folder}/`)
    for (;;) {
      const page = electron.windows().find(isWanted)
      if (page) return page
      await electron.waitForEvent('window', { predicate: isWanted, timeout: 20_000 }).catch(() => undefined)
    }
  }
  return { electron, pageOf, close }
}
