import {
  arrivalStates,
  openLibrary,
  type ArrivalKey,
  type ArrivalState,
  type Database,
  type Settings,
} from '../library'
import { createBatcher, type Batcher, type Index } from './batcher'
import { createGate, type Gate } from './gate'
import { createGathering } from './gathering'
import { createPictureBudget, type PictureBudget } from './picture-budget'
import { createSerial, type Serial } from './serial'

/** What every job works with. */
export interface Context {
  readonly database: Database
  readonly batcher: Batcher
  /** What the library knows of a feed that was fetched; many are read at once. */
  readonly recall: (key: ArrivalKey) => Promise<ArrivalState>
  /** Whatever else writes articles goes through this queue, between two batches. */
  readonly serial: Serial
  readonly pictureBudget: PictureBudget
  /** Long work waits at it. */
  readonly gate: Gate
  /** Tells the main process that a long job goes on. */
  readonly alive: () => void
  /** The person's wishes as they are now. */
  readonly settings: () => Settings
}

interface Indexing {
  /** Absent: whoever indexes reads it from the store. */
  readonly index?: Index
}

/**
 * Opens the library for the jobs.
 *
 * @param name of the library; tests use their own
 * @throws LibraryError
 */
export async function openContext(
  { alive, settings, index = () => false }: Pick<Context, 'alive' | 'settings'> & Indexing,
  name?: string,
): Promise<Context> {
  const database = await openLibrary(name)
  const serial = createSerial()
  const gate = createGate()
  const relaxed = await openLibrary(name, 'relaxed')
  const batcher = createBatcher({ strict: database, relaxed }, serial, gate, index, alive)
  // By the connection that stores most of what comes: it remembers what it read.
  const recall = createGathering((keys: readonly ArrivalKey[]) => arrivalStates(relaxed, keys))
  const pictureBudget = createPictureBudget(database, settings, alive)
  return { database, serial, batcher, recall, pictureBudget, gate, alive, settings }
}
