import { useMemo } from 'react'
import type { SavedSearch } from '../../library'
import { useCommand } from '../common/use-command'
import { useCollections } from '../data/collections'

export type { SavedSearch } from '../../library'

/** The saved searches and what changes them. Each change resolves to whether it was carried out. */
export interface SavedSearches {
  readonly searches: readonly SavedSearch[]
  readonly save: (name: string, query: string) => Promise<boolean>
  readonly rename: (id: number, name: string) => Promise<boolean>
  readonly remove: (id: number) => Promise<boolean>
}

/** @returns the searches that the person keeps */
export function useSavedSearches(): SavedSearches {
  const { searches } = useCollections()
  const send = useCommand()
  return useMemo(
    () => ({
      searches,
      save: (name, query) => send({ kind: 'save-search', name, query, at: Date.now() }),
      rename: (id, name) => send({ kind: 'rename-search', id, name }),
      remove: id => send({ kind: 'remove-search', id }),
    }),
    [searches, send],
  )
}
