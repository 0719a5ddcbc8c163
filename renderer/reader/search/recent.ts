import { useCallback } from 'react'
import { useSetting } from '../header/use-setting'

/** So many searches are remembered. */
const KEPT = 10

/** @returns the searches with one more, the latest first, each once */
export const withRecent = (recent: readonly string[], query: string): readonly string[] =>
  [query, ...recent.filter(other => other !== query)].slice(0, KEPT)

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
