export { parseFeed } from './parse'
export { parseDate } from './dates'
export { resolveContent } from './content'
export { discoverFeeds, type FeedCandidate, type FeedType } from './discover'
export { commonFeedPaths } from './guesses'
export {
  parseOpml,
  writeOpml,
  type LeftOut,
  type OpmlFeed,
  type OpmlFolder,
  type OpmlList,
  type OpmlOutline,
} from './opml'
export { nextFetch, type FetchFacts } from './due'
export { fingerprintOf, textFingerprint, type EntryFingerprint } from './fingerprint'
export { isTeaser } from './teaser'
export { matchRenamed, type EntryMark, type RenamedEntry } from './renamed'
export { describeFeedFile, type EntryDescription, type FeedDescription } from './describe'
export {
  FeedError,
  type Enclosure,
  type Entry,
  type Feed,
  type FeedErrorKind,
  type FeedOrigin,
  type Refresh,
} from './types'
