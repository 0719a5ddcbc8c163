import { mergeOnce, openLibrary, SAVED_PAGES, storeBatch, type NewArticle } from '../../../renderer/library'
import { textOfHtml } from '../../../renderer/text'
import type { BenchArticle } from './articles'

// The page that indexes, as the ingest page does: a batch is one transaction with all that is stored of its articles.

/** About as many articles as in a batch of a sync. */
const BATCH = 128
/** The merge worker of the application waits for a pause; here merging has its turn after so many batches. */
const BATCHES_A_MERGE = 8

let batches = 0
let number = 0
/** What another page stored is another article. */
const page = crypto.randomUUID()
/** Made ready outside of what is measured. */
let waiting: readonly (readonly NewArticle[])[] = []

/** Makes articles ready to be stored. */
export function prepare(articles: readonly BenchArticle[]): void {
  const all = articles.map(articleOf)
  waiting = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH),
  )
}

/** Stores what is ready, and merges. @returns seconds by the clock */
export async function index(): Promise<number> {
  const began = performance.now()
  const database = await openLibrary()
  for (const articles of waiting) {
    const batch = { articles, edits: [], touched: [], outcomes: [], activity: [] }
    await storeBatch(database, batch, Date.now())
    if (++batches % BATCHES_A_MERGE === 0) while (await mergeOnce(database));
  }
  waiting = []
  database.close()
  return (performance.now() - began) / 1e3
}

/** Merges what is left to be merged. @returns seconds */
export async function finish(): Promise<number> {
  const began = performance.now()
  const database = await openLibrary()
  while (await mergeOnce(database));
  database.close()
  return (performance.now() - began) / 1e3
}

/** @returns bytes of the whole index, and the number of its segments */
export async function size(): Promise<{ readonly bytes: number; readonly segments: number }> {
  const database = await openLibrary()
  const headers = await database.segments.toArray()
  let bytes = 0
  for (const { header } of headers)
    bytes += header.byteCount + header.documents.length + header.dictionary.length + header.filter.length
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
    feedId: SAVED_PAGES,
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
