import type { FeedOffer, ImportResult, LeftOut } from '../../preload/contract'
import { parseOpml, writeOpml, type OpmlFolder, type OpmlOutline } from '../feeds'
import {
  addFeeds,
  allFeeds,
  allFolders,
  atomically,
  ensureFolder,
  NO_FOLDER,
  type Database,
  type FeedRow,
  type FolderRow,
  type NewFeed,
} from '../library'
import { decodePage } from '../pages'
import type { Context } from './context'

/** Subscribes to feeds of which only the addresses are known; the next round of the sync fetches them. */
export async function subscribe(context: Context, offers: readonly FeedOffer[]): Promise<ImportResult> {
  const feeds = offers.map(({ url, title }) => ({ url, title, siteUrl: null }))
  return addOutline(context.database, { folders: [], feeds })
}

/** Subscribes to everything in a list of subscriptions, folders included. */
export async function importSubscriptions(context: Context, bytes: Uint8Array): Promise<ImportResult> {
  const outline = parseOpml(decodePage(bytes, 'text/xml'))
  if (!outline.folders.length && !outline.feeds.length) return { kind: 'failed', problem: 'no-subscriptions' }
  return addOutline(context.database, outline, outline.leftOut)
}

/** The subscriptions as OPML. */
export async function exportSubscriptions({ database }: Context): Promise<string> {
  const [feeds, folders] = await Promise.all([allFeeds(database), allFolders(database)])
  return writeOpml(outlineOf(...atHome(feeds, folders), NO_FOLDER), {
    title: 'Broadsheet',
    createdAt: Date.now(),
  })
}

async function addOutline(
  database: Database,
  outline: OpmlOutline,
  leftOut: readonly LeftOut[] = [],
): Promise<ImportResult> {
  const subscribed = await atomically(
    database,
    [database.folders, database.feeds, database.fetches],
    async () => addFeeds(database, await placedFeeds(database, outline, NO_FOLDER), Date.now()),
  )
  const count = (before: boolean): number =>
    new Set(subscribed.filter(feed => feed.before === before).map(feed => feed.feedId)).size
  return { kind: 'imported', added: count(false), before: count(true), leftOut }
}

/** Makes the folders of a list, and says which feed goes into which. */
async function placedFeeds(
  database: Database,
  { feeds, folders }: OpmlOutline,
  folderId: number,
): Promise<readonly NewFeed[]> {
  const placed = feeds.map((feed): NewFeed => ({ ...feed, folderId }))
  for (const folder of folders)
    placed.push(
      ...(await placedFeeds(database, folder, await ensureFolder(database, folder.title, folderId))),
    )
  return placed
}

/** A feed or folder inside a folder that is gone stands at the top: nothing may be missing from an export. */
function atHome(
  feeds: readonly FeedRow[],
  folders: readonly FolderRow[],
): readonly [readonly FeedRow[], readonly FolderRow[]] {
  const known = new Set(folders.map(folder => folder.id))
  const home = (id: number): number => (known.has(id) ? id : NO_FOLDER)
  return [
    feeds.map(feed => ({ ...feed, folderId: home(feed.folderId) })),
    folders.map(folder => ({ ...folder, parentId: home(folder.parentId) })),
  ]
}

function outlineOf(feeds: readonly FeedRow[], folders: readonly FolderRow[], folderId: number): OpmlOutline {
  return {
    feeds: feeds
      .filter(feed => feed.folderId === folderId && /^https?:/.test(feed.url))
      .map(({ title, url, siteUrl }) => ({ title, url, siteUrl })),
    folders: folders
      .filter(folder => folder.parentId === folderId)
      .map((folder): OpmlFolder => ({ title: folder.name, ...outlineOf(feeds, folders, folder.id) })),
  }
}
