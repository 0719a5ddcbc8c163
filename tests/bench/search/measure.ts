import type { ElectronApplication, Page } from '@playwright/test'
import path from 'node:path'
import { launchElectron } from '../../support/electron'
import { readMemory, readTree } from '../app/proc'
import type { BenchArticle } from './articles'
import type { Fts5 } from './fts5'
import type * as SearchPage from './page'
import { CLASSES, type BenchQueries } from './queries'
import type { Indexed, Opened, Times } from './report'
import type { WorkerQuestion } from './worker'

declare global {
  /** The page's bundle. */
  var benchSearch: typeof SearchPage
}

const ROUNDS = 3
/** Articles go to the page in pieces of so many. It has to wait for the index behind each, which a sync does not. */
const PIECE = 32_768

/** A started program with the library in it. */
export interface Index {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Starts the program that indexes and searches. @param folder for its data, the same again for the same library */
export async function startIndex(folder: string): Promise<Index> {
  const { electron, close } = await launchElectron(
    ['--js-flags=--expose-gc', path.join(import.meta.dirname, 'search')],
    { HARNESS_PROFILE: path.join(folder, 'profile') },
  )
  const page = await electron.firstWindow()
  await page.waitForFunction(() => 'benchSearch' in globalThis)
  return { electron, page, close }
}

/** Indexes articles in batches, with all merges. */
export async function measureIndexing(folder: string, articles: readonly BenchArticle[]): Promise<Indexed> {
  const index = await startIndex(folder)
  let seconds = 0
  for (let start = 0; start < articles.length; start += PIECE) {
    await index.page.evaluate(given => globalThis.benchSearch.prepare(given), articles.slice(start, start + PIECE)) // prettier-ignore
    seconds += await index.page.evaluate(() => globalThis.benchSearch.index())
  }
  seconds += await index.page.evaluate(() => globalThis.benchSearch.merge())
  const size = await index.page.evaluate(() => globalThis.benchSearch.size())
  await index.close()
  return { seconds, ...size }
}

/** How long opening takes after a start, and how much memory searching takes, after everything else was collected. */
export async function measureMemory(folder: string, queries: BenchQueries): Promise<Opened> {
  const index = await startIndex(folder)
  try {
    const connect = await ask<number>(index, { kind: 'connect' })
    await ask(index, { kind: 'collect' })
    const before = memoryOf(index)
    const open = await ask<number>(index, { kind: 'open' })
    for (const kind of CLASSES)
      await ask(index, { kind: 'query', queries: queries[kind].map(query => query.ours) })
    await ask(index, { kind: 'collect' })
    return { connect, open, memory: memoryOf(index) - before }
  } finally {
    await index.close()
  }
}

/** Bytes (PSS) of all processes together: what the searcher holds is the worker's, the database the first process's. */
function memoryOf({ electron }: Index): number {
  const tree = readTree(electron.process().pid ?? 0)
  return tree.reduce((sum, { pid }) => sum + readMemory(pid), 0)
}

const ask = <Answer>({ page }: Index, question: WorkerQuestion): Promise<Answer> =>
  page.evaluate(given => globalThis.benchSearch.ask<Answer>(given), question)

/** Both answer the same queries, in turns. */
export async function measureRounds(
  index: Index,
  fts5: Fts5,
  queries: BenchQueries,
): Promise<readonly Times[]> {
  await ask(index, { kind: 'connect' })
  await ask(index, { kind: 'open' })
  const rounds: Times[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of CLASSES) {
      const theirs = await fts5.query(queries[kind].map(query => query.fts5))
      const ours = await ask<readonly number[]>(index, {
        kind: 'query',
        queries: queries[kind].map(query => query.ours),
      })
      rounds.push({ kind, ours, theirs })
    }
  return rounds
}

/**
 * Answers queries while articles arrive and are merged in the page.
 *
 * @returns how much longer each took than when nothing went on, in milliseconds
 */
export async function measureStall(
  index: Index,
  articles: readonly BenchArticle[],
  queries: BenchQueries,
): Promise<readonly number[]> {
  const all = CLASSES.flatMap(kind => queries[kind].map(query => query.ours))
  const idle = await ask<readonly number[]>(index, { kind: 'query', queries: all })
  await index.page.evaluate(given => globalThis.benchSearch.prepare(given), articles)
  let isBusy = true
  const work = index.page
    .evaluate(() => globalThis.benchSearch.index().then(() => globalThis.benchSearch.merge()))
    .finally(() => (isBusy = false))
  const longer: number[] = []
  while (isBusy) {
    const busy = await ask<readonly number[]>(index, { kind: 'query', queries: all })
    busy.forEach((time, at) => longer.push(Math.max(0, time - (idle[at] ?? 0))))
  }
  await work
  return longer
}
