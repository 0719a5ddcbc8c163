// What the test of killed merges works with, in one bundle.
import {
  createIndexing,
  indexOnce,
  mergeOnce,
  openLibrary,
  renewLog,
  segmentStore,
  sweepIndex,
  type Database,
} from '../../renderer/library'
import { segmentFiles } from '../../renderer/library/segment-files'
import { byteCountOf, createSearcher } from '../../renderer/search'
import { ask } from './ask'
import { newArticle, storeOnly } from './library-entry'

const NAME = 'killed'
const A_BATCH = 3

/** Works without end, and looks again soon when there is nothing to be done. */
async function forever(work: () => Promise<boolean>): Promise<void> {
  for (;;) if (!(await work())) await new Promise(resolve => setTimeout(resolve, 5))
}

/** Stores articles `from`, `from + 1`, …, indexes them and merges, all of it without end; posts what is stored for good. */
export async function work(from: number): Promise<void> {
  const database = await openLibrary(NAME, 'relaxed')
  const indexing = createIndexing(database)
  // Some segments are written as they are, others are of several parts.
  void forever(async () => {
    const parts = 1 + Math.floor(Math.random() * 3)
    for (let part = 0; part < parts; part++) await indexing.build()
    return indexing.write()
  })
  void forever(() => mergeOnce(database))
  for (let next = from; ; next += A_BATCH) {
    const numbers = Array.from({ length: A_BATCH }, (_, at) => next + at)
    const articles = numbers.map(number =>
      newArticle({ feedId: 0, identity: `${number}`, html: `${'quay '.repeat(200)} number${number}x` }),
    )
    await storeOnly(database, { articles })
    self.postMessage(next + A_BATCH - 1)
  }
}

/** What stands in the store after a start, when the index was swept and what waited was indexed, as at every start. */
export async function look() {
  await renewLog()
  const database = await openLibrary(NAME)
  await sweepIndex(database)
  while (await indexOnce(database));
  const [segments, files, articles] = await Promise.all([
    database.segments.toArray(),
    segmentFiles(database),
    numbersStored(database),
  ])
  const searcher = createSearcher(segmentStore(database), {})
  const used = new Set(segments.map(({ id }) => `${id}`))
  const last = Math.max(0, ...articles)
  const sample = articles.filter(number => number % 7 === 0 || number > last - 10)
  const lost = []
  for (const number of sample) if ((await ask(searcher, `number${number}x `)).total !== 1) lost.push(number)
  const found = {
    articles,
    documents: segments.reduce((sum, { header }) => sum + header.documentCount, 0),
    orphans: [...files.keys()].filter(name => !used.has(name)).length,
    missing: segments.filter(({ id, header }) => files.get(`${id}`) !== byteCountOf(header)).length,
    merged: segments.filter(({ id }) => id < 0).length,
    lost,
  }
  database.close()
  return found
}

async function numbersStored({ heads }: Database): Promise<readonly number[]> {
  const pages = await heads.toArray()
  const titles = pages.flatMap(page => page.heads.map(head => (JSON.parse(head) as { title: string }).title))
  return titles.map(title => Number(title.split(' ').at(-1)))
}
