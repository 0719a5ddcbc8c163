/** A picture, sound or film that an entry brings along as a file. */
export interface Enclosure {
  /** Absolute address. */
  readonly url: string
  readonly type: string | null
  /** Bytes, as the feed says; often wrong. */
  readonly length: number | null
}

/** One article as its feed gives it. Strings are trimmed; what a feed does not say is `null` or `''`. */
export interface Entry {
  /** The entry's own id (guid, atom:id, rdf:about), as written. */
  readonly id: string | null
  /** Absolute address of the article's page. */
  readonly link: string | null
  /** Plain text, one line. */
  readonly title: string
  /** Names, joined by commas. */
  readonly author: string | null
  /** Milliseconds since the epoch, UTC. Feeds lie: clamp it against the clock where there is one. */
  readonly published: number | null
  readonly updated: number | null
  /** The string that `published` (or, without it, `updated`) was read from. */
  readonly publishedText: string | null
  /** HTML, unsanitised, addresses absolute. */
  readonly summary: string
  /** HTML, unsanitised, addresses absolute; `''` when the feed gives only a summary. */
  readonly content: string
  /** The address that anything still relative in `summary` and `content` belongs to. */
  readonly baseUrl: string
  /** Address of the picture that the feed itself shows with the entry. */
  readonly image: string | null
  readonly categories: readonly string[]
  readonly enclosures: readonly Enclosure[]
  /** What makes it the same article at the next refresh: `id:…`, else `link:…`, else `hash:…`. Never a date. */
  readonly identity: string
}

/** What a feed says of its own schedule. */
export interface Refresh {
  /** RSS `ttl`: how long the feed may be kept, in minutes. */
  readonly ttlMinutes: number | null
  /** Hours of the day in UTC, 0–23, at which nothing new comes. */
  readonly skipHours: readonly number[]
  /** Days of the week in UTC at which nothing new comes, 0 is Sunday as in `Date.getUTCDay`. */
  readonly skipDays: readonly number[]
  /** `sy:updatePeriod` divided by `sy:updateFrequency`, in minutes. */
  readonly updatePeriodMinutes: number | null
}

export interface Feed {
  /** Plain text, one line. */
  readonly title: string
  /** Absolute address of the site. */
  readonly link: string | null
  /** Plain text, one line. */
  readonly description: string
  /** As written, such as `en-GB`. */
  readonly language: string | null
  /** The address that the feed gives as its own. */
  readonly selfLink: string | null
  /** Absolute address of the feed's icon or logo. */
  readonly icon: string | null
  readonly refresh: Refresh
  /** In the feed's order, each identity once, 20,000 at most. */
  readonly entries: readonly Entry[]
}

/** An entry of which it is not yet known what identifies it among the others of its feed. */
export type UnidentifiedEntry = Omit<Entry, 'identity'>

/** No feed has more; the rest of a file that does is not read, so that it cannot fill the library. */
export const MOST_ENTRIES = 20_000

/** A feed as its format says, before its entries are told apart. */
export interface UnidentifiedFeed extends Omit<Feed, 'entries'> {
  readonly entries: readonly UnidentifiedEntry[]
}

/** Where a feed's bytes came from: the address after redirects, and the `Content-Type` header as sent. */
export interface FeedOrigin {
  readonly url: string
  readonly contentType: string | null
}

/**
 * Why bytes are no feed. `empty`: nothing there. `html`: a web page where a feed was expected.
 * `cut-off`: a feed that breaks off before its first whole entry. `unknown`: something else.
 */
export type FeedErrorKind = 'empty' | 'html' | 'cut-off' | 'unknown'

/** Thrown by `parseFeed`; its message is for logs, the person is told in words that belong to `kind`. */
export class FeedError extends Error {
  readonly kind: FeedErrorKind

  constructor(kind: FeedErrorKind, message: string) {
    super(message)
    this.name = 'FeedError'
    this.kind = kind
  }
}
