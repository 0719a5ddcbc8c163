import type { ElectronApplication, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
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
const argumentsOf = (profile: string): readonly string[] => [
  PROJECT,
  `--user-data-dir=${profile}`,
  '--lang=en-GB',
]

/**
 * Starts the application a second time, with the profile of one that runs.
 *
 * @returns once that start has ended, with its exit code
 */
export async function startAgain(profile: string, args: readonly string[]): Promise<number | null> {
  const display = await ensureDisplay()
  const sandbox = AS_ROOT ? ['--no-sandbox'] : []
  const second = spawn(await ensureElectron(), [...sandbox, ...argumentsOf(profile), ...args], {
    env: display.env,
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  display.stop()
  return code
}

/**
 * Starts the built application.
 *
 * @param profile folder of its data
 * @param args what else stands on its command line
 */
export async function startApp(profile: string, args: readonly string[] = []): Promise<RunningApp> {
  const { electron, close } = await launchElectron([...argumentsOf(profile), ...args])
  const pageOf = async (folder: 'reader' | 'ingest'): Promise<Page> => {
    const isWanted = (page: Page): boolean => page.url().startsWith(`app://broadsheet/${folder}/`)
    for (;;) {
      const page = electron.windows().find(isWanted)
      if (page) return page
      await electron.waitForEvent('window', { predicate: isWanted, timeout: 20_000 }).catch(() => undefined)
    }
  }
  const reader = await pageOf('reader')
  return { electron, reader, pageOf, close }
}
