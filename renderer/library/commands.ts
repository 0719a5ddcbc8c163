import { settleFailed, settleWaiting } from './queue'
import type { Database } from './schema'
import { changeSearch, removeSearch, saveSearch } from './searches'
import {
  ensureFolder,
  moveFeed,
  removeFeed,
  removeFolder,
  renameFeed,
  setWishes,
  type FeedWishes,
  type NextAt,
} from './subscriptions'

/** A change of feeds, or of many articles at once. The reader sends it to the ingest page, which alone writes those. */
export type LibraryCommand =
  | { readonly kind: 'remove-feed'; readonly feedId: number }
  | { readonly kind: 'rename-feed'; readonly feedId: number; readonly title: string }
  | { readonly kind: 'move-feed'; readonly feedId: number; readonly folderId: number }
  | { readonly kind: 'set-feed'; readonly feedId: number; readonly wishes: FeedWishes }
  | { readonly kind: 'add-folder'; readonly name: string; readonly parentId: number }
  | { readonly kind: 'remove-folder'; readonly folderId: number }
  /** The person does not wait for this address any more, or wants it tried again. */
  | { readonly kind: 'drop-waiting' | 'retry-waiting'; readonly id: number }
  /** The same for all that were tried in vain. */
  | { readonly kind: 'drop-failed' | 'retry-failed' }
  | { readonly kind: 'save-search'; readonly name: string; readonly query: string; readonly at: number }
  | { readonly kind: 'rename-search'; readonly id: number; readonly name: string }
  | { readonly kind: 'set-search'; readonly id: number; readonly notify: boolean }
  | { readonly kind: 'remove-search'; readonly id: number }

/**
 * Carries out a command.
 *
 * @param nextAt when a feed is asked next, in milliseconds since 1970
 */
export async function carryOut(database: Database, command: LibraryCommand, nextAt: NextAt): Promise<void> {
  switch (command.kind) {
    case 'remove-feed':
      return removeFeed(database, command.feedId)
    case 'rename-feed':
      return renameFeed(database, command.feedId, command.title)
    case 'move-feed':
      return moveFeed(database, command.feedId, command.folderId)
    case 'set-feed':
      return setWishes(database, command.feedId, command.wishes, nextAt)
    case 'add-folder':
      await ensureFolder(database, command.name, command.parentId)
      return
    case 'remove-folder':
      return removeFolder(database, command.folderId)
    case 'drop-waiting':
      return settleWaiting(database, [command.id], null)
    case 'retry-waiting':
      await database.queue.update(command.id, { problem: null })
      return
    case 'drop-failed':
      return settleFailed(database, 'drop')
    case 'retry-failed':
      return settleFailed(database, 'retry')
    case 'save-search': {
      const { name, query, at } = command
      return saveSearch(database, { name, query, createdAt: at, notify: false })
    }
    case 'rename-search':
      return changeSearch(database, command.id, { name: command.name })
    case 'set-search':
      return changeSearch(database, command.id, { notify: command.notify })
    case 'remove-search':
      return removeSearch(database, command.id)
  }
}
