import type { PageStore } from '../search'
import type { Database, IndexPageRow } from './schema'

/** A page that somebody waits for. */
interface WantedPage {
  readonly key: [segment: number, page: number]
  readonly found: (bytes: Uint8Array) => void
  readonly failed: (error: unknown) => void
}

/**
 * The search index of the library, as the searcher reads it.
 *
 * Pages that are asked for in the same moment are read in one transaction and not through Dexie: it takes a transaction
 * for each, which costs more than the reading does. What is asked for in the turn in which others were answered is read
 * in theirs.
 */
export function pageStore(database: Database): PageStore {
  let wanted: WantedPage[] = []
  let last: IDBObjectStore | null = null
  const readWanted = (): void => {
    const pages = wanted
    wanted = []
    if (last && readPages(last, pages)) return
    last = openStore(database)
    if (!last || !readPages(last, pages)) readByDexie(database, pages)
  }
  return {
    segments: async () =>
      (await database.segments.toArray()).map(({ id, header, newest = id }) => ({ id, header, newest })),
    page: (segment, page) =>
      new Promise((found, failed) => {
        if (wanted.push({ key: [segment, page], found, failed }) === 1) queueMicrotask(readWanted)
      }),
  }
}

/** @returns false when the transaction has ended or is about to, and nothing is read */
function readPages(store: IDBObjectStore, pages: readonly WantedPage[]): boolean {
  try {
    for (const page of pages) {
      const request: IDBRequest<IndexPageRow | undefined> = store.get(page.key)
      request.onsuccess = () => answer(page, request.result)
      request.onerror = () => page.failed(request.error)
    }
    return true
  } catch {
    return false
  }
}

/** @returns null when the connection is closed */
function openStore(database: Database): IDBObjectStore | null {
  const { name } = database.indexPages
  try {
    return database.backendDB().transaction(name).objectStore(name)
  } catch {
    return null
  }
}

/** Dexie opens a closed connection again where it can, else it says why not. */
function readByDexie(database: Database, pages: readonly WantedPage[]): void {
  database.indexPages.bulkGet(pages.map(({ key }) => key)).then(
    rows => pages.forEach((page, at) => answer(page, rows[at])),
    (error: unknown) => pages.forEach(({ failed }) => failed(error)),
  )
}

function answer({ key: [segment, page], found, failed }: WantedPage, row: IndexPageRow | undefined): void {
  if (row) found(row.bytes)
  else failed(new Error(`page ${page} of segment ${segment} is gone`))
}
