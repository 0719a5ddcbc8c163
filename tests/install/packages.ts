import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/** What the program's package is called. */
export const PACKAGE = 'broadsheet'

/** Where the program and what it registers may be after it was removed, if anything was left. */
const KNOWN_PLACES = [
  '/opt/Broadsheet',
  '/usr/bin/broadsheet',
  '/usr/share/applications/broadsheet.desktop',
  '/usr/share/doc/broadsheet',
  '/usr/share/mime/packages/broadsheet.xml',
  '/etc/apparmor.d/broadsheet',
  '/etc/alternatives/broadsheet',
  '/var/lib/dpkg/info/broadsheet.list',
]
/** Lists that the system makes of what is installed. */
const SYSTEM_LISTS = ['/usr/share/applications/mimeinfo.cache', '/usr/share/applications/mimeapps.list']

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Installs or updates a package from its file, with all that it depends on. @throws what apt says */
export const install = (file: string): string => run('apt-get', ['install', '-y', '-q', file])

/** Removes the package with its settings. */
export const purge = (): string => run('apt-get', ['purge', '-y', '-q', PACKAGE])

/** @returns the version that is installed; empty when none is */
export function installedVersion(): string {
  try {
    return run('dpkg-query', ['--show', '--showformat=${db:Status-Abbrev}${Version}', PACKAGE])
      .replace(/^ii\s*/, '')
      .trim()
  } catch {
    return ''
  }
}

/** @returns files of the package, without the folders that other packages have too */
export const filesOfPackage = (): readonly string[] =>
  run('dpkg-query', ['--listfiles', PACKAGE])
    .split('\n')
    .filter(file => fs.statSync(file, { throwIfNoEntry: false })?.isFile())

/** @returns what of the program is still there, of the files it had and wherever it may be named */
export function leftovers(files: readonly string[]): readonly string[] {
  const there = [...files, ...KNOWN_PLACES].filter(file => fs.lstatSync(file, { throwIfNoEntry: false }))
  const named = SYSTEM_LISTS.filter(
    file => fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('broadsheet'),
  )
  return [...there, ...named]
}
