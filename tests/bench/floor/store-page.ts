import { makeEntry, type WorldOptions } from '../load/world'

// The articles of all feeds stored packed, as they are, and nothing else: a page with one object store.

/** Chromium keeps values of 64 KiB and more in files of their own, which is slower. */
const PAGE_BYTES = 56 * 1024
/** About the articles of one of the library's batches. */
const PAGES_A_TRANSACTION = 5

let pages: readonly Uint8Array[] = []

/** Makes the articles and packs them, which is not what is measured. */
export function prepare(world: WorldOptions): void {
  const encoder = new TextEncoder()
  const packed: Uint8Array[] = []
  let open = new Uint8Array(PAGE_BYTES)
  let size = 0
  for (let number = 0; number < world.feeds * world.entries; number++) {
    const feed = Math.floor(number / world.entries)
    const bytes = encoder.encode(makeEntry(world, feed, number % world.entries).content)
    if (size + bytes.length > PAGE_BYTES) {
      packed.push(open.slice(0, size))
      open = new Uint8Array(PAGE_BYTES)
      size = 0
    }
    open.set(bytes, size)
    size += bytes.length
  }
  pages = [...packed, open.slice(0, size)]
}

/** Stores what was prepared. @returns seconds by the clock */
export async function store(): Promise<number> {
  const begun = performance.now()
  const database = await openDatabase('floor')
  for (let start = 0; start < pages.length; start += PAGES_A_TRANSACTION)
    await putPages(database, start, pages.slice(start, start + PAGES_A_TRANSACTION))
  return (performance.now() - begun) / 1e3
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('pages')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function putPages(database: IDBDatabase, first: number, some: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('pages', 'readwrite', { durability: 'relaxed' })
    const target = transaction.objectStore('pages')
    some.forEach((bytes, index) => target.put(bytes, first + index))
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
