import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ensureDisplay } from '../../build/display.mjs'
import { ensureElectron } from '../../build/electron.mjs'

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

/**
 * Starts the built application.
 *
 * @param profile folder of its data
 */
export async function startApp(profile: string): Promise<RunningApp> {
  const display = await ensureDisplay()
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath: await ensureElectron(),
    // Root cannot have Chromium's sandbox; everyone else tests in it.
    args: [...(asRoot ? ['--no-sandbox'] : []), PROJECT, `--user-data-dir=${profile}`, '--lang=en-GB'],
    chromiumSandbox: !asRoot,
    env: definedOf(display.env),
  })
  const pageOf = async (folder: 'reader' | 'ingest'): Promise<Page> => {
    const isWanted = (page: Page): boolean => page.url().startsWith(`app://broadsheet/${folder}/`)
    for (;;) {
      const page = electron.windows().find(isWanted)
      if (page) return page
      await electron.waitForEvent('window', { predicate: isWanted, timeout: 20_000 }).catch(() => undefined)
    }
  }
  const reader = await pageOf('reader')
  const close = async (): Promise<void> => {
    await electron.close()
    display.stop()
  }
  return { electron, reader, pageOf, close }
}

/** Playwright's types take no unset names. */
const definedOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
