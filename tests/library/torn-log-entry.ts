// What the test of a torn log works with, in one bundle.
import { openLibrary, renewLog } from '../../renderer/library'
import { newArticle, store } from './library-entry'

const NAME = 'torn'

/** Starts as the program does, and stores one article. @returns the number of articles that are there then */
export async function startAndStore(identity: string): Promise<number> {
  await renewLog()
  const database = await openLibrary(NAME, 'relaxed')
  await store(database, [newArticle({ feedId: 0, identity, text: 'quay '.repeat(400) })])
  const pages = await database.heads.toArray()
  return pages.reduce((count, page) => count + page.heads.length, 0)
}
