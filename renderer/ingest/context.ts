import type { Database, Settings } from '../library'
import type { Batcher } from './batcher'
import type { Serial } from './serial'

/** What every job works with. */
export interface Context {
  readonly database: Database
  readonly batcher: Batcher
  /** Whatever else writes articles goes through this queue, between two batches. */
  readonly serial: Serial
  /** Tells the main process that a long job goes on. */
  readonly alive: () => void
  /** The person's wishes as they are now. */
  readonly settings: () => Settings
}
