import { atomically } from './atomically'
import { forEachLibrary, holdTable } from './held-rows'
import { changeHeads } from './heads'
import { FLAG, slotOf } from './ledger-rows'
import { changeRows } from './ledger-store'
import { countsByFeed, listIds } from './lists'
import { NO_FOLDER, type Database, type FeedRow, type FetchRow, type FolderRow } from './schema'

/** A feed to subscribe to. */
export interface NewFeed {
  readonly url: string
  readonly title: string
  readonly siteUrl: string | null
  readonly folderId: number
}

/** Held in memory, as they are asked for again and again during a sync. */
const feedRows = forEachLibrary(database => holdTable<FeedRow>(database, database.feeds, row => row.id))

/** @returns all feeds, by title as the locale sorts */
export async function allFeeds(database: Database): Promise<readonly FeedRow[]> {
  return [...(await feedRows(database)).values()].sort((a, b) => a.title.localeCompare(b.title))
}

/** @returns all folders, by name as the locale sorts */
export async function allFolders(database: Database): Promise<readonly FolderRow[]> {
  const rows = await database.folders.toArray()
  return rows.sort((a, b) => a.name.localeCompare(b.name))
}

/** @returns the folder and every folder inside it, at any depth */
export function foldersWithin(folders: readonly FolderRow[], folderId: number): readonly number[] {
  const within = [folderId]
  // A folder is added once even if a damaged library should hold a circle.
  for (const id of within) {
    for (const folder of folders)
      if (folder.parentId === id && !within.includes(folder.id)) within.push(folder.id)
  }
  return within
}

/** @returns whether the library holds nothing that the person put there */
export async function isEmpty(database: Database): Promise<boolean> {
  const counts = [...(await countsByFeed(database)).values()]
  if (counts.some(({ saved, starred }) => saved + starred > 0)) return false
  return (await database.feeds.filter(feed => /^https?:/.test(feed.url)).count()) === 0
}

/** A feed after it was subscribed to. */
export interface Subscribed {
  readonly feedId: number
  /** Whether it was there before. */
  readonly before: boolean
}

/**
 * Subscribes to feeds, each once, in one transaction: thousands of them must not make thousands of changes.
 *
 * @param fetched whether their content is at hand already, so that they are not due at once
 * @returns what became of each, in the order given
 */
export async function addFeeds(
  database: Database,
  feeds: readonly NewFeed[],
  now: number,
  fetched = false,
): Promise<readonly Subscribed[]> {
  return atomically(database, [database.feeds, database.fetches], async () => {
    const rows = await database.feeds.where('url').anyOf(feeds.map(feed => feed.url)).toArray() // prettier-ignore
    const known = new Map(rows.map(row => [row.url, row.id]))
    const fresh = [...new Map(feeds.map(feed => [feed.url, feed])).values()].filter(
      ({ url }) => !known.has(url),
    )
    const added = await database.feeds.bulkAdd(fresh.map(feed => ({ ...feed, addedAt: now })), { allKeys: true }) // prettier-ignore
    if (fetched)
      await database.fetches.bulkAdd(
        added.map(feedId => ({ feedId, ...NEVER_FETCHED, fetchedAt: now, nextAt: null })),
      )
    const ids = new Map(fresh.map(({ url }, index) => [url, added[index] ?? 0]))
    return feeds.map(({ url }) => ({ feedId: known.get(url) ?? ids.get(url) ?? 0, before: known.has(url) }))
  })
}

const NEVER_FETCHED: Omit<FetchRow, 'feedId'> = {
  fetchedAt: 0,
  problem: null,
  etag: null,
  lastModified: null,
  contentHash: null,
  added: 0,
  nextAt: 0,
  failures: 0,
  changedAt: 0,
  refresh: null,
  maxAgeSeconds: null,
  entryTimes: [],
  move: null,
}

/**
 * The folder of that name inside another one, made when there is none.
 *
 * @returns its number
 */
