import type { ElectronApplication, Page } from '@playwright/test'
import { launchElectron } from '../../support/electron'
import { lookAround } from '../../support/reader'
import { startMeter, untilQuiet, type Meter } from './meter'

/** The built application on a fresh profile, watched. */
export interface MeasuredApp {
  readonly electron: ElectronApplication
  readonly reader: Page
  readonly ingest: Page
  readonly meter: Meter
  /** What its pages are called, by the number of their process. */
  readonly names: () => Promise<ReadonlyMap<number, string>>
  readonly close: () => Promise<void>
}

/**
 * Starts the application and waits until it has nothing to do.
 *
 * @param entry what Electron is started with: a folder with a package.json, or a script
 * @param profile folder of its data
 */
export async function launchApp(entry: string, profile: string): Promise<MeasuredApp> {
  const { electron, close } = await launchElectron([entry, `--user-data-dir=${profile}`, '--lang=en-GB'])
  const { pid } = electron.process()
  if (pid === undefined) throw new Error('the application did not start')
  const meter = startMeter(pid)
  const reader = await pageIn(electron, 'reader')
  const ingest = await pageIn(electron, 'ingest')
  await lookAround(reader)
  await untilQuiet(meter)
  return {
    electron,
    reader,
    ingest,
    meter,
    names: async () => new Map(await processNames(electron)),
    close: async () => {
      meter.stop()
      await close()
    },
  }
}

async function pageIn(electron: ElectronApplication, folder: 'reader' | 'ingest'): Promise<Page> {
  const isWanted = (page: Page): boolean => page.url().startsWith(`app://broadsheet/${folder}/`)
  for (;;) {
    const page = electron.windows().find(isWanted)
    if (page) return page
    await electron.waitForEvent('window', { predicate: isWanted, timeout: 20_000 }).catch(() => undefined)
  }
}

/** Pages are told apart by the folder under renderer/ that they come from. */
const processNames = (electron: ElectronApplication): Promise<(readonly [number, string])[]> =>
  electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map(
        contents =>
          [contents.getOSProcessId(), new URL(contents.getURL()).pathname.split('/')[1] ?? ''] as const,
      ),
  )
