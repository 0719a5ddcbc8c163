// Drives a program as it is installed: its fuses leave no way in but Chromium's own debugging port.
import { chromium } from '@playwright/test'

/** What has to be on the command line of a program that `readerOf` is given. */
export const DEBUGGING_ARGUMENTS = ['--remote-debugging-port=0']

/**
 * Waits for the reader's window of a program that was started with a pipe for its errors, and connects to it.
 *
 * Not before the window is there: who connects halts every page that opens until it was looked at, the hidden ones too,
 * and the start is another one then.
 *
 * @param {import('node:child_process').ChildProcess} child @param {number} milliseconds to wait for the window
 * @returns {Promise<{ browser: import('@playwright/test').Browser, reader: import('@playwright/test').Page }>}
 * @throws when the program ended or the window did not come, with what the program said
 */
export async function readerOf(child, milliseconds) {
  let said = ''
  child.stderr?.on('data', data => (said += data))
  // One that cannot be started at all has no exit code.
  child.once('error', error => (said += error.message))
  const end = Date.now() + milliseconds
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`it ended with ${child.exitCode ?? child.signalCode}\n${said.trim()}`)
    const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? []
    if (port && (await hasReader(port))) return connect(port, milliseconds)
    if (Date.now() > end) throw new Error(`its window did not come in ${milliseconds} ms\n${said.trim()}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const READER = 'app://broadsheet/reader/'

/** @param {string} port @returns {Promise<boolean>} */
async function hasReader(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = /** @type {readonly { readonly url: string }[]} */ (await response.json())
    return targets.some(({ url }) => url.startsWith(READER))
  } catch {
    // It says where it listens a moment before it answers.
    return false
  }
}

/** @param {string} port @param {number} timeout */
async function connect(port, timeout) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout })
  const pages = browser.contexts().flatMap(context => context.pages())
  const reader = pages.find(page => page.url().startsWith(READER))
  if (!reader) throw new Error('its window closed at once')
  return { browser, reader }
}
