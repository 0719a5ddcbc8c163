import { atomically } from './atomically'
import { NO_COUNTS, addCounts, changeCounters, type Counts } from './counters'
import { NO_FOLDER, type Database, type FeedRow, type FetchRow, type FolderRow } from './schema'

/** A feed to subscribe to. */
export interface NewFeed {
  readonly url: string
  readonly title: string
  readonly siteUrl: string | null
  readonly folderId: number
}

/** So many articles are removed or moved in one transaction. */
const SLICE = 500

/** @returns all feeds, by title as the locale sorts */
export async function allFeeds(database: Database): Promise<readonly FeedRow[]> {
  const rows = await database.feeds.toArray()
  return rows.sort((a, b) => a.title.localeCompare(b.title))
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
      await database.fetches.bulkAdd(added.map(feedId => ({ feedId, ...NEVER_FETCHED, fetchedAt: now })))
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

/**
 * Moves a feed into a folder. Its articles carry the folder for their lists, so they move, slice by slice; the feed
 * itself moves last, so that an interrupted move is finished by doing it again.
 */
export async function moveFeed(
  database: Database,
  feedId: number,
  folderId: number,
  alive: () => void,
): Promise<void> {
  await eachSlice(database, feedId, async ids => {
    await database.statuses.where('id').anyOf(ids).modify({ folderId })
    alive()
  })
  await database.feeds.update(feedId, { folderId })
}

/** Gives a feed a title of the person's choice. */
export async function renameFeed(database: Database, feedId: number, title: string): Promise<void> {
  await database.feeds.update(feedId, { title })
}

/**
 * Removes a folder; what is in it moves to the folder around it.
 */
export async function removeFolder(database: Database, folderId: number, alive: () => void): Promise<void> {
  const folder = await database.folders.get(folderId)
  if (!folder) return
  const feeds = await database.feeds.where('folderId').equals(folderId).toArray()
  for (const feed of feeds) await moveFeed(database, feed.id, folder.parentId, alive)
  await atomically(database, [database.folders], async () => {
    await database.folders.filter(row => row.parentId === folderId).modify({ parentId: folder.parentId })
    await database.folders.delete(folderId)
  })
}

/**
 * Ends a subscription. Articles that the person starred or saved stay, under the name of their source; the others go.
 * The bodies' bytes stay in their pages until those are packed anew; nothing refers to them.
 */
export async function removeFeed(database: Database, feedId: number, alive: () => void): Promise<void> {
  const feed = await database.feeds.get(feedId)
  if (!feed) return
  // The feed goes last: a removal that was interrupted is finished by doing it again.
  await eachSlice(database, feedId, async ids => {
    await removeArticles(database, feed, ids)
    alive()
  })
  await atomically(database, [database.feeds, database.fetches, database.known], async () => {
    await database.feeds.delete(feedId)
    await database.fetches.delete(feedId)
    await database.known.delete(feedId)
  })
}

async function removeArticles(database: Database, feed: FeedRow, ids: readonly number[]): Promise<void> {
  const tables = [database.articles, database.statuses, database.quotes, database.counters]
  await atomically(database, tables, async () => {
    const statuses = (await database.statuses.bulkGet([...ids])).filter(row => row !== undefined)
    const kept = statuses.filter(row => row.starred || row.saved).map(row => row.id)
    const gone = statuses.filter(row => !row.starred && !row.saved)
    const goneIds = gone.map(row => row.id)
    const articles = (await database.articles.bulkGet(goneIds)).filter(row => row !== undefined)
    let counts: Counts = NO_COUNTS
    for (const row of gone) counts = addCounts(counts, { ...NO_COUNTS, articles: -1, unread: -row.unread })
    for (const row of articles) counts = addCounts(counts, { ...NO_COUNTS, quotes: -row.quotes })
    await database.articles.where('id').anyOf(kept).modify({ source: feed.title })
    await database.articles.bulkDelete(goneIds)
    await database.statuses.bulkDelete(goneIds)
    await database.quotes.bulkDelete(goneIds)
    await changeCounters(database, new Map([[feed.id, counts]]))
  })
}

async function eachSlice(
  database: Database,
  feedId: number,
  work: (ids: readonly number[]) => Promise<void>,
): Promise<void> {
  const all = await database.statuses
    .where('[feedId+unread+order+id]')
    .between([feedId], [feedId, []])
    .primaryKeys()
  for (let start = 0; start < all.length; start += SLICE) await work(all.slice(start, start + SLICE))
}
