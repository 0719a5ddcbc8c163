import { useCallback, useEffect, useState } from 'react'
import { countOfScope, type ListScope } from '../../library'
import { useCollections } from '../data/collections'

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
  const { total, arrived } = useCounts(scope)
  const [base, setBase] = useState({ scope, total, arrived })
  const [asked, setAsked] = useState(0)
  const reset = useCallback(() => setAsked(count => count + 1), [])
  useEffect(() => {
    setBase({ scope, total, arrived })
    // The counts of the moment when the list is read, not those that come later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scope, asked])
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

function useCounts(scope: ListScope): { readonly total: number; readonly arrived: number } {
  const { counts, feeds } = useCollections()
  const folderOf = new Map([...feeds.values()].map(feed => [feed.id, feed.folderId]))
  const arriving: ListScope = scope.kind === 'unread' ? { kind: 'all' } : scope
  return {
    total: countOfScope(counts, scope, folderOf),
    arrived: countOfScope(counts, arriving, folderOf),
  }
}
