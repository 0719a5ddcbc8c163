import { useEffect } from 'react'
import { bridge } from '../bridge'
import { useCollections } from '../data/collections'
import { feedsWithin, type ReaderState } from '../state/reader-state'

/** Tells the main process whose articles are on the screen, so that those feeds are asked first. */
export function useLook({ place, query }: Pick<ReaderState, 'place' | 'query'>): void {
  const { feeds, folders } = useCollections()
  const feedIds =
    query !== null
      ? []
      : place.kind === 'feed'
        ? [place.feedId]
        : place.kind === 'folder'
          ? feedsWithin(folders, feeds, place.folderId)
          : []
  // Compared by what it says: nothing is told anew because some other feed changed.
  const key = JSON.stringify(feedIds)
  useEffect(() => {
    void bridge().request('sync.look', JSON.parse(key) as readonly number[])
  }, [key])
}
