import {
  articlesByIds,
  changeSetting,
  fullArticle,
  listIds,
  openLibrary,
  SAVED_PAGES,
  statusesByIds,
} from '../../../renderer/library'

// Reads the library as the reader does, inside the reader's page, while it is written: a bundle of its own.

/** Milliseconds of each read. */
export interface ReadTimes {
  /** The first rows of the list of all articles. */
  readonly lists: number[]
  /** An article with its text and quotes. */
  readonly articles: number[]
}

/** What a tall window shows of a list. */
const ROWS = 50

const times: ReadTimes = { lists: [], articles: [] }
let timer: ReturnType<typeof setInterval> | undefined
let stopped: () => void = () => {}

/** Has the texts alone fetched: what pictures cost depends on the pictures. */
export async function leavePictures(): Promise<void> {
  const database = await openLibrary()
  await changeSetting(database, 'pictures', false)
  database.close()
}

/** The numbers of all feeds. */
export async function feedIds(): Promise<readonly number[]> {
  const database = await openLibrary()
  const ids = await database.feeds.toCollection().primaryKeys()
  database.close()
  return ids.map(Number).filter(id => id !== SAVED_PAGES)
}

/** What of the articles was completed. */
export interface Completed {
  /** Articles that have the text of their pages. */
  readonly pages: number
  readonly pictures: number
  /** Of the pictures and thumbnails as they are stored. */
  readonly pictureBytes: number
}

export async function completed(): Promise<Completed> {
  const database = await openLibrary()
  const articles = await articlesByIds(database, [...(await listIds(database, { kind: 'all' }))])
  const rows = await database.completions.toArray()
  let pictureBytes = 0
  for (const table of [database.pictures, database.thumbnails])
    await table.each(({ bytes }) => {
      pictureBytes += bytes.length
    })
  database.close()
  return {
    pages: articles.filter(({ origin }) => origin === 'page').length,
    pictures: rows.reduce((sum, { stored }) => sum + stored.length, 0),
    pictureBytes,
  }
}

/** @param pause milliseconds between two reads; a read that takes longer holds up the next one */
export async function start(pause: number): Promise<void> {
  const database = await openLibrary()
  let reading = false
  const read = async (): Promise<void> => {
    const begun = performance.now()
    const ids = [...(await listIds(database, { kind: 'all' })).subarray(0, ROWS)]
    await Promise.all([articlesByIds(database, ids), statusesByIds(database, ids)])
    const listed = performance.now()
    times.lists.push(listed - begun)
    const some = ids[times.lists.length % ids.length]
    if (some === undefined) return
    await fullArticle(database, some)
    times.articles.push(performance.now() - listed)
  }
  timer = setInterval(() => {
    if (reading) return
    reading = true
    void read().finally(() => (reading = false))
  }, pause)
  stopped = () => database.close()
}

/** Ends the reading. @returns the times in the order of the reads */
export function stop(): ReadTimes {
  clearInterval(timer)
  stopped()
  return times
}
