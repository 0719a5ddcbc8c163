import type { EntryMark } from '../feeds'
import type { Backup } from './backup-lines'
import { unpack } from './backup-lines'
import { decide } from './decisions'
import { knownEntries, knownRow, type KnownEntry } from './known'
import { SAVED_PAGES, type Database } from './schema'

/** In place of an article's number: the entry is known and stays away. */
export const NO_ARTICLE = 0
/**
 * In place of an article's number: the entry was read in the library that a backup was made of, and its article is
 * not here. When the feed brings it again it is stored, as one that was read, and not as news.
 */
export const COMES_BACK_READ = -1

const NO_MARK: EntryMark = { content: 0, text: 0, link: 0, title: 0, published: null }

/** Numbers of feeds in a backup, with those in the library. */
export type FeedNumbers = ReadonlyMap<number, number>

/**
 * Enters what a backup knows of entries where the library does not know them. Call it in a transaction that has
 * `known`.
 *
 * @returns articles of the library that were read in the backup's
 */
export async function restoreKnown(
  database: Database,
  backup: Backup,
  feeds: FeedNumbers,
): Promise<readonly number[]> {
  const wanted = wantedByFeed(backup, feeds)
  const rows = await database.known.bulkGet([...wanted.keys()])
  const read: number[] = []
  const merged = [...wanted].map(([feedId, entries], index) => {
    const all = knownEntries(rows[index])
    for (const [hash, articleId] of entries) {
      const there = all.get(hash)
      if (!there) all.set(hash, { hash, articleId, mark: NO_MARK })
      else if (articleId === COMES_BACK_READ && there.articleId > 0) read.push(there.articleId)
    }
    return knownRow(feedId, all.values())
  })
  await database.known.bulkPut(merged)
  return read
}

/** What becomes of each entry, by its hash. */
function wantedByFeed(backup: Backup, feeds: FeedNumbers): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const wanted = new Map<number, Map<number, number>>()
  const note = (oldFeedId: number, hashes: readonly number[], articleId: number): void => {
    const feedId = feeds.get(oldFeedId)
    if (feedId === undefined) return
    const own = wanted.get(feedId) ?? new Map<number, number>()
    wanted.set(feedId, own)
    for (const hash of hashes) own.set(hash, articleId)
  }
  for (const { feedId, read, gone } of backup.known) {
    note(feedId, unpack(read) ?? [], COMES_BACK_READ)
    note(feedId, unpack(gone) ?? [], NO_ARTICLE)
  }
  // Their articles are stored after this: a feed that is fetched meanwhile must not bring them a second time.
  for (const { feedId, hashes } of backup.article)
    if (feedId !== SAVED_PAGES) note(feedId, hashes, NO_ARTICLE)
  return wanted
}

/** Articles that were read in the backup's library are read here. */
export async function markRead(database: Database, ids: readonly number[]): Promise<void> {
  await decide(database, ids, { kind: 'read', value: true })
}

/** The identities of an article, and the one under which it was stored for want of the real one. */
export interface Identities {
  readonly feedId: number
  readonly articleId: number
  readonly hashes: readonly number[]
  readonly mark: EntryMark
  readonly standIn: number
}

/**
 * Puts the real identities of articles in the place of those under which they were stored. Call it in a transaction
 * that has `known`.
 *
 * @param isThere whether the library has the article
 */
export async function nameEntries(
  database: Database,
  articles: readonly Identities[],
  isThere: (articleId: number) => boolean,
): Promise<void> {
  const feedIds = [...new Set(articles.map(({ feedId }) => feedId))]
  const rows = await database.known.bulkGet(feedIds)
  const byFeed = new Map(feedIds.map((feedId, index) => [feedId, knownEntries(rows[index])]))
  for (const { feedId, articleId, hashes, mark, standIn } of articles) {
    const entries: Map<number, KnownEntry> = byFeed.get(feedId) ?? new Map()
    if (!hashes.length) continue
    entries.delete(standIn)
    for (const hash of hashes)
      if (!isThere(entries.get(hash)?.articleId ?? NO_ARTICLE)) entries.set(hash, { hash, articleId, mark })
  }
  await database.known.bulkPut([...byFeed].map(([feedId, entries]) => knownRow(feedId, entries.values())))
}