export async function ensureFolder(database: Database, name: string, parentId = NO_FOLDER): Promise<number> {
  return atomically(database, [database.folders], async () => {
    const known = await database.folders.filter(row => row.name === name && row.parentId === parentId).first()
    return known?.id ?? (await database.folders.add({ name, parentId }))
  })
}

/** Moves a feed into a folder. */
export async function moveFeed(database: Database, feedId: number, folderId: number): Promise<void> {
  await database.feeds.update(feedId, { folderId })
}

/** Gives a feed a title of the person's choice. */
export async function renameFeed(database: Database, feedId: number, title: string): Promise<void> {
  await database.feeds.update(feedId, { title })
}

/** How a feed is to be treated. Undefined takes a wish back. */
export interface FeedWishes extends Pick<FeedRow, 'text' | 'pictures'> {
  /** Undefined: as often as it changes. */
  readonly intervalMinutes?: number | undefined
  readonly notify?: boolean
}

/** When a feed is asked next, in milliseconds since 1970; null for never by itself. */
export type NextAt = (fetch: FetchRow, feed: FeedRow) => number | null

/**
 * Keeps the person's wishes for a feed.
 *
 * @param nextAt when it is asked next with them, in milliseconds since 1970
 */
export async function setWishes(
  database: Database,
  feedId: number,
  wishes: FeedWishes,
  nextAt: NextAt,
): Promise<void> {
  await atomically(database, [database.feeds, database.fetches], async () => {
    await database.feeds.update(feedId, wishes)
    const [feed, fetch] = await Promise.all([database.feeds.get(feedId), database.fetches.get(feedId)])
    if (feed && fetch) await database.fetches.put({ ...fetch, nextAt: nextAt(fetch, feed) })
  })
}

/** Computes for every feed anew when it is asked next: a wish that holds for all of them has changed. */
export async function rescheduleFeeds(database: Database, nextAt: NextAt): Promise<void> {
  await atomically(database, [database.feeds, database.fetches], async () => {
    const feeds = new Map((await database.feeds.toArray()).map(feed => [feed.id, feed]))
    const fetches = await database.fetches.toArray()
    await database.fetches.bulkPut(
      fetches.flatMap(fetch => {
        const feed = feeds.get(fetch.feedId)
        return feed ? [{ ...fetch, nextAt: nextAt(fetch, feed) }] : []
      }),
    )
  })
}

/** Removes a folder; what is in it moves to the folder around it. */
export async function removeFolder(database: Database, folderId: number): Promise<void> {
  await atomically(database, [database.folders, database.feeds], async () => {
    const folder = await database.folders.get(folderId)
    if (!folder) return
    await database.feeds.where('folderId').equals(folderId).modify({ folderId: folder.parentId })
    await database.folders.filter(row => row.parentId === folderId).modify({ parentId: folder.parentId })
    await database.folders.delete(folderId)
  })
}

/**
 * Ends a subscription, in one transaction. Articles that the person starred or saved stay, under the name of their
 * source; the others go. Their bytes stay in their pages until those are packed anew; nothing refers to them.
 */
export async function removeFeed(database: Database, feedId: number): Promise<void> {
  const feed = await database.feeds.get(feedId)
  if (!feed) return
  const ids = await listIds(database, { kind: 'feeds', feedIds: [feedId] })
  const tables = [database.ledger, database.heads, database.feeds, database.fetches, database.known]
  await atomically(database, tables, async () => {
    const kept: number[] = []
    await changeRows(database, ids, (row, own) => {
      for (const id of own) {
        const flags = row.flags[slotOf(id)] ?? 0
        if (flags & (FLAG.starred | FLAG.saved)) kept.push(id)
        else row.flags[slotOf(id)] = 0
      }
      return true
    })
    // Articles of a feed go by its title; without the feed they have to carry it.
    await changeHeads(database, new Set(kept), head => ({ ...head, source: feed.title }))
    await database.feeds.delete(feedId)
    await database.fetches.delete(feedId)
    await database.known.delete(feedId)
  })
}
