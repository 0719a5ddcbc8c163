// `npm run test:install`: builds two packages, installs the first, uses it, updates to the second, removes it. For root
// on Debian and its relatives. BROADSHEET_DEB and BROADSHEET_DEB_NEWER name packages that are there already.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fail, run, say } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, setUp } from './setup.mjs'

const FOLDER = path.join(PROJECT, 'out/install')
const VERSIONS = ['0.0.1', '0.0.2']

/** @param {string} command @param {readonly string[]} args */
const output = (command, args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

if (process.platform !== 'linux' || process.getuid?.() !== 0 || !output('which', ['apt-get']))
  fail('This test installs a package: it needs Linux with apt, and root.')
if (output('dpkg-query', ['--show', '--showformat=${Status}', 'broadsheet']).includes('installed'))
  fail('Broadsheet is installed on this machine. The test would remove it, so it does not begin.')

/** @param {string} version @returns {Promise<string>} the file of a package of that version */
async function packageOf(version) {
  const architecture = output('dpkg', ['--print-architecture']).trim()
  const program = path.join(PROJECT, 'build/dist.mjs')
  if (await run(process.execPath, [program, '--linux', 'deb', '--as', version], { cwd: PROJECT }))
    fail('The package could not be built; the lines above say why.')
  const folder = path.join(PROJECT, 'dist')
  const name = fs.readdirSync(folder).find(file => file.endsWith(`_${architecture}.deb`))
  if (!name) return fail(`There is no package for ${architecture} in dist.`)
  fs.mkdirSync(FOLDER, { recursive: true })
  fs.renameSync(path.join(folder, name), path.join(FOLDER, name))
  return path.join(FOLDER, name)
}

await setUp()
if (!output('which', ['desktop-file-validate'])) {
  say('installing desktop-file-utils …')
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'desktop-file-utils'])
}
const [first = '', newer = ''] = VERSIONS
const env = {
  BROADSHEET_DEB: process.env['BROADSHEET_DEB'] ?? (await packageOf(first)),
  BROADSHEET_DEB_NEWER: process.env['BROADSHEET_DEB_NEWER'] ?? (await packageOf(newer)),
}
const display = await ensureDisplay()
const args = ['test', '--config', 'tests/install/playwright.config.ts', ...process.argv.slice(2)]
const code = await run(
  process.execPath,
  [path.join(PROJECT, 'node_modules/@playwright/test/cli.js'), ...args],
  {
    cwd: PROJECT,
    env: { ...display.env, ...env },
  },
)
display.stop()
process.exit(code)
