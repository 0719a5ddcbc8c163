import { execFileSync } from 'node:child_process'
import { fail, run, say } from './console.mjs'
import { hasDisplay } from './display.mjs'

/** What Electron and a virtual display need of Debian and its relatives. `a|b`: b is the name on newer systems. */
const PACKAGES = [
  'xvfb', 'libgtk-3-0|libgtk-3-0t64', 'libnss3', 'libasound2|libasound2t64', 'libgbm1', 'libxss1', 'libxtst6',
  'libatspi2.0-0|libatspi2.0-0t64', 'libdrm2', 'libnotify4', 'libsecret-1-0', 'fonts-liberation',
] // prettier-ignore

/** @param {string} command @param {readonly string[]} args */
const output = (command, args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/** @param {string} electron */
const missingLibraries = electron =>
  output('ldd', [electron])
    .split('\n')
    .filter(line => line.includes('not found'))
    .map(line => line.trim().split(' ')[0] ?? '')

/**
 * Sees to the system packages that a headless Linux lacks. They are installed only as root without a display;
 * elsewhere the command that does it is printed.
 *
 * @param {string} electron path of the executable
 */
export async function ensureSystemPackages(electron) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(electron)
  if (!hasDisplay() && !output('which', ['Xvfb'])) missing.push('Xvfb')
  if (!missing.length) return
  if (!output('which', ['apt-get'])) fail(`These are missing, please install them: ${missing.join(', ')}`)
  if (process.getuid?.() !== 0 || hasDisplay()) {
    fail(
      `These are missing: ${missing.join(', ')}. Install them with: sudo apt-get install ${packageNames().join(' ')}`,
    )
  }
  say(`installing system packages (${missing.join(', ')} missing) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: /** @type {const} */ (['ignore', 'ignore', 'inherit']) }
  await run('apt-get', ['update', '-qq'], { ...quiet, stdio: [...quiet.stdio] })
  const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packageNames()], {
    ...quiet,
    stdio: [...quiet.stdio],
  })
  if (code !== 0) fail('The system packages could not be installed; the lines above say why.')
}

function packageNames() {
  return PACKAGES.map(entry => {
    const [older = entry, newer] = entry.split('|')
    return newer && output('apt-cache', ['show', newer]) ? newer : older
  })
}
