import type { EntryMark } from '../feeds'
import type { KnownRow } from './schema'

/** What the library knows of an entry. */
export interface KnownEntry {
  /** The hash of its identity. */
  readonly hash: number
  readonly articleId: number
  readonly mark: EntryMark
}

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

/** @returns everything that a feed's row knows, by the hash of the identity; an article may have several */
export function knownEntries(row: KnownRow | undefined): Map<number, KnownEntry> {
  const entries = new Map<number, KnownEntry>()
  if (!row) return entries
  row.identities.forEach((hash, at) => {
    const published = row.published[at] ?? NaN
    const mark = {
      content: row.contents[at] ?? 0,
      text: row.texts[at] ?? 0,
      link: row.links[at] ?? 0,
      title: row.titles[at] ?? 0,
      published: Number.isNaN(published) ? null : published,
    }
    entries.set(hash, { hash, articleId: row.articleIds[at] ?? 0, mark })
  })
  return entries
}

/** @returns the entries as a row, in their order */
export function knownRow(feedId: number, entries: Iterable<KnownEntry>): KnownRow {
  const all = [...entries]
  return {
    feedId,
    identities: Float64Array.from(all, entry => entry.hash),
    articleIds: Float64Array.from(all, entry => entry.articleId),
    contents: Uint32Array.from(all, entry => entry.mark.content),
    texts: Uint32Array.from(all, entry => entry.mark.text),
    links: Uint32Array.from(all, entry => entry.mark.link),
    titles: Uint32Array.from(all, entry => entry.mark.title),
    published: Float64Array.from(all, entry => entry.mark.published ?? NaN),
  }
}
