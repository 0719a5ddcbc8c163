import { markAllRead } from './decisions'
import type { ListKey, ListScope } from './lists'
import type { Database } from './schema'
import { ensureFolder, moveFeed, removeFeed, removeFolder, renameFeed } from './subscriptions'

/** A change of many articles at once. The reader sends it to the ingest page, which alone writes articles. */
export type LibraryCommand =
  | { readonly kind: 'remove-feed'; readonly feedId: number }
  | { readonly kind: 'rename-feed'; readonly feedId: number; readonly title: string }
  | { readonly kind: 'move-feed'; readonly feedId: number; readonly folderId: number }
  | { readonly kind: 'add-folder'; readonly name: string; readonly parentId: number }
  | { readonly kind: 'remove-folder'; readonly folderId: number }
  | { readonly kind: 'mark-all-read'; readonly scope: ListScope; readonly upTo: ListKey | null }

/**
 * Carries out a command. Doing it again after an interruption finishes it.
 *
 * @param alive called at every step of a long one
 */
export async function carryOut(
  database: Database,
  command: LibraryCommand,
  alive: () => void = () => undefined,
): Promise<void> {
  switch (command.kind) {
    case 'remove-feed':
      return removeFeed(database, command.feedId, alive)
    case 'rename-feed':
      return renameFeed(database, command.feedId, command.title)
    case 'move-feed':
      return moveFeed(database, command.feedId, command.folderId, alive)
    case 'add-folder':
      await ensureFolder(database, command.name, command.parentId)
      return
    case 'remove-folder':
      return removeFolder(database, command.folderId, alive)
    case 'mark-all-read':
      await markAllRead(database, command.scope, command.upTo, alive)
      return
  }
}
