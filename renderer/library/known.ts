import type { Database, KnownRow } from './schema'

/**
 * A 53-bit hash of an entry's identity: two FNV-1a hashes with different offsets, put together. Among 10,000 entries of
 * one feed two share a hash with a probability of 5e-9.
 *
 * @returns a whole number from 0 to 2^53 - 1
 */
export function hashIdentity(identity: string): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let index = 0; index < identity.length; index++) {
    const code = identity.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x5bd1e995)
    high ^= high >>> 15
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}

/**
 * Which of a feed's entries the library has not seen.
 *
 * @param identities as the feed's entries have them
 * @returns those that are new, each once
 */
export async function unknownEntries(
  database: Database,
  feedId: number,
  identities: readonly string[],
): Promise<ReadonlySet<string>> {
  const row = await database.known.get(feedId)
  const known = new Set(row?.identities)
  return new Set(identities.filter(identity => !known.has(hashIdentity(identity))))
}

/** @returns the row with further entries behind those it has */
export function withEntries(
  row: KnownRow | undefined,
  feedId: number,
  entries: readonly { readonly identity: string; readonly articleId: number }[],
): KnownRow {
  return {
    feedId,
    identities: Float64Array.from([
      ...(row?.identities ?? []),
      ...entries.map(entry => hashIdentity(entry.identity)),
    ]),
    articleIds: Float64Array.from([...(row?.articleIds ?? []), ...entries.map(entry => entry.articleId)]),
  }
}
