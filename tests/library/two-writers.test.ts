import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { killTree } from '../support/kill-tree'
import { launchHarness } from '../support/page-harness'

declare const writers: typeof import('./two-writers-entry')

test('a library outlives a kill while two transactions write', async () => {
  test.skip(process.platform !== 'linux', 'processes are found in /proc')
  test.setTimeout(60_000)
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-writers-'))
  const harness = await launchHarness({
    name: 'writers',
    entry: 'tests/library/two-writers-entry.ts',
    profile,
  })
  await harness.worker.evaluate(() => writers.storeAndKeepWriting())
  // Both are under way then, where nothing keeps them apart.
  await harness.page.waitForTimeout(500)
  killTree(harness.pid)
  await harness.close().catch(() => undefined)
  const again = await harness.again()
  expect(await again.worker.evaluate(() => writers.count())).toBe(1)
  await again.close()
  await fs.rm(profile, { recursive: true, force: true })
})
