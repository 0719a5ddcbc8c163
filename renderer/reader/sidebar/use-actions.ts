import type { FeedRow, FolderRow } from '../../library'
import { bridge } from '../bridge'
import type { MenuItem } from '../common/menu'
import { useSlip } from '../common/slip'
import { useCollections } from '../data/collections'
import { useDecisions } from '../data/use-decisions'
import { useReader } from '../state/context'
import { feedsWithin, type Layer } from '../state/reader-state'
import { useWording } from '../strings'
import { useSyncDialog } from '../sync/dialogs'
import { useNotify } from '../sync/use-wish'

/** @returns what can be done with a feed */
export function useFeedActions(feed: FeedRow): readonly MenuItem[] {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { actions } = strings
  const { markListRead } = useDecisions()
  const fetching = useFetchingActions(feed)
  const ask = (kind: 'rename-feed' | 'move-feed' | 'remove-feed') => () =>
    dispatch({ kind: 'layer', layer: { kind, feedId: feed.id } satisfies Layer })
  return [
    // What the program brought with it is fetched nowhere.
    ...(feed.url.startsWith('about:') ? [] : fetching),
    { label: actions.markAllRead, onChoose: () => markListRead({ kind: 'feeds', feedIds: [feed.id] }) },
    { label: actions.rename, onChoose: ask('rename-feed') },
    { label: actions.moveTo, onChoose: ask('move-feed') },
    { label: actions.remove, onChoose: ask('remove-feed') },
  ]
}

/** What can be done about the fetching of a feed. */
function useFetchingActions(feed: FeedRow): readonly MenuItem[] {
  const { actions } = useWording().strings
  const openDialog = useSyncDialog()
  const [notify, setNotify] = useNotify(feed)
  const keep = useKeepOffline([feed.id])
  const askNow = (): void => void bridge().request('sync.start', [feed.id])
  return [
    { label: actions.askNow, onChoose: askNow },
    { label: actions.keepOffline, onChoose: keep },
    { label: actions.feedSettings, onChoose: () => openDialog({ kind: 'feed', feedId: feed.id }) },
    { label: actions.tellMe, checked: notify, onChoose: () => setNotify(!notify) },
    {
      label: actions.credentials,
      onChoose: () => openDialog({ kind: 'credentials', url: feed.url, onKept: askNow }),
    },
    { label: actions.copyAddress, onChoose: () => void navigator.clipboard.writeText(feed.url) },
  ]
}

/** @returns has everything fetched now that the articles of feeds lack */
function useKeepOffline(feedIds: readonly number[]): () => void {
  const slip = useSlip()
  const { strings } = useWording()
  return () => {
    bridge()
      .request('articles.complete', { kind: 'feeds', feedIds })
      .then(
        () => slip({ sentence: strings.offline.keptNow(feedIds.length) }),
        () => slip({ sentence: strings.problems['reading-failed'], trouble: true }),
      )
  }
}

/** @returns what can be done with a folder */
export function useFolderActions(folder: FolderRow): readonly MenuItem[] {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { folders, feeds } = useCollections()
  const { markListRead } = useDecisions()
  const feedIds = feedsWithin(folders, feeds, folder.id)
  const keep = useKeepOffline(feedIds)
  return [
    {
      label: strings.actions.askNow,
      onChoose: () => void bridge().request('sync.start', feedIds),
    },
    { label: strings.actions.keepOffline, onChoose: keep },
    { label: strings.actions.markAllRead, onChoose: () => markListRead({ kind: 'feeds', feedIds }) },
    {
      label: strings.actions.removeFolder,
      onChoose: () => dispatch({ kind: 'layer', layer: { kind: 'remove-folder', folderId: folder.id } }),
    },
  ]
}
