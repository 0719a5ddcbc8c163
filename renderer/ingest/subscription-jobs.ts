import type { FeedOffer, ImportResult } from '../../preload/contract'
import { parseOpml, writeOpml, type OpmlFolder, type OpmlOutline } from '../feeds'
import {
  addFeed,
  allFeeds,
  allFolders,
  ensureFolder,
  NO_FOLDER,
  type FeedRow,
  type FolderRow,
} from '../library'
import { decodePage } from '../pages'
import type { Context } from './context'

interface Tally {
  readonly added: number
  readonly before: number
}

/** Subscribes to feeds of which only the addresses are known; the next round of the sync fetches them. */
export async function subscribe(context: Context, offers: readonly FeedOffer[]): Promise<ImportResult> {
  const feeds = offers.map(({ url, title }) => ({ url, title, siteUrl: null }))
  return { kind: 'imported', ...(await addOutline(context, { folders: [], feeds }, NO_FOLDER)) }
}

/** Subscribes to everything in a list of subscriptions, folders included. */
export async function importSubscriptions(context: Context, bytes: Uint8Array): Promise<ImportResult> {
  const outline = parseOpml(decodePage(bytes, 'text/xml'))
  if (!outline.folders.length && !outline.feeds.length) return { kind: 'failed', problem: 'no-feed-found' }
  return { kind: 'imported', ...(await addOutline(context, outline, NO_FOLDER)) }
}

/** The subscriptions as OPML. */
export async function exportSubscriptions({ database }: Context): Promise<string> {
  const [feeds, folders] = await Promise.all([allFeeds(database), allFolders(database)])
  return writeOpml(outlineOf(feeds, folders, NO_FOLDER), { title: 'Broadsheet', createdAt: Date.now() })
}

async function addOutline(context: Context, outline: OpmlOutline, folderId: number): Promise<Tally> {
  let tally: Tally = { added: 0, before: 0 }
  for (const feed of outline.feeds) {
    const { before } = await addFeed(context.database, { ...feed, folderId }, Date.now())
    tally = before ? { ...tally, before: tally.before + 1 } : { ...tally, added: tally.added + 1 }
  }
  for (const folder of outline.folders) {
    const inner = await addOutline(
      context,
      folder,
      await ensureFolder(context.database, folder.title, folderId),
    )
    tally = { added: tally.added + inner.added, before: tally.before + inner.before }
  }
  return tally
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
