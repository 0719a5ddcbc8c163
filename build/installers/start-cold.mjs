// Starts a built program as a stranger's machine would: from another folder, without a profile, without our environment.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureDisplay } from '../display.mjs'
import { SANDBOX_ARGUMENTS } from '../setup.mjs'
import { DEBUGGING_ARGUMENTS, readerOf } from './debugging.mjs'

const START_MILLISECONDS = 60_000
/** What a program of a desktop session has; the rest of ours might help where a stranger's would not. */
const ENVIRONMENT = [
  'PATH',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'LANG',
  'SystemRoot',
  'windir',
]

/**
 * @param {import('./check.mjs').Unpacked} built
 * @returns {Promise<string[]>} what is wrong, in sentences; empty when the first window came and knows what to do
 */
export async function checkStart({ folder, executable }) {
  const cold = fs.mkdtempSync(path.join(os.tmpdir(), 'broadsheet-cold-'))
  const display = await ensureDisplay()
  try {
    const program = path.join(cold, 'program')
    fs.cpSync(folder, program, { recursive: true, verbatimSymlinks: true })
    const environment = Object.fromEntries(
      ENVIRONMENT.flatMap(name => (display.env[name] ? [[name, display.env[name]]] : [])),
    )
    const home = path.join(cold, 'home')
    fs.mkdirSync(home)
    return await reachWindow(path.join(program, path.relative(folder, executable)), home, environment)
  } finally {
    display.stop()
    fs.rmSync(cold, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {string} executable @param {string} home @param {NodeJS.ProcessEnv} environment */
async function reachWindow(executable, home, environment) {
  const profile = path.join(home, 'profile')
  const child = spawn(
    executable,
    [...SANDBOX_ARGUMENTS, `--user-data-dir=${profile}`, ...DEBUGGING_ARGUMENTS, '--lang=en-GB'],
    {
      cwd: home,
      env: { ...environment, HOME: home, APPDATA: home, LOCALAPPDATA: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise(resolve => child.once('exit', resolve))
  try {
    const { browser, reader } = await readerOf(child, START_MILLISECONDS)
    // The page that greets who has no library yet.
    await reader.getByRole('button', { name: 'Just look around' }).waitFor({ timeout: START_MILLISECONDS })
    await browser.close()
    return []
  } catch (error) {
    return [`The built program did not start: ${error instanceof Error ? error.message : error}`]
  } finally {
    child.kill()
    await ended
  }
}
