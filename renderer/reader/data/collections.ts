import { createContext, useContext, useMemo } from 'react'
import {
  allFeeds,
  allFolders,
  countsByFeed,
  DEFAULT_SETTINGS,
  fetchStates,
  readSettings,
  savedSearches,
  type Counts,
  type Database,
  type FeedRow,
  type FetchRow,
  type FolderRow,
  type SavedSearch,
  type Settings,
} from '../../library'
import { useLive } from './use-live'

/** The small tables, whole: what the sidebar shows and every list needs for the names of its sources. */
export interface Collections {
  readonly feeds: ReadonlyMap<number, FeedRow>
  readonly folders: readonly FolderRow[]
  readonly counts: ReadonlyMap<number, Counts>
  readonly fetches: ReadonlyMap<number, FetchRow>
  readonly settings: Settings
  readonly searches: readonly SavedSearch[]
  /** False until the library answered for the first time. */
  readonly loaded: boolean
}

const NOTHING: Collections = {
  feeds: new Map(),
  folders: [],
  counts: new Map(),
  fetches: new Map(),
  settings: DEFAULT_SETTINGS,
  searches: [],
  loaded: false,
}

const DatabaseContext = createContext<Database | null>(null)
const CollectionsContext = createContext<Collections>(NOTHING)

export const DatabaseProvider = DatabaseContext.Provider
export const CollectionsProvider = CollectionsContext.Provider

/** @returns the open library */
export function useDatabase(): Database {
  const database = useContext(DatabaseContext)
  if (!database) throw new Error('a component that reads the library stands outside its provider')
  return database
}

/** @returns the small tables, kept current */
export const useCollections = (): Collections => useContext(CollectionsContext)

const TABLES = ['feeds', 'folders', 'ledger', 'fetches', 'settings', 'searches'] as const
type Changed = ReadonlySet<(typeof TABLES)[number]>

/** Reads the small tables; used once, by the provider's owner. */
export function useCollectionsOf(database: Database): Collections {
  const query = useMemo(() => collectionsReader(database), [database])
  return useLive(database, query, TABLES) ?? NOTHING
}

/** Reads together what changed together, so that the window is drawn once for it; the rest keeps its objects. */
function collectionsReader(database: Database): (changed: Changed) => Promise<Collections> {
  let before = NOTHING
  return async changed => {
    const now = before
    const [feeds, folders, counts, fetches, settings, searches] = await Promise.all([
      changed.has('feeds') ? feedsById(database) : now.feeds,
      changed.has('folders') ? allFolders(database) : now.folders,
      changed.has('ledger') ? countsByFeed(database) : now.counts,
      changed.has('fetches') ? fetchStates(database) : now.fetches,
      changed.has('settings') ? readSettings(database) : now.settings,
      changed.has('searches') ? savedSearches(database) : now.searches,
    ])
    before = { feeds, folders, counts, fetches, settings, searches, loaded: true }
    return before
  }
}

const feedsById = async (database: Database): Promise<Collections['feeds']> =>
  new Map((await allFeeds(database)).map(feed => [feed.id, feed]))
