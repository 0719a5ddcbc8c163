import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DEBUGGING_ARGUMENTS, readerOf } from '../../build/installers/debugging.mjs'
import { SANDBOX_ARGUMENTS } from '../../build/setup.mjs'
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

/** @returns milliseconds from the start of the process until Chromium painted the reader's first content */
async function measure({ command, args }: Way): Promise<number> {
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
    await browser.close()
    return painted - started
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

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { program: { type: 'string' }, runs: { type: 'string', default: '7' } },
  })
  if (!values.program) throw new Error('Say which program: --program /opt/Broadsheet/broadsheet.')
  const ways: readonly Way[] = [
    { name: 'installed', command: values.program, args: SANDBOX_ARGUMENTS },
    { name: 'npm start', command: 'npm', args: ['start', '--silent', '--'] },
  ]
  const times = new Map(ways.map(({ name }): [string, number[]] => [name, []]))
  for (let run = 0; run < Number(values.runs); run++)
    for (const way of ways) times.get(way.name)?.push(Math.round(await measure(way)))
  const report = [...times].map(([name, all]) => [name, { milliseconds: { median: median(all), all } }])
  process.stdout.write(`${JSON.stringify(Object.fromEntries(report), null, 2)}\n`)
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
