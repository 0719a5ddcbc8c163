export { atomically } from './atomically'
export { expireActivity, fetchStates, isQuarantined, quarantine, recentActivity } from './activity'
export { articlesByIds, fullArticle, quotesBySpeaker, quotesPage, statusesByIds } from './articles'
export type { FullArticle, QuotesKey } from './articles'
export { readBody } from './bodies'
export { followTables } from './changes'
export type { TableName } from './changes'
export { carryOut } from './commands'
export type { LibraryCommand } from './commands'
export { countOfScope, countsByFeed, NO_COUNTS } from './counters'
export type { Counts } from './counters'
export { decide, markAllRead } from './decisions'
export type { Decision } from './decisions'
export { unknownEntries } from './known'
export { listPage, positionInList } from './lists'
export type { ListKey, ListScope } from './lists'
export { asLibraryError, LIBRARY_NAME, LibraryError, libraryProblemOf, openLibrary } from './open'
export { reconnecting } from './reconnect'
export type { LibraryProblem } from './open'
export { pageStore } from './page-store'
export { declareVersions, NO_FOLDER, SAVED_PAGES, SCHEMA_VERSION } from './schema'
export type {
  ActivityRow,
  ArticleRow,
  Database,
  FeedRow,
  FetchRow,
  FolderRow,
  QuotesRow,
  StatusRow,
} from './schema'
export { changeSetting, DEFAULT_SETTINGS, readSettings } from './settings'
export type { Settings } from './settings'
export { storeBatch } from './store'
export type { Batch, Fate, FetchOutcome, NewArticle, StoredBatch } from './store'
export {
  addFeeds,
  allFeeds,
  allFolders,
  ensureFolder,
  foldersWithin,
  moveFeed,
  removeFeed,
  removeFolder,
  renameFeed,
} from './subscriptions'
export type { NewFeed, Subscribed } from './subscriptions'
