import { useCallback, useEffect, useRef, useState } from 'react'
import { countOfScope, countsByFeed, type Counts, type FeedRow, type ListScope } from '../../library'
import { useCollections, useDatabase } from '../data/collections'

/** How long the list was when it was read, and how much has come since. */
export interface Fresh {
  /** Length of the list at the time. */
  readonly total: number
  /** Articles that have come since. */
  readonly fresh: number
  /** Says that the list is being read anew. */
  readonly reset: () => void
}

/**
 * Counts what came into a list since it was read.
 *
 * Lists that only the person fills (starred, saved) count what they hold; in the others reading changes nothing.
 *
 * @param scope memoised: another one begins anew
 */
export function useFresh(scope: ListScope): Fresh {
  const database = useDatabase()
  const { counts, feeds } = useCollections()
  const folderOf = useRef(foldersOf(feeds))
  useEffect(() => {
    folderOf.current = foldersOf(feeds)
  }, [feeds])
  const { total, arrived } = countsOf(counts, scope, foldersOf(feeds))
  const [base, setBase] = useState({ scope, total, arrived })
  const [asked, setAsked] = useState(0)
  const reset = useCallback(() => setAsked(count => count + 1), [])
  useEffect(() => {
    let ended = false
    // Asked of the library itself when the list is read: the counts on the screen are a moment older.
    void countsByFeed(database).then(counts => {
      if (!ended) setBase({ scope, ...countsOf(counts, scope, folderOf.current) })
    })
    return () => {
      ended = true
    }
  }, [database, scope, asked])
  // Where a feed was removed, articles that come later are new all the same.
  if (base.scope === scope && arrived < base.arrived && scope.kind !== 'starred' && scope.kind !== 'saved')
    setBase({ ...base, arrived })
  const current = base.scope === scope
  return {
    total: current ? base.total : total,
    fresh: current ? Math.max(0, arrived - base.arrived) : 0,
    reset,
  }
}

const foldersOf = (feeds: ReadonlyMap<number, FeedRow>): ReadonlyMap<number, number> =>
  new Map([...feeds.values()].map(feed => [feed.id, feed.folderId]))

/** How long a list is, and what counts the articles that come into it. */
function countsOf(
  counts: ReadonlyMap<number, Counts>,
  scope: ListScope,
  folderOf: ReadonlyMap<number, number>,
): { readonly total: number; readonly arrived: number } {
  const arriving: ListScope = scope.kind === 'unread' ? { kind: 'all' } : scope
  return { total: countOfScope(counts, scope, folderOf), arrived: countOfScope(counts, arriving, folderOf) }
}
