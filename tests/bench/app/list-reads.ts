import {
  articlesByIds,
  changeSetting,
  fullArticle,
  listIds,
  openLibrary,
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
