import { libraryProblemOf } from './open'
import type { Database } from './schema'

/** A failed write takes the connection along, and the next one may fail while this read is on its way again. */
const TRIES = 3

/**
 * Reads, and reads again when the connection was closed meanwhile: on a full disk Chromium closes the connections of
 * every window after one write that failed.
 *
 * @param read reads only: it may run more than once
 * @throws what the last try threw; at once what is none of the store's failures, and that nobody wants it any more
 */
export async function reconnecting<Value>(database: Database, read: () => Promise<Value>): Promise<Value> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await read()
    } catch (error) {
      if (left === 0 || isAbort(error) || libraryProblemOf(error) === null) throw error
      // Dexie opens a connection again by itself, but never again after that failed once.
      if (!database.isOpen()) await database.open()
    }
  }
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'
