// `npm run dist`: builds what people install, for this system or those that are named, and checks it.
// `npm run dist -- --linux deb tar.gz dir`; see CONTRIBUTING.md.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { fail, say } from './console.mjs'
import { configurationOf, OUTPUT, readDescription, WORK } from './installers/builder.mjs'
import { readRequest, thisSystem, withoutNetwork } from './installers/plan.mjs'
import { PROJECT, SANDBOX_ARGUMENTS, setUp } from './setup.mjs'

/** @typedef {import('./installers/builder.mjs').Build} Build */
/** @typedef {import('./installers/plan.mjs').Order} Order */

/** @type {import('./installers/plan.mjs').Request} */
const request = (() => {
  try {
    return readRequest(process.argv.slice(2))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
})()

/**
 * The Electron that has to be used because the one that package.json names is out of reach, or because the person says
 * so.
 *
 * @param {string} electron
 */
async function runtimeAtHand(electron) {
  const { installElectron } = await import('./electron.mjs')
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'] && (await installElectron())) return undefined
  // The Electron of an own build may be any; ask it.
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const version = execFileSync(electron, ['-p', 'process.versions.electron'], {
    env: environment,
    encoding: 'utf8',
  })
  return { folder: runtimeFolder(electron), version: version.trim() }
}

/** On macOS that is the folder with the application. @param {string} electron */
const runtimeFolder = electron =>
  process.platform === 'darwin' ? path.resolve(path.dirname(electron), '../../..') : path.dirname(electron)

/** @param {Build['runtime']} atHand @returns {readonly Order[]} */
function ordersFor(atHand) {
  if (!atHand) return request.orders
  if (request.isRelease)
    return fail(`A release is made with the Electron that package.json names, and it is out of reach.`)
  say(
    `test build: with Electron ${atHand.version}, which is at hand, instead of the one that package.json names.`,
  )
  const parts = request.orders.map(withoutNetwork)
  for (const { target, reason } of parts.flatMap(part => part.leftOut)) say(`left out ${target}: ${reason}.`)
  const possible = parts.flatMap(({ order }) => (order ? [order] : []))
  return possible.length ? possible : fail('Nothing of what was asked for can be built here.')
}

/** A test build sorts before the release of its version, so that the release replaces it. @param {Build['runtime']} atHand */
function versionFor(atHand) {
  const version = request.version ?? readDescription().version
  if (request.isRelease && request.version) return fail('A release has the version that package.json says.')
  return atHand ? `${version.replace(/-.*/, '')}-test` : version
}

/** Makes what the configuration points to. @param {string} electron */
async function prepare(electron) {
  const { drawIcons } = await import('./icons.mjs')
  const { notices } = await import('./installers/notices.mjs')
  fs.mkdirSync(WORK, { recursive: true })
  fs.rmSync(OUTPUT, { recursive: true, force: true })
  say('drawing the icons …')
  await drawIcons(electron, SANDBOX_ARGUMENTS, path.join(WORK, 'icons'))
  fs.writeFileSync(path.join(WORK, 'THIRD-PARTY-NOTICES.txt'), notices())
  const changes = fs.readFileSync(path.join(PROJECT, 'CHANGELOG.md'))
  fs.writeFileSync(path.join(WORK, 'CHANGELOG.md.gz'), gzipSync(changes, { level: 9 }))
}

/**
 * @param {Build} build @param {readonly Order[]} orders
 * @returns {Promise<readonly string[]>} the files that were made
 */
async function pack(build, orders) {
  const { archFromString, build: buildWith, Platform } = await import('electron-builder')
  if (build.runtime) {
    process.env['CUSTOM_FPM_PATH'] ??= path.join(PROJECT, 'build/linux/fpm.mjs')
    process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= path.join(PROJECT, 'build/linux/gzip.mjs')
  }
  const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }
  const targets = new Map(
    orders.map(({ system, targets: names, architectures }) => [
      platforms[system],
      new Map(architectures.map(name => [archFromString(name), [...names]])),
    ]),
  )
  try {
    return await buildWith({ targets, config: configurationOf(build), publish: 'never', projectDir: PROJECT })
  } catch (error) {
    return fail(`The program could not be packed: ${error instanceof Error ? error.message : error}`)
  }
}

/** @returns {readonly import('./installers/check.mjs').Unpacked[]} */
function unpacked() {
  return fs
    .readdirSync(OUTPUT)
    .filter(name => /^(?:linux|win)(?:-\w+)?-unpacked$|^mac(?:-\w+)?$/.test(name))
    .map(name => {
      const folder = path.join(OUTPUT, name)
      if (name.startsWith('mac')) {
        const contents = path.join(folder, 'Broadsheet.app/Contents')
        return {
          folder,
          executable: path.join(contents, 'MacOS/Broadsheet'),
          resources: path.join(contents, 'Resources'),
        }
      }
      const executable = name.startsWith('win') ? 'Broadsheet.exe' : 'broadsheet'
      return { folder, executable: path.join(folder, executable), resources: path.join(folder, 'resources') }
    })
}

/** Whether a folder's program can run on this machine. @param {string} folder */
function runsHere(folder) {
  const [system = '', architecture = 'x64'] = path.basename(folder).replace('-unpacked', '').split('-')
  return system === thisSystem() && (architecture === process.arch || architecture === 'universal')
}

/** @param {Build} build */
async function check(build) {
  const { checkArchive, checkFuses, checkSize, checkUpdates, listArchive, megabytes } =
    await import('./installers/check.mjs')
  const { checkStart } = await import('./installers/start-cold.mjs')
  const problems = []
  for (const built of unpacked()) {
    const name = path.basename(built.folder)
    say(`checking ${name} …`)
    const size = checkSize(built)
    say(`${megabytes(size.whole)}, of which the program adds ${megabytes(size.ours)} to Electron`)
    const files = [...listArchive(built)]
      .map(([file, bytes]) => `${String(bytes).padStart(9)} ${file}\n`)
      .sort()
    fs.writeFileSync(path.join(WORK, `archive-${name}.txt`), files.join(''))
    problems.push(...(await checkFuses(built)), ...checkArchive(built), ...size.problems)
    problems.push(...checkUpdates(built, build))
    if (runsHere(built.folder)) problems.push(...(await checkStart(built)))
    else say(`${name} was not started: it is for another machine`)
  }
  if (problems.length) fail(`What was built is not fit to be installed:\n- ${problems.join('\n- ')}`)
}

const electron = await setUp()
const runtime = await runtimeAtHand(electron)
const orders = ordersFor(runtime)
const build = {
  version: versionFor(runtime),
  isRelease: request.isRelease,
  updates: process.env['BROADSHEET_UPDATES_URL'],
  runtime,
}
await prepare(electron)
say(`building Broadsheet ${build.version} …`)
const artifacts = await pack(build, orders)
await check(build)
for (const file of artifacts) say(`made ${path.relative(PROJECT, file)}`)
if (runtime) say('this is a test build: it is not what people should install.')
