import { restoreKnown, type FeedNumbers } from './backup-known'
import type { Backup, BackupLines } from './backup-lines'
import { NO_FOLDER, type Database, type FeedRow } from './schema'
import { DEFAULT_SETTINGS } from './settings'

/** What the rest of a restore goes by. */
export interface RestoredSubscriptions {
  readonly feeds: FeedNumbers
  /** Articles of the library that were read in the backup's. */
  readonly read: readonly number[]
}

/**
 * Merges folders, feeds, settings, the queue, saved searches and what is known of entries into the library; what is there stays as
 * it is. Call it in a transaction that has those tables.
 */
export async function restoreSubscriptions(
  database: Database,
  backup: Backup,
): Promise<RestoredSubscriptions> {
  const folders = await restoreFolders(database, backup.folder)
  const feeds = await restoreFeeds(database, backup.feed, folders)
  await restoreSettings(database, backup.setting)
  await restoreQueue(database, backup.waiting, folders)
  await restoreSearches(database, backup.search)
  return { feeds, read: await restoreKnown(database, backup, feeds) }
}

type FolderNumbers = ReadonlyMap<number, number>

async function restoreFolders(
  database: Database,
  folders: readonly BackupLines['folder'][],
): Promise<FolderNumbers> {
  const there = new Map((await database.folders.toArray()).map(row => [placeOf(row), row.id]))
  const numbers = new Map<number, number>()
  for (const { id, name, parentId } of outermostFirst(folders)) {
    const row = { name, parentId: numbers.get(parentId) ?? NO_FOLDER }
    const known = there.get(placeOf(row))
    const number = known ?? (await database.folders.add(row))
    numbers.set(id, number)
    there.set(placeOf(row), number)
  }
  return numbers
}

const placeOf = ({ name, parentId }: Pick<BackupLines['folder'], 'name' | 'parentId'>): string =>
  `${parentId} ${name}`

/** A folder stands behind the one around it. Those in a circle, or inside one that is lost, come last. */
function outermostFirst(folders: readonly BackupLines['folder'][]): readonly BackupLines['folder'][] {
  const inside = new Map<number, BackupLines['folder'][]>()
  for (const folder of folders) {
    const own = inside.get(folder.parentId)
    if (own) own.push(folder)
    else inside.set(folder.parentId, [folder])
  }
  const ordered = new Set(inside.get(NO_FOLDER))
  // What is added is walked over as well.
  for (const folder of ordered) for (const inner of inside.get(folder.id) ?? []) ordered.add(inner)
  for (const folder of folders) ordered.add(folder)
  return [...ordered]
}

/** Addresses of the program's own are not followed anew: what stands there comes with the program. */
const isFetched = ({ url }: { readonly url: string }): boolean => /^https?:/.test(url)

async function restoreFeeds(
  database: Database,
  feeds: readonly BackupLines['feed'][],
  folders: FolderNumbers,
): Promise<FeedNumbers> {
  const there = new Map((await database.feeds.toArray()).map(row => [row.url, row.id]))
  const fresh = [...new Map(feeds.map(feed => [feed.url, feed])).values()].filter(
    feed => !there.has(feed.url) && isFetched(feed),
  )
  const rows = fresh.map(
    ({ url, title, siteUrl, folderId, addedAt, intervalMinutes, notify, text, pictures }) => ({
      ...{ url, title, siteUrl, addedAt },
      folderId: folders.get(folderId) ?? NO_FOLDER,
      ...(intervalMinutes === null ? {} : { intervalMinutes }),
      ...(notify ? { notify } : {}),
      ...(text === undefined ? {} : { text }),
      ...(pictures === undefined ? {} : { pictures }),
    }),
  ) satisfies readonly Omit<FeedRow, 'id'>[]
  const added = await database.feeds.bulkAdd(rows, { allKeys: true })
  fresh.forEach(({ url }, index) => there.set(url, added[index] ?? 0))
  return new Map(
    feeds.flatMap(({ id, url }) => {
      const feedId = there.get(url)
      return feedId === undefined ? [] : [[id, feedId] as const]
    }),
  )
}

/** What the person has set since stays. */
async function restoreSettings(
  database: Database,
  settings: readonly BackupLines['setting'][],
): Promise<void> {
  const defaults: Readonly<Record<string, unknown>> = DEFAULT_SETTINGS
  const set = new Set(await database.settings.toCollection().primaryKeys())
  const usable = settings.filter(
    ({ key, value }) =>
      Object.hasOwn(defaults, key) && typeof value === typeof defaults[key] && value !== null,
  )
  await database.settings.bulkPut(usable.flatMap(({ key, value }) => (set.has(key) ? [] : [{ key, value }])))
}

async function restoreQueue(
  database: Database,
  waiting: readonly BackupLines['waiting'][],
  folders: FolderNumbers,
): Promise<void> {
  const there = new Set((await database.queue.toArray()).map(row => `${row.kind} ${row.address}`))
  const rows = waiting.map(({ isFeed, address, folderId, addedAt, problem, known }) => ({
    kind: isFeed ? ('feed' as const) : ('page' as const),
    folderId: folders.get(folderId) ?? NO_FOLDER,
    ...{ address, addedAt, problem },
    ...(known === undefined ? null : { known }),
  }))
  await database.queue.bulkAdd(rows.filter(row => !there.has(`${row.kind} ${row.address}`)))
}

async function restoreSearches(
  { searches }: Database,
  saved: readonly BackupLines['search'][],
): Promise<void> {
  const there = new Set((await searches.toArray()).map(({ query }) => query))
  const missing = saved.filter(({ query }) => !there.has(query))
  await searches.bulkAdd(
    missing.map(({ name, query, createdAt, notify }) => ({ name, query, createdAt, notify })),
  )
}
