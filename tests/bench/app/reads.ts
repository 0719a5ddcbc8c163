import type { Page } from '@playwright/test'
import fs from 'node:fs/promises'
import path from 'node:path'
import type * as ListReads from './list-reads'
import type { Watch } from './measure'

declare global {
  /** The bundle that reads. */
  var benchReads: typeof ListReads
}

/**
 * Reads the list and an article every so often in the reader's page during the first sync.
 *
 * @param every milliseconds
 * @param tell is told how long the reads took
 */
export const watchReads =
  (every: number, tell: (times: ListReads.ReadTimes) => void): Watch =>
  async ({ reader }) => {
    await loadReads(reader)
    await reader.evaluate(pause => globalThis.benchReads.start(pause), every)
    return async () => tell(await reader.evaluate(() => globalThis.benchReads.stop()))
  }

/** Puts `benchReads` into the reader's page. */
export async function loadReads(reader: Page): Promise<void> {
  const bundle = await fs.readFile(path.join(import.meta.dirname, 'reads/bundle.js'), 'utf8')
  const session = await reader.context().newCDPSession(reader)
  // The page's policy lets no other script in.
  await session.send('Runtime.evaluate', { expression: bundle })
  await session.detach()
}
