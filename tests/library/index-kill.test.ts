import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { killTree } from '../support/kill-tree'
import { launchHarness } from '../support/page-harness'

declare const killed: typeof import('./index-kill-entry')
/** In the page: the worker of the harness, and what the test is told by. */
declare const worker: Worker
declare function acknowledge(last: number): Promise<void>

/** How often the program is killed; the environment may ask for more. */
const KILLS = Number(process.env['KILLS'] ?? 5)
const LONGEST_MILLISECONDS = 700

test('a program that is killed while it writes and merges has a whole index after each start', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc')
  test.setTimeout(60_000 + KILLS * 20_000)
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-killed-'))
  let acknowledged = 0
  let merged = 0
  let harness = await launchHarness({ name: 'killed', entry: 'tests/library/index-kill-entry.ts', profile })
  for (let kill = 0; kill < KILLS; kill++) {
    await harness.page.exposeFunction('acknowledge', (last: number) => {
      acknowledged = last
    })
    await harness.page.evaluate(() => {
      worker.onmessage = ({ data }: MessageEvent<number>) => void acknowledge(data)
    })
    const from = acknowledged + 1000
    await harness.worker.evaluate(from => void killed.work(from), from)
    await harness.page.waitForTimeout(Math.random() * LONGEST_MILLISECONDS)
    killTree(harness.pid)
    await harness.close().catch(() => undefined)
    harness = await harness.again()
    const { articles, documents, orphans, missing, lost, ...found } = await harness.worker.evaluate(() =>
      killed.look(),
    )
    merged += found.merged
    const there = new Set(articles)
    const promised = Array.from({ length: Math.max(0, acknowledged + 1 - from) }, (_, at) => from + at)
    const forgotten = promised.filter(number => !there.has(number))
    expect(forgotten, `after kill ${kill}: ${articles.length} articles are left`).toEqual([])
    expect({ documents, orphans, missing, lost }).toEqual({
      documents: articles.length,
      orphans: 0,
      missing: 0,
      lost: [],
    })
  }
  // Otherwise nothing was shown of merges.
  expect(merged).toBeGreaterThan(0)
  await harness.close()
  await fs.rm(profile, { recursive: true, force: true })
})
