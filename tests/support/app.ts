import type { ElectronApplication, Page } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchElectron } from './electron'

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
  const { electron, close } = await launchElectron([PROJECT, `--user-data-dir=${profile}`, '--lang=en-GB'])
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
