import { useMemo } from 'react'
import { savedSearches, type SavedSearch } from '../../library'
import { useCommand } from '../common/use-command'
import { useCollections, useDatabase } from '../data/collections'

export type { SavedSearch } from '../../library'

/** The saved searches and what changes them. Each change resolves to whether it was carried out. */
export interface SavedSearches {
  readonly searches: readonly SavedSearch[]
  readonly save: (name: string, query: string) => Promise<boolean>
  readonly rename: (id: number, name: string) => Promise<boolean>
  /** Has the person told of new articles that it finds, or not. */
  readonly tell: (id: number, notify: boolean) => Promise<boolean>
  /** Saves a search again that was removed. */
  readonly restore: (search: SavedSearch) => Promise<boolean>
  readonly remove: (id: number) => Promise<boolean>
}

/** @returns the searches that the person keeps */
export function useSavedSearches(): SavedSearches {
  const { searches } = useCollections()
  const database = useDatabase()
  const send = useCommand()
  return useMemo(
    () => ({
      searches,
      save: (name, query) => send({ kind: 'save-search', name, query, at: Date.now() }),
      rename: (id, name) => send({ kind: 'rename-search', id, name }),
      tell: (id, notify) => send({ kind: 'set-search', id, notify }),
      restore: async ({ name, query, createdAt, notify }) => {
        if (!(await send({ kind: 'save-search', name, query, at: createdAt }))) return false
        const again = (await savedSearches(database)).find(search => search.query === query)
        return !again || !notify || send({ kind: 'set-search', id: again.id, notify })
      },
      remove: id => send({ kind: 'remove-search', id }),
    }),
    [searches, send, database],
  )
}
