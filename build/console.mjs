import { spawn } from 'node:child_process'

/** Tells the person what happens, one line a step. @param {string} text */
export function say(text) {
  process.stderr.write(`broadsheet: ${text}\n`)
}

/** Ends the script with one sentence that says what to do. @param {string} text @returns {never} */
export function fail(text) {
  say(text)
  process.exit(1)
}

/**
 * Runs a program to its end with our own input and output.
 *
 * @param {string} command @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it was killed or could not be started
 */
export function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    const done = (/** @type {number} */ code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(code)
    }
    child.on('error', error => {
      say(`${command} could not be started: ${error.message}`)
      done(1)
    })
    child.on('exit', code => done(code ?? 1))
  })
}

/** npm and its programs are `.cmd` files on Windows, which only a shell starts. */
export const SHELL = process.platform === 'win32'
