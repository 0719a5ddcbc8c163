import { useEffect } from 'react'
import type { FeedRow, FolderRow } from '../../library'
import { bridge } from '../bridge'
import { useCollections } from '../data/collections'
import { useReaderState } from '../state/context'
import { feedsWithin, type ReaderState } from '../state/reader-state'

/** Tells the main process whose articles are on the screen, so that those feeds are asked first. */
export function useLook(): void {
  const { feeds, folders } = useCollections()
  // Compared by what it says: nothing is told anew because some other feed changed.
  const key = JSON.stringify(feedsOnScreen(useReaderState(), folders, feeds))
  useEffect(() => {
    void bridge().request('sync.look', JSON.parse(key) as readonly number[])
  }, [key])
}

/** The feeds of a feed's or a folder's list; lists of everything look at none before the others. */
export function feedsOnScreen(
  { place, query }: Pick<ReaderState, 'place' | 'query'>,
  folders: readonly FolderRow[],
  feeds: ReadonlyMap<number, FeedRow>,
): readonly number[] {
  if (query !== null) return []
  switch (place.kind) {
    case 'feed':
      return [place.feedId]
    case 'folder':
      return feedsWithin(folders, feeds, place.folderId)
    default:
      return []
  }
}
