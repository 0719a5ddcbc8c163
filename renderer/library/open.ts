import { Dexie } from 'dexie'
import { writeOneAtATime } from './one-writer'
import type { Database } from './schema'
import { declareVersions, SCHEMA_VERSION } from './versions'

export const LIBRARY_NAME = 'library'

/** Why the library cannot be used; the reader puts each into a sentence that says what to do. */
export type LibraryProblem = 'newer-program' | 'in-use' | 'disk-full' | 'damaged'

/** A failure of the store itself. The stored data was not touched. */
export class LibraryError extends Error {
  constructor(
    readonly problem: LibraryProblem,
    cause?: unknown,
  ) {
    super(`library: ${problem}`, { cause })
    this.name = 'LibraryError'
  }
}

/** Dexie multiplies its versions by ten when it asks IndexedDB, to leave room for repairs. */
const DEXIE_VERSION_FACTOR = 10

/**
 * The version a stored library has, read without opening it for writing.
 *
 * @returns the schema's version, 0 when there is no library yet
 */
async function storedVersion(name: string): Promise<number> {
  const databases = await indexedDB.databases()
  const found = databases.find(database => database.name === name)
  return Math.floor((found?.version ?? 0) / DEXIE_VERSION_FACTOR)
}

/**
 * Opens the library, creating or migrating it first where that is needed.
 *
 * @param name of the database; tests use their own
 * @param durability what every write of this connection takes: `strict` waits until the disk has it and outlives a
 * power cut; `relaxed` is for what can be fetched again, a quarter faster, and as whole after the program's own end
 * @returns the open database
 * @throws LibraryError 'newer-program' before anything is written, since Dexie would open a newer library and
 * downgrade it; 'in-use' when another window holds an older version open; 'disk-full'; 'damaged'
 */
export async function openLibrary(
  name = LIBRARY_NAME,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<Database> {
  if ((await storedVersion(name)) > SCHEMA_VERSION) throw new LibraryError('newer-program')
  const database = new Dexie(name, { chromeTransactionDurability: durability }) as Database
  declareVersions(database)
  writeOneAtATime(database)
  // Another window wants to migrate: give way, it tells its own person.
  database.on('versionchange', () => database.close())
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => reject(new LibraryError('in-use')))
  })
  try {
    await Promise.race([database.open(), blocked])
    return database
  } catch (error) {
    throw asLibraryError(error)
  }
}

/**
 * Names a failure of IndexedDB.
 *
 * @param error whatever was thrown while working with the library
 * @returns what is wrong with the store, or null when the error is none of the store's
 */
export function libraryProblemOf(error: unknown): LibraryProblem | null {
  if (error instanceof LibraryError) return error.problem
  if (saysDiskFull(error)) return 'disk-full'
  return error instanceof Dexie.DexieError || error instanceof DOMException ? 'damaged' : null
}

/** @returns the same failure as a LibraryError; one that is none of the store's counts as damage */
export const asLibraryError = (error: unknown): LibraryError =>
  new LibraryError(libraryProblemOf(error) ?? 'damaged', error)

/**
 * A full disk has many names (seen in Chromium 130): QuotaExceededError; values that could not be written to files of
 * their own; a connection that closes because the log of Chromium's database could not be written. Dexie wraps the
 * browser's error, so either may be the one that tells.
 */
const FULL_DISK = /\bIO ?error\b|no space left|connection is closing|committing transaction/i

function saysDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner: unknown = 'inner' in error ? error.inner : undefined
  return error.name === 'QuotaExceededError' || FULL_DISK.test(error.message) || saysDiskFull(inner)
}
