import { useCallback } from 'react'
import { useSetting } from '../header/use-setting'
import { withRecent } from './recent-list'

/** What the person searched for lately. */
export interface Recent {
  readonly recent: readonly string[]
  /** Remembers a search; a blank one is none. */
  readonly remember: (query: string) => void
  readonly forget: (query: string) => void
}

/** @returns the latest searches, and what changes them */
export function useRecent(): Recent {
  const [recent, setRecent] = useSetting('recentSearches')
  const remember = useCallback(
    (query: string) => {
      const trimmed = query.trim()
      if (trimmed && recent[0] !== trimmed) setRecent(withRecent(recent, trimmed))
    },
    [recent, setRecent],
  )
  return { recent, remember, forget: query => setRecent(recent.filter(other => other !== query)) }
}
