import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DEBUGGING_ARGUMENTS, readerOf } from '../../build/installers/debugging.mjs'
import { SANDBOX_ARGUMENTS } from '../../build/setup.mjs'
import { readTree } from './app/proc'
import { say } from './say'

// `npm run --silent bench -- start --program /opt/Broadsheet/broadsheet`: from the start of the process to the first
// window with something in it, of an installed program beside `npm start`, by turns, each time with a new profile.

/** What is started, and how. */
interface Way {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const PROJECT = process.cwd()

/** What a start takes until Chromium painted the reader's first content. */
interface Start {
  readonly milliseconds: number
  /** CPU time of all its processes, which depends less on what else the machine does. */
  readonly cpuSeconds: number
}

async function measure({ command, args }: Way): Promise<Start> {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-start-'))
  const started = Date.now()
  const child = spawn(
    command,
    [...args, `--user-data-dir=${profile}`, ...DEBUGGING_ARGUMENTS, '--lang=en-GB'],
    { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  try {
    const { browser, reader } = await readerOf(child, 60_000)
    const painted = await paintedAt(reader)
    const cpuSeconds = readTree(child.pid ?? 0).reduce((sum, { own, ended }) => sum + own + ended, 0)
    await browser.close()
    return { milliseconds: Math.round(painted - started), cpuSeconds: Math.round(cpuSeconds * 100) / 100 }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      const ended = once(child, 'exit')
      process.kill(-child.pid, 'SIGTERM')
      await ended
    }
    await fs.rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The page tells the time itself, so that it does not matter how late we ask. */
const paintedAt = (reader: Page): Promise<number> =>
  reader.evaluate(
    () =>
      new Promise<number>(resolve => {
        const observer = new PerformanceObserver(list => {
          const paint = list.getEntriesByName('first-contentful-paint')[0]
          if (paint) resolve(performance.timeOrigin + paint.startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )

const spread = (all: readonly number[]) => ({
  median: [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0,
  all,
})

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { program: { type: 'string' }, runs: { type: 'string', default: '7' } },
  })
  if (!values.program) throw new Error('Say which program: --program /opt/Broadsheet/broadsheet.')
  const ways: readonly Way[] = [
    { name: 'installed', command: values.program, args: SANDBOX_ARGUMENTS },
    { name: 'npm start', command: 'npm', args: ['start', '--silent', '--'] },
  ]
  const starts = new Map(ways.map(({ name }): [string, Start[]] => [name, []]))
  for (let run = 0; run < Number(values.runs); run++)
    for (const way of ways) starts.get(way.name)?.push(await measure(way))
  const report = [...starts].map(([name, all]) => [
    name,
    {
      milliseconds: spread(all.map(start => start.milliseconds)),
      cpuSeconds: spread(all.map(start => start.cpuSeconds)),
    },
  ])
  process.stdout.write(`${JSON.stringify(Object.fromEntries(report), null, 2)}\n`)
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
