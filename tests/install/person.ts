import type { Page } from '@playwright/test'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { ensureDisplay } from '../../build/display.mjs'
import { DEBUGGING_ARGUMENTS, readerOf } from '../../build/installers/debugging.mjs'

/** A user of this machine, made for the test. */
export interface Person {
  readonly name: string
  readonly home: string
  /** Starts the installed program as the menu would, and waits for its window. */
  readonly start: (args?: readonly string[]) => Promise<Session>
  /** Ends what they run, and removes them with their home. */
  readonly remove: () => Promise<void>
}

/** What a person does in the window fails after so long. */
const ACTION_MILLISECONDS = 30_000

/** The installed program has its window within so long, also on a busy machine. */
const START_MILLISECONDS = 60_000

/** The installed program, running. */
export interface Session {
  readonly reader: Page
  readonly process: ChildProcess
  /** Command lines of all its processes. */
  readonly commands: () => readonly string[]
  /** How many of its pages' processes run under Chromium's system call filter. */
  readonly filtered: () => number
  /** Ends it as a session's end does, and waits until it has stored everything. */
  readonly close: () => Promise<void>
}

/** Makes a normal user with a home. */
export async function createPerson(): Promise<Person> {
  const name = `broadsheet-${process.pid}`
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name])
  const home = `/home/${name}`
  const display = await ensureDisplay()
  const running = new Set<ChildProcess>()
  return {
    name,
    home,
    start: async (args = []) => {
      const child = launch(name, home, display.env['DISPLAY'] ?? '', args)
      running.add(child)
      child.once('exit', () => running.delete(child))
      return open(child)
    },
    remove: async () => {
      for (const child of running) {
        const ended = once(child, 'exit')
        endGroup(child, 'SIGKILL')
        await ended
      }
      display.stop()
      execFileSync('userdel', ['--remove', '--force', name], { stdio: 'ignore' })
    },
  }
}

/** The group of a process that was started detached has its number. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined) process.kill(-child.pid, signal)
}

function launch(name: string, home: string, display: string, args: readonly string[]): ChildProcess {
  // Nothing of root's environment goes along, and no flag about the sandbox.
  const environment = [
    `HOME=${home}`,
    `USER=${name}`,
    `DISPLAY=${display}`,
    'LANG=en_GB.UTF-8',
    'PATH=/usr/bin:/bin',
  ]
  const become = ['--reuid', name, '--regid', name, '--init-groups', '--']
  return spawn(
    'setpriv',
    [...become, 'env', '-i', ...environment, 'broadsheet', ...DEBUGGING_ARGUMENTS, '--lang=en-GB', ...args],
    { cwd: home, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
}

async function open(child: ChildProcess): Promise<Session> {
  const { browser, reader } = await readerOf(child, START_MILLISECONDS)
  reader.setDefaultTimeout(ACTION_MILLISECONDS)
  return {
    reader,
    process: child,
    commands: () => processesOf(child).map(({ command }) => command),
    filtered: () =>
      processesOf(child).filter(
        ({ command, status }) => command.includes('--type=renderer') && /^Seccomp:\s*2$/m.test(status),
      ).length,
    close: async () => {
      const ended = once(child, 'exit')
      await browser.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The processes of a program: those of its group. */
function processesOf({
  pid,
}: ChildProcess): readonly { readonly command: string; readonly status: string }[] {
  return fs.readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return []
    try {
      const read = (file: string): string => fs.readFileSync(path.join('/proc', name, file), 'utf8')
      const group = Number(
        read('stat')
          .replace(/^.*\) /, '')
          .split(' ')[2],
      )
      return group === pid ? [{ command: read('cmdline').replaceAll('\0', ' '), status: read('status') }] : []
    } catch {
      // It ended meanwhile.
      return []
    }
  })
}
