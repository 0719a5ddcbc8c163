import { useMemo } from 'react'
import { useSetting } from '../header/use-setting'

/** A search that stands in the sidebar. */
export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly query: string
}

/** The saved searches and what changes them. */
export interface SavedSearches {
  readonly searches: readonly SavedSearch[]
  readonly save: (name: string, query: string) => void
  readonly rename: (id: number, name: string) => void
  readonly remove: (id: number) => void
}

export function useSavedSearches(): SavedSearches {
  const [searches, change] = useSetting('savedSearches')
  return useMemo(
    () => ({
      searches,
      save: (name, query) =>
        change([...searches, { id: Math.max(0, ...searches.map(({ id }) => id)) + 1, name, query }]),
      rename: (id, name) => change(searches.map(each => (each.id === id ? { ...each, name } : each))),
      remove: id => change(searches.filter(each => each.id !== id)),
    }),
    [searches, change],
  )
}
