import { foldersWithin, NO_FOLDER, type Counts, type FeedRow, type FolderRow } from '../../library'

/** One line under FEEDS. */
export type TreeLine =
  | {
      readonly kind: 'folder'
      readonly folder: FolderRow
      readonly depth: number
      readonly unread: number
      readonly open: boolean
    }
  | { readonly kind: 'feed'; readonly feed: FeedRow; readonly depth: number; readonly unread: number }

interface TreeInput {
  readonly folders: readonly FolderRow[]
  readonly feeds: ReadonlyMap<number, FeedRow>
  readonly counts: ReadonlyMap<number, Counts>
  /** Folders that the person has shut. */
  readonly shut: ReadonlySet<number>
}

/**
 * The lines of the sidebar's tree, top to bottom: folders first, then feeds, each in the order given.
 *
 * A feed whose folder is gone, or lies in a circle of folders, stands at the top level.
 */
export function treeLines({ folders, feeds, counts, shut }: TreeInput): readonly TreeLine[] {
  const ids = new Set(folders.map(folder => folder.id))
  const roots = folders.filter(folder => !ids.has(folder.parentId))
  const known = new Set(roots.flatMap(root => foldersWithin(folders, root.id)))
  const feedsIn = groupBy([...feeds.values()], feed => (known.has(feed.folderId) ? feed.folderId : NO_FOLDER))
  const reachable = folders.filter(folder => known.has(folder.id))
  const foldersIn = groupBy(reachable, folder => (known.has(folder.parentId) ? folder.parentId : NO_FOLDER))
  const unreadOf = (feed: FeedRow): number => counts.get(feed.id)?.unread ?? 0
  const within = (folderId: number, depth: number): { lines: readonly TreeLine[]; unread: number } => {
    const branches = (foldersIn.get(folderId) ?? []).map(folder => {
      const { lines, unread } = within(folder.id, depth + 1)
      const open = !shut.has(folder.id)
      return {
        unread,
        lines: [{ kind: 'folder', folder, depth, unread, open } as const, ...(open ? lines : [])],
      }
    })
    const leaves = (feedsIn.get(folderId) ?? []).map(
      feed => ({ kind: 'feed', feed, depth, unread: unreadOf(feed) }) as const,
    )
    const all = [...branches, ...leaves]
    return {
      lines: [...branches.flatMap(branch => branch.lines), ...leaves],
      unread: all.reduce((sum, { unread }) => sum + unread, 0),
    }
  }
  return within(NO_FOLDER, 0).lines
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => number,
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
