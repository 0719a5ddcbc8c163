import { knownEntries, type KnownEntry } from './known'
import { memoryOf } from './memory'
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
 * Reads for many feeds at once: a request costs more than what it reads.
 *
 * @returns in the order of the keys
 */
export async function arrivalStates(
  database: Database,
  keys: readonly ArrivalKey[],
): Promise<readonly ArrivalState[]> {
  const memory = memoryOf(database)
  const ids = keys.map(({ feedId }) => feedId)
  const withContent = keys.flatMap(({ feedId, contentHash }) => (contentHash ? [feedId] : []))
  const [feeds, fetches, known, quarantined] = await Promise.all([
    memory.feeds(ids),
    memory.fetches(ids),
    memory.known(withContent),
    memory.quarantined(),
  ])
  const knownOf = new Map(withContent.map((feedId, at) => [feedId, known[at]]))
  return keys.map(({ feedId, contentHash }, at) => ({
    feed: feeds[at] ?? null,
    fetch: fetches[at] ?? null,
    known: knownEntries(contentHash ? knownOf.get(feedId) : undefined),
    isQuarantined: contentHash !== null && quarantined.has(contentHash),
  }))
}
