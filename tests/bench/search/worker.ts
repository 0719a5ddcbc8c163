import { Dexie } from 'dexie'
import { nextTurn, openLibrary, segmentStore } from '../../../renderer/library'
import { createSearcher, parseQuery, type Searcher } from '../../../renderer/search'

// The worker that searches, as the reader's query worker does.

declare const gc: () => void

/** What it is asked. */
export type WorkerQuestion =
  | { readonly kind: 'connect' }
  | { readonly kind: 'open' }
  | { readonly kind: 'query'; readonly queries: readonly string[] }
  | { readonly kind: 'collect' }

const LISTED = 50

let searcher: Searcher | undefined
let stale = false

async function connect(): Promise<number> {
  const began = performance.now()
  const database = await openLibrary()
  const took = performance.now() - began
  searcher = createSearcher(segmentStore(database), { isDeleted: () => false, pause: nextTurn })
  Dexie.on('storagemutated', (parts: object) => {
    stale ||= Object.keys(parts).some(part => part.includes('/segments/'))
  })
  return took
}

async function open(): Promise<number> {
  const began = performance.now()
  await searcher?.refresh()
  return performance.now() - began
}

/**
 * Without inflected forms, which FTS5 does not look for.
 *
 * @returns milliseconds of each query, the best fifty, exact totals and all matches included
 */
async function query(queries: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of queries) {
    const began = performance.now()
    if (stale) {
      stale = false
      await searcher?.refresh()
    }
    await searcher?.search(parseQuery(text, 0), {
      limit: LISTED,
      order: 'relevance',
      fulfils: () => () => true,
      datelineOf: () => 0,
    })
    times.push(performance.now() - began)
  }
  return times
}

async function answer(question: WorkerQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'connect':
      return connect()
    case 'open':
      return open()
    case 'query':
      return query(question.queries)
    case 'collect':
      gc()
      return null
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerQuestion>): void => {
  void answer(data).then(value => self.postMessage(value))
}
