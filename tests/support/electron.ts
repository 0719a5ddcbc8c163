import { _electron, type ElectronApplication } from '@playwright/test'
import path from 'node:path'
import { ensureDisplay } from '../../build/display.mjs'
import { ensureElectron } from '../../build/electron.mjs'

/** Root cannot have Chromium's sandbox; everyone else tests in it. */
export const AS_ROOT = process.platform === 'linux' && process.getuid?.() === 0

/** An application that was started, and the way to end it with what was started for it. */
export interface LaunchedElectron {
  readonly electron: ElectronApplication
  readonly close: () => Promise<void>
}

/**
 * Starts Electron with an application.
 *
 * @param args the application's folder, and what else stands on its command line
 * @param environment additions to ours
 */
export async function launchElectron(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<LaunchedElectron> {
  const executable = await ensureElectron()
  // Playwright holds `ready` back until it listens, but only in an Electron that it finds by itself.
  if (!executable.includes('node_modules'))
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(executable)
  const display = await ensureDisplay()
  const electron = await _electron.launch({
    args: [...(AS_ROOT ? ['--no-sandbox'] : []), ...args],
    chromiumSandbox: !AS_ROOT,
    env: { ...definedOf(display.env), ...environment },
  })
  const close = async (): Promise<void> => {
    await electron.close()
    display.stop()
  }
  return { electron, close }
}

/** Playwright's types take no unset names. */
const definedOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
