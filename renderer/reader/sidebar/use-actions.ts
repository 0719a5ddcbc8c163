import { foldersWithin, type FeedRow, type FolderRow, type ListScope } from '../../library'
import { bridge, command } from '../bridge'
import type { MenuItem } from '../common/menu'
import { useCollections } from '../data/collections'
import { useReader } from '../state/context'
import type { Layer } from '../state/reader-state'
import { useWording } from '../strings'

/** @returns what can be done with a feed */
export function useFeedActions(feed: FeedRow): readonly MenuItem[] {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { actions } = strings
  const ask = (kind: 'rename-feed' | 'move-feed' | 'remove-feed') => () =>
    dispatch({ kind: 'layer', layer: { kind, feedId: feed.id } satisfies Layer })
  // What the program brought with it is fetched nowhere.
  const fetched = !feed.url.startsWith('about:')
  return [
    ...(fetched
      ? [{ label: actions.refreshFeed, onChoose: () => void bridge().request('sync.start', [feed.id]) }]
      : []),
    { label: actions.markAllRead, onChoose: () => markRead({ kind: 'feed', feedId: feed.id }) },
    ...(fetched
      ? [{ label: actions.copyAddress, onChoose: () => void navigator.clipboard.writeText(feed.url) }]
      : []),
    { label: actions.rename, onChoose: ask('rename-feed') },
    { label: actions.moveTo, onChoose: ask('move-feed') },
    { label: actions.remove, onChoose: ask('remove-feed') },
  ]
}

/** @returns what can be done with a folder */
export function useFolderActions(folder: FolderRow): readonly MenuItem[] {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { folders, feeds } = useCollections()
  const folderIds = foldersWithin(folders, folder.id)
  const within = [...feeds.values()].filter(feed => folderIds.includes(feed.folderId))
  return [
    {
      label: strings.actions.refreshFeed,
      onChoose: () => void bridge().request('sync.start', within.map(feed => feed.id)), // prettier-ignore
    },
    { label: strings.actions.markAllRead, onChoose: () => markRead({ kind: 'folder', folderIds }) },
    {
      label: strings.actions.removeFolder,
      onChoose: () => dispatch({ kind: 'layer', layer: { kind: 'remove-folder', folderId: folder.id } }),
    },
  ]
}

const markRead = (scope: ListScope): void => void command({ kind: 'mark-all-read', scope, upTo: null })
