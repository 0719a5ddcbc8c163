/** The formats of feeds that the servers of invented news speak. */
export type FeedFormat = 'rss' | 'atom' | 'json'

/** An invented article. */
export interface MadeEntry {
  readonly id: string
  readonly link: string
  readonly title: string
  readonly author: string
  readonly topic: string
  readonly published: Date
  /** Plain text. */
  readonly summary: string
  /** HTML. */
  readonly content: string
}

/** An invented feed as it stands at one moment. */
export interface MadeFeed {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly site: string
  readonly updated: Date
  /** Whether RSS carries a summary and the whole text, or the whole text as its description. */
  readonly summarised: boolean
  readonly entries: readonly MadeEntry[]
}
