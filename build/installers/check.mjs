// Looks at what was built, as a stranger would get it.
import { getRawHeader, extractFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import fs from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { FUSES, readDescription, repositoryOf, SIZE_BUDGET } from './builder.mjs'

/**
 * A program as it was built, before it is packed.
 *
 * @typedef {object} Unpacked
 * @property {string} folder @property {string} executable @property {string} resources
 */

/** How the executable says that a fuse is on or off: the digits 1 and 0. */
const ON = 0x31
const OFF = 0x30

/** The names of the fuses in electron-builder's configuration and in the executable differ by their first letter. */
const FUSE_NAMES = Object.entries(FUSES).map(([name, isOn]) => ({
  name,
  isOn,
  index:
    FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (`${name[0]?.toUpperCase()}${name.slice(1)}`)],
}))

/** Reads the fuses back. @param {Unpacked} built @returns {Promise<string[]>} what is wrong, in sentences */
export async function checkFuses({ executable }) {
  const wire = /** @type {Record<number, number>} */ (
    /** @type {unknown} */ (await getCurrentFuseWire(executable))
  )
  return FUSE_NAMES.flatMap(({ name, isOn, index }) => {
    const state = wire[index]
    const wanted = isOn ? ON : OFF
    return state === wanted ? [] : [`The fuse ${name} is not ${isOn ? 'on' : 'off'} in ${executable}.`]
  })
}

/**
 * The files of the application's archive.
 *
 * @param {Unpacked} built @returns {ReadonlyMap<string, number>} bytes by path, with slashes
 */
export function listArchive({ resources }) {
  const files = /** @type {Map<string, number>} */ (new Map())
  /** @param {Record<string, any>} entries @param {string} at */
  const walk = (entries, at) => {
    for (const [name, entry] of Object.entries(entries)) {
      if (entry.files) walk(entry.files, `${at}${name}/`)
      else files.set(`${at}${name}`, entry.size)
    }
  }
  walk(/** @type {any} */ (getRawHeader(path.join(resources, 'app.asar')).header).files, '')
  return files
}

/** What only a program under development has. */
const NEVER = /(?:^|\/)(?:node_modules|tests?|build|\.git)\/|\.(?:map|tsx?|d\.[cm]?ts|log|md)$/

/**
 * Sees that everything in the archive is needed: named by the description, or by a file that is needed itself; and that
 * what is needed is there.
 *
 * @param {Unpacked} built @returns {string[]} what is wrong
 */
export function checkArchive(built) {
  const archive = path.join(built.resources, 'app.asar')
  const files = [...listArchive(built).keys()]
  /** @param {string} file */
  const read = file => extractFile(archive, path.normalize(file)).toString('utf8')
  const needed = new Set(['package.json'])
  for (const file of needed) {
    const text = /\.(?:c?js|html|css|json)$/.test(file) ? read(file) : ''
    for (const other of files) if (text.includes(path.posix.basename(other))) needed.add(other)
  }
  const { devDependencies, dependencies, scripts, main } = JSON.parse(read('package.json'))
  const problems = files.flatMap(file =>
    NEVER.test(file) || !needed.has(file) ? [`The archive has ${file}, which nothing in it needs.`] : [],
  )
  if (!files.includes(main)) problems.push(`The archive lacks ${main}.`)
  if (devDependencies ?? scripts)
    problems.push('package.json in the archive names what is for development only.')
  if (dependencies && Object.keys(dependencies).length)
    problems.push('package.json in the archive names packages, and none goes in.')
  return [
    ...problems,
    ...files.filter(file => /\.c?js$/.test(file)).flatMap(file => foreignImports(file, read(file))),
  ]
}

/** Packages that a file of the main process would look for; only Node's and Electron are there. @param {string} file @param {string} text */
function foreignImports(file, text) {
  if (file.startsWith('out/renderer/')) return []
  const names = [
    ...text.matchAll(/^import\b[^'"\n]*["']([^'"\n]+)["']|\b(?:require|import)\(["']([^'"\n]+)["']\)/gm),
  ]
  return names.flatMap(([, first, second]) => {
    const name = first ?? second ?? ''
    const isThere = name.startsWith('.') || name === 'electron' || isBuiltin(name)
    return isThere ? [] : [`${file} asks for the package ${name}, which is not bundled.`]
  })
}

/** @param {string} at a file, or a folder with all that is below it @returns {number} bytes */
export function sizeOf(at) {
  const found = fs.lstatSync(at)
  if (!found.isDirectory()) return found.isFile() ? found.size : 0
  return fs.readdirSync(at).reduce((sum, name) => sum + sizeOf(path.join(at, name)), 0)
}

/** What of the folder with resources is Electron's: its licences on macOS, and names of languages. */
const OF_ELECTRON = /^LICENSES?\.(?:electron|chromium)|\.lproj$/

/**
 * What the program adds to Electron.
 *
 * @param {Unpacked} built @returns {{ readonly ours: number, readonly whole: number, readonly problems: string[] }} bytes
 */
export function checkSize({ folder, resources }) {
  const whole = sizeOf(folder)
  const ours = fs
    .readdirSync(resources)
    .filter(name => !OF_ELECTRON.test(name))
    .reduce((sum, name) => sum + sizeOf(path.join(resources, name)), 0)
  const problems =
    ours > SIZE_BUDGET
      ? [`The program adds ${megabytes(ours)} to Electron; the budget is ${megabytes(SIZE_BUDGET)}.`]
      : []
  return { ours, whole, problems }
}

/**
 * Sees that the program will ask for updates where it should, and nowhere else.
 *
 * @param {Unpacked} built @param {import('./builder.mjs').Build} build @returns {string[]} what is wrong
 */
export function checkUpdates({ resources }, { isRelease, updates }) {
  const file = path.join(resources, 'app-update.yml')
  const config = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const { owner, repo } = repositoryOf(readDescription())
  const wanted = updates ? [updates] : isRelease ? ['provider: github', owner, repo] : []
  if (!wanted.length) return config ? ['The program would ask for updates, and this is no release.'] : []
  const missing = wanted.filter(word => !config.includes(word))
  return missing.map(word => `The program would not ask for its updates at ${word}.`)
}

/** @param {number} bytes */
export const megabytes = bytes => `${(bytes / 1024 / 1024).toFixed(1)} MB`
