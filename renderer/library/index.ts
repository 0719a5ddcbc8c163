export { atomically } from './atomically'
export { expireActivity, fetchStates, isQuarantined, quarantine, recentActivity } from './activity'
export type { ActivityLine } from './activity'
export { arrivalStates } from './arrival-state'
export type { ArrivalKey, ArrivalState } from './arrival-state'
export { allSpeakers, fullArticle, quotedIds, quotesBySpeaker, quotesOf } from './articles'
export type { ArticleQuotes, FullArticle } from './articles'
export type { Batch, EditedArticle, Fate, FetchOutcome, NewArticle, TouchedEntry } from './batch'
export { writeBackup } from './backup'
export { COMES_BACK_READ } from './backup-known'
export { BackupError } from './backup-lines'
export { restoreBackup } from './backup-restore'
export { readBody } from './bodies'
export { followTables, AT_ONCE, LONG_PAUSE } from './changes'
export type { TableName } from './changes'
export { carryOut } from './commands'
export type { LibraryCommand } from './commands'
export { endAttempt, lacking, nextIncomplete, wantComplete } from './completion'
export type { Attempt, CompletionQuery, Incomplete } from './completion'
export { decide } from './decisions'
export type { Decision } from './decisions'
export { isFinal } from './final'
export { articlesByIds } from './heads'
export { hashIdentity } from './known'
export type { KnownEntry } from './known'
export {
  createIndexing,
  indexOnce,
  segmentsIn,
  untilIndexed,
  type HeldBatches,
  type IndexBatch,
} from './index-batches'
export { INDEX_RENEWAL, indexRenewal, renewOnce } from './index-renewal'
export type { IndexRenewal } from './index-renewal'
export { INDEX_DAMAGE, sweepIndex, verifyIndex } from './index-health'
export { mergeOnce } from './index-segments'
export { isPresent, NO_COUNTS } from './ledger'
export type { Counts, Ledger, ListScope, Status } from './ledger'
export { ledgerOf } from './ledger-store'
export { countsByFeed, listIds, statusesByIds } from './lists'
export { asLibraryError, LIBRARY_NAME, LibraryError, libraryProblemOf, openLibrary } from './open'
export type { LibraryProblem } from './open'
export { renewLog } from './renew-log'
export { chunkOf, FLAG, slotOf } from './ledger-rows'
export type { Want } from './ledger-rows'
export { nextTurn } from './next-turn'
export { segmentStore } from './segment-store'
export { makePictureRoom, pictureBytes, pictureRoom, sweepPictures } from './picture-room'
export type { PictureRoom } from './picture-room'
export { dueLive, watchLive } from './live'
export type { LiveQuery } from './live'
export {
  completionOf,
  forgetPictures,
  pictureOf,
  restorePicture,
  storePicture,
  thumbnailsOf,
} from './pictures'
export type { NewPicture, PictureFate, Thumbnail } from './pictures'
export { enqueue, enqueueAll, savedPages, settleWaiting, waitingAddresses } from './queue'
export type { NewWaiting } from './queue'
export { reconnecting } from './reconnect'
export { NO_FOLDER, SAVED_PAGES } from './schema'
export type {
  ArticleRow,
  Database,
  FeedRow,
  FetchRow,
  FolderRow,
  Happening,
  KnownOfPage,
  Origin,
  QueueRow,
  RevisionRow,
} from './schema'
export type { CompletionRow, LiveWatch, MissingPicture, PictureRow, StoredPicture } from './completion-rows'
export { earlierBodies } from './revisions'
export { savedSearches } from './searches'
export type { SavedSearch } from './searches'
export { changeSetting, DEFAULT_SETTINGS, readSettings } from './settings'
export type { ProxySetting, Settings } from './settings'
export { storeBatch } from './store'
export type { Hold, StoredBatch } from './store'
export {
  addFeeds,
  allFeeds,
  allFolders,
  ensureFolder,
  foldersWithin,
  isEmpty,
  moveFeed,
  removeFeed,
  removeFolder,
  renameFeed,
  rescheduleFeeds,
} from './subscriptions'
export type { FeedWishes, NewFeed, NextAt, Subscribed } from './subscriptions'
export { declareVersions, SCHEMA_VERSION } from './versions'
