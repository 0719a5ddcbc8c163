// All set-up of a fresh clone: dependencies, Electron, system packages, build. What is done is not done again.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, run, say, SHELL } from './console.mjs'

export const PROJECT = path.resolve(import.meta.dirname, '..')
const INPUTS = [
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** @param {readonly string[]} names files and folders of the project @returns {string} */
function hashOf(names) {
  const hash = createHash('sha256')
  /** @param {string} name */
  const add = name => {
    const full = path.join(PROJECT, name)
    if (!fs.statSync(full).isDirectory()) hash.update(name).update('\0').update(fs.readFileSync(full))
    else for (const child of fs.readdirSync(full).sort()) add(path.join(name, child))
  }
  names.forEach(add)
  return hash.digest('hex')
}

/**
 * Does a step unless the inputs are those of the last time it succeeded.
 *
 * @param {string} stamp file that keeps the hash @param {readonly string[]} inputs @param {() => Promise<void>} step
 */
async function once(stamp, inputs, step) {
  const file = path.join(PROJECT, stamp)
  const hash = hashOf(inputs)
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash) return
  // An interrupted step must not pass for a finished one.
  fs.rmSync(file, { force: true })
  await step()
  fs.writeFileSync(file, hash)
}

/** Installs the dependencies that package-lock.json names. */
const ensureDependencies = () =>
  once('node_modules/.broadsheet', ['package-lock.json'], async () => {
    say('installing dependencies …')
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    if (await run('npm', args, { cwd: PROJECT, shell: SHELL }))
      fail('npm could not install the dependencies; the lines above say why.')
  })

/** Builds the application into `out/`. */
const ensureBuilt = () =>
  once('out/.broadsheet', INPUTS, async () => {
    say('building …')
    const program = path.join(PROJECT, 'node_modules/electron-vite/bin/electron-vite.js')
    const args = [program, 'build', '--logLevel', 'warn']
    if (await run(process.execPath, args, { cwd: PROJECT }))
      fail('The build failed; the lines above say why.')
  })

/**
 * Makes a fresh clone ready to run.
 *
 * @returns {Promise<string>} the path of Electron's executable
 */
export async function setUp() {
  await ensureDependencies()
  const { ensureElectron } = await import('./electron.mjs')
  const { ensureSystemPackages } = await import('./system.mjs')
  const electron = await ensureElectron()
  await ensureSystemPackages(electron)
  await ensureBuilt()
  return electron
}

/** @type {readonly string[]} Chromium's sandbox refuses to run for root; everyone else runs in it. */
export const SANDBOX_ARGUMENTS =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp()
