/**
 * Why an address could not be fetched, as kinds that the screen puts into words.
 *
 * `offline`, `host-not-found`, `refused`, `timeout`, `tls` and `network` say that no whole answer came (`network`:
 * the connection broke); `gone` (410), `not-found`, `unauthorised` (401), `forbidden`, `rate-limited` (429, or this host asked for a
 * pause that is not over), `server-error` and `http-error` (any other status) say that the server refused;
 * `too-large`, `too-many-redirects`, `private-network` and `bad-address` say that Broadsheet refused.
 */
export type FetchProblem =
  | 'offline'
  | 'host-not-found'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'too-many-redirects'
  | 'private-network'
  | 'bad-address'
  | 'gone'
  | 'not-found'
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'server-error'
  | 'http-error'
  | 'cancelled'
  | 'network'

/** Everything that can go wrong with what the person asked for, as kinds that the screen puts into words. */
export type Problem =
  | FetchProblem
  /** A web page stands where a feed was expected, and it names no feed either. */
  | 'no-feed-found'
  /** The file holds no list of subscriptions. */
  | 'no-subscriptions'
  /** The file holds no list of saved pages. */
  | 'no-saved-pages'
  /** The answer has no content. */
  | 'empty'
  /** The feed breaks off before its first whole entry. */
  | 'cut-off'
  /** The content is neither a feed nor a page. */
  | 'unknown-format'
  /** The page holds no article that could be taken out of it. */
  | 'no-article'
  /** The page holds another article than the one that was expected. */
  | 'other-article'
  /** The page shows something in the article's place: a question about cookies, a login, a price, a riddle, a notice. */
  | 'consent-wall'
  | 'login-wall'
  | 'paywall'
  | 'captcha'
  | 'script-wall'
  /** This content twice ended the page that reads content; it is not tried again. */
  | 'quarantined'
  /** The page that reads content ended, twice, without a content to blame. */
  | 'reading-failed'
  | PictureProblem
  | LibraryTrouble

/** Why a picture was fetched and is not kept. */
export type PictureProblem = 'no-picture' | 'picture-damaged' | 'picture-blank'

/** What can be wrong with the store itself. Nothing that is stored was touched. */
export type LibraryTrouble = 'newer-program' | 'in-use' | 'disk-full' | 'damaged'
