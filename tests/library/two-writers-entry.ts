// What the test of two writers that are killed works with, in one bundle.
import type { Table } from 'dexie'
import { openLibrary, type Database } from '../../renderer/library'
import { newArticle, store } from './library-entry'

const NAME = 'writers'

/** More than Chromium holds in memory before it writes what would undo a transaction. */
const UNCOMMITTED_BYTES = 64 * 1024

/** @returns the number of articles that are there */
export async function count(): Promise<number> {
  const database = await openLibrary(NAME)
  const pages = await database.heads.toArray()
  return pages.reduce((sum, page) => sum + page.heads.length, 0)
}

/** Stores an article, and leaves two transactions behind that write and do not end. */
export async function storeAndKeepWriting(): Promise<void> {
  const database = await openLibrary(NAME)
  await store(database, [newArticle({ feedId: 0, identity: 'kept', text: 'quay '.repeat(40) })])
  void writeWithoutEnd(database, database.quarantine, number => ({ contentHash: `${number % 10}`, at: 0 }))
  void writeWithoutEnd(database, database.thumbnails, number => ({ articleId: number % 10 }))
}

async function writeWithoutEnd<Row, Key>(
  database: Database,
  table: Table<Row, Key>,
  row: (number: number) => object,
): Promise<void> {
  const value = crypto.getRandomValues(new Uint8Array(UNCOMMITTED_BYTES))
  await database.transaction('rw', table, async () => {
    for (let number = 0; ; number++) await table.put({ ...row(number), value } as Row)
  })
}
