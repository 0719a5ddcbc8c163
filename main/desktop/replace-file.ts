import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/**
 * Puts an executable in the place of another one: the whole new file, or the old one as it was, also when the disk is
 * full or the power goes. The path stays, whatever version its name speaks of: menus and desktops point to it.
 *
 * @throws what the file system throws; the old file is as it was then
 */
export function replaceExecutable(fresh: string, old: string): void {
  // Beside it, because only within a file system a file takes another one's place in one step.
  const part = path.join(path.dirname(old), `.${path.basename(old)}.part`)
  try {
    fs.copyFileSync(fresh, part)
    fs.chmodSync(part, 0o755)
    const file = fs.openSync(part, 'r+')
    fs.fsyncSync(file)
    fs.closeSync(file)
    fs.renameSync(part, old)
  } catch (error) {
    fs.rmSync(part, { force: true })
    throw error
  }
  fs.rmSync(fresh, { force: true })
}

/** Set for what an AppImage runs, by itself: the next one sets its own. */
const OF_APPIMAGE = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD']

/**
 * Starts a program as soon as this one has ended, for until then this one has the library. The shell that waits stands
 * on the system's disk: the AppImage's own goes with it.
 */
export function startAfterwards(program: string, args: readonly string[]): void {
  const wait = 'pid=$1; shift; while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done; exec "$@"'
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_APPIMAGE.includes(name)))
  const child = spawn('/bin/sh', ['-c', wait, 'sh', String(process.pid), program, ...args], {
    env,
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
}
