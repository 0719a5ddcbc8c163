import { knownEntries, type KnownEntry } from './known'
import type { Database, FeedRow, FetchRow } from './schema'

/** What a feed was fetched for, before its content is read. */
export interface ArrivalKey {
  readonly feedId: number
  /** The hash of the content that came; null when none did. */
  readonly contentHash: string | null
}

/** What the library knows of a feed and of the content that came from it. */
export interface ArrivalState {
  /** Null when the feed is no longer there. */
  readonly feed: FeedRow | null
  /** How the last fetch ended; null before the first one. */
  readonly fetch: FetchRow | null
  /** Its entries by the hash of their identity, as long as they are the library's latest; nothing without content. */
  readonly known: ReadonlyMap<number, KnownEntry>
  readonly isQuarantined: boolean
}

/**
 * Reads for many feeds at once: a transaction costs more than what it reads.
 *
 * @returns in the order of the keys
 */
export async function arrivalStates(
  database: Database,
  keys: readonly ArrivalKey[],
): Promise<readonly ArrivalState[]> {
  const { feeds, fetches, known, quarantine } = database
  const withContent = keys.flatMap(({ feedId, contentHash }) =>
    contentHash ? [{ feedId, contentHash }] : [],
  )
  const [feedRows, fetchRows, knownRows, quarantined] = await database.transaction(
    'r',
    [feeds, fetches, known, quarantine],
    () =>
      Promise.all([
        feeds.bulkGet(keys.map(key => key.feedId)),
        fetches.bulkGet(keys.map(key => key.feedId)),
        known.bulkGet(withContent.map(key => key.feedId)),
        quarantine.bulkGet(withContent.map(key => key.contentHash)),
      ]),
  )
  const knownOf = new Map(knownRows.flatMap(row => (row ? [[row.feedId, row]] : [])))
  const bad = new Set(quarantined.map(row => row?.contentHash))
  return keys.map(({ feedId, contentHash }, at) => ({
    feed: feedRows[at] ?? null,
    fetch: fetchRows[at] ?? null,
    known: knownEntries(contentHash ? knownOf.get(feedId) : undefined),
    isQuarantined: contentHash !== null && bad.has(contentHash),
  }))
}
