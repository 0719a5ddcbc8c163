import type { ReactNode } from 'react'
import type { FeedRow, FolderRow } from '../../library'
import { Menu, type Point } from '../common/menu'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'
import { useFeedActions, useFolderActions } from './use-actions'

interface PlaceMenuProps {
  readonly at: Point
  readonly onClose: () => void
}

/** The menu of a feed. What it offers is gathered when it opens, not for a thousand lines beforehand. */
export function FeedMenu({ feedId, ...menu }: PlaceMenuProps & { readonly feedId: number }): ReactNode {
  const feed = useCollections().feeds.get(feedId)
  return feed && <OpenFeedMenu {...menu} feed={feed} />
}

function OpenFeedMenu({ feed, ...menu }: PlaceMenuProps & { readonly feed: FeedRow }): ReactNode {
  const { strings } = useWording()
  return <Menu {...menu} label={strings.sidebar.actions(feed.title)} items={useFeedActions(feed)} />
}

/** The menu of a folder. */
export function FolderMenu({ folderId, ...menu }: PlaceMenuProps & { readonly folderId: number }): ReactNode {
  const folder = useCollections().folders.find(each => each.id === folderId)
  return folder && <OpenFolderMenu {...menu} folder={folder} />
}

function OpenFolderMenu({ folder, ...menu }: PlaceMenuProps & { readonly folder: FolderRow }): ReactNode {
  const { strings } = useWording()
  return <Menu {...menu} label={strings.sidebar.actions(folder.name)} items={useFolderActions(folder)} />
}
