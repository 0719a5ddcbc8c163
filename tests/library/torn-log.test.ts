import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { killTree } from '../support/kill-tree'
import { launchHarness } from '../support/page-harness'

declare const torn: typeof import('./torn-log-entry')

/** Cuts the end off the log that was written last, as a kill in the middle of a write does. */
async function tearLog(profile: string): Promise<void> {
  const files = await fs.readdir(profile, { recursive: true })
  const logs = files.filter(file => /\.leveldb[\\/]\d+\.log$/.test(file) && file.includes('indexeddb')).sort()
  const last = path.join(profile, logs.at(-1) ?? '')
  await fs.truncate(last, (await fs.stat(last)).size - 100)
}

test('a library outlives a record that was torn by a kill, and all starts after it', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc')
  test.setTimeout(120_000)
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-torn-'))
  let harness = await launchHarness({ name: 'torn', entry: 'tests/library/torn-log-entry.ts', profile })
  const counts: number[] = []
  for (let start = 0; start < 4; start++) {
    counts.push(await harness.worker.evaluate(identity => torn.startAndStore(identity), `${start}`))
    killTree(harness.pid)
    await harness.close().catch(() => undefined)
    if (start === 1) await tearLog(profile)
    if (start < 3) harness = await harness.again()
  }
  // The article whose record was torn may be gone; nothing that was stored after it.
  expect(counts.slice(0, 2)).toEqual([1, 2])
  expect(counts[2]).toBeGreaterThanOrEqual(2)
  expect(counts[3]).toBe((counts[2] ?? 0) + 1)
  await fs.rm(profile, { recursive: true, force: true })
})
