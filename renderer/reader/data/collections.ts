import { createContext, useCallback, useContext, useMemo } from 'react'
import {
  allFeeds,
  allFolders,
  countsByFeed,
  DEFAULT_SETTINGS,
  fetchStates,
  LONG_PAUSE,
  readSettings,
  type Counts,
  type Database,
  type FeedRow,
  type FetchRow,
  type FolderRow,
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
  /** False until the library answered for the first time. */
  readonly loaded: boolean
}

const NOTHING: Collections = {
  feeds: new Map(),
  folders: [],
  counts: new Map(),
  fetches: new Map(),
  settings: DEFAULT_SETTINGS,
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

/** Reads the small tables; used once, by the provider's owner. */
export function useCollectionsOf(database: Database): Collections {
  const feeds = useLive(
    database,
    useCallback(() => allFeeds(database), [database]),
    FEEDS,
    LONG_PAUSE,
  )
  const folders = useLive(
    database,
    useCallback(() => allFolders(database), [database]),
    FOLDERS,
  )
  const counts = useLive(
    database,
    useCallback(() => countsByFeed(database), [database]),
    COUNTERS,
    LONG_PAUSE,
  )
  const fetches = useLive(
    database,
    useCallback(() => fetchStates(database), [database]),
    FETCHES,
    LONG_PAUSE,
  )
  const settings = useLive(
    database,
    useCallback(() => readSettings(database), [database]),
    SETTINGS,
  )
  return useMemo(
    () => ({
      feeds: feeds ? new Map(feeds.map(feed => [feed.id, feed])) : NOTHING.feeds,
      folders: folders ?? NOTHING.folders,
      counts: counts ?? NOTHING.counts,
      fetches: fetches ?? NOTHING.fetches,
      settings: settings ?? NOTHING.settings,
      loaded: Boolean(feeds && folders && counts && settings),
    }),
    [feeds, folders, counts, fetches, settings],
  )
}

const FEEDS = ['feeds'] as const
const FOLDERS = ['folders'] as const
const COUNTERS = ['ledger'] as const
const FETCHES = ['fetches'] as const
const SETTINGS = ['settings'] as const
