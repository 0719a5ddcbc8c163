import { addFeeds, openLibrary, storeBatch, type NewArticle } from '../../../renderer/library'
import { byteCountOf } from '../../../renderer/search'
import { textOfHtml } from '../../../renderer/text'
import type { BenchArticle } from './articles'
import type { IndexQuestion } from './index-worker'

// The page that stores, as the ingest page does: a batch is one transaction with all that is stored of its articles, and
// a worker indexes it.

/** About as many articles as in a batch of a sync. */
const BATCH = 128
/** As in a sync, some entries of a feed come together, and later some more. */
const FEEDS = 300
const ENTRIES = 10
let number = 0
/** What another page stored is another article. */
const page = crypto.randomUUID()
let feedIds: readonly number[] = []
/** Made ready outside of what is measured. */
let waiting: readonly (readonly NewArticle[])[] = []

/** @returns the numbers of the feeds that the articles come from, the same ones each time */
async function follow(): Promise<readonly number[]> {
  const database = await openLibrary()
  const feeds = Array.from({ length: FEEDS }, (_, feed) => ({
    url: `https://${feed}.example/feed`,
    title: `Feed ${feed}`,
    siteUrl: null,
    folderId: 0,
  }))
  const added = await addFeeds(database, feeds, 0)
  database.close()
  return added.map(({ feedId }) => feedId)
}

/** Makes articles ready to be stored. */
export async function prepare(articles: readonly BenchArticle[]): Promise<void> {
  if (!feedIds.length) feedIds = await follow()
  const all = articles.map(articleOf)
  waiting = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH),
  )
}

let indexer: Worker | undefined
const tellIndexer = (question: IndexQuestion): void =>
  (indexer ??= new Worker('/index-worker.js')).postMessage(question)

/** @returns when the worker has done it */
const untilDone = (kind: 'index' | 'merge'): Promise<void> =>
  new Promise((resolve, reject) => {
    tellIndexer({ kind })
    if (!indexer) return
    indexer.onmessage = () => resolve()
    indexer.onerror = event => reject(new Error(event.message))
  })

/** Stores what is ready and indexes it. @returns seconds by the clock */
export async function index(): Promise<number> {
  const began = performance.now()
  const database = await openLibrary(undefined, 'relaxed')
  for (const articles of waiting) {
    const batch = { articles, edits: [], touched: [], outcomes: [], activity: [] }
    const { toIndex } = await storeBatch(database, batch, Date.now())
    if (toIndex) tellIndexer({ kind: 'batch', batch: toIndex })
  }
  waiting = []
  await untilDone('index')
  database.close()
  return (performance.now() - began) / 1e3
}

/** Merges, as in a pause. @returns seconds */
export async function merge(): Promise<number> {
  const began = performance.now()
  await untilDone('merge')
  return (performance.now() - began) / 1e3
}

/** @returns bytes of the whole index, and the number of its segments */
export async function size(): Promise<{ readonly bytes: number; readonly segments: number }> {
  const database = await openLibrary()
  const headers = await database.segments.toArray()
  let bytes = 0
  for (const { header } of headers) bytes += byteCountOf(header) + header.sparse.length + header.filter.length
  database.close()
  return { bytes, segments: headers.length }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function articleOf({ title, text }: BenchArticle): NewArticle {
  const html = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => `<p>${escaped(line)}</p>`)
    .join('')
  return {
    feedId: feedIds[Math.floor(number / ENTRIES) % FEEDS] ?? 0,
    identity: `${page} ${number++}`,
    mark: { content: 0, text: 0, link: 0, title: 0, published: null },
    ...{ title, html, text: textOfHtml(html).text, dateline: number },
    ...{ datelineText: null, byline: null, source: null, language: null, link: null, leadPicture: null },
    ...{ quotations: [], wants: [], saved: false, origin: 'feed' },
  }
}

let worker: Worker | undefined

/** Asks the worker that searches. */
export function ask<Answer>(question: object): Promise<Answer> {
  worker ??= new Worker('/worker.js')
  const own = worker
  return new Promise((resolve, reject) => {
    own.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
    own.onerror = event => reject(new Error(event.message))
    own.postMessage(question)
  })
}
