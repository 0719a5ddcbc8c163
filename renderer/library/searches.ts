import type { Database, SearchRow } from './schema'

/** A search that the person keeps under a name. */
export type SavedSearch = SearchRow

/** @returns in the order in which they were saved */
export const savedSearches = ({ searches }: Pick<Database, 'searches'>): Promise<readonly SavedSearch[]> =>
  searches.toArray()

/** Keeps a search; one with the same words is there already and stays as it is. */
export async function saveSearch(database: Database, search: Omit<SavedSearch, 'id'>): Promise<void> {
  await database.transaction('rw', database.searches, async () => {
    const all = await database.searches.toArray()
    if (!all.some(({ query }) => query === search.query)) await database.searches.add(search)
  })
}

/** Changes the name, or whether the person is told of new articles; a search that is gone stays gone. */
export async function changeSearch(
  { searches }: Database,
  id: number,
  change: Partial<Pick<SavedSearch, 'name' | 'notify'>>,
): Promise<void> {
  await searches.update(id, change)
}

/** Ends it. */
export const removeSearch = ({ searches }: Database, id: number): Promise<void> => searches.delete(id)
