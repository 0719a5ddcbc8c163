/** What is compared of an article. */
export interface StoryArticle {
  readonly id: number
  readonly title: string
  /** The first sentences of the text, plain. */
  readonly lead: string
  /** Milliseconds since 1970. */
  readonly dateline: number
  readonly sourceId: number
  /** Names of persons and organisations in it, as written. Capitalised words of title and lead are found without. */
  readonly names?: readonly string[]
}

/** One article to show under MORE HEADLINES. */
export interface Related {
  readonly id: number
  /** 0 … 1, greater is closer. */
  readonly score: number
  /** What it shares with the article, as written there: at most three names or words, most telling first. */
  readonly why: readonly string[]
  /** A `duplicate` has nearly the same text as the article: to be named as another source of it, not as another story. */
  readonly kind: 'related' | 'duplicate'
}

/** Settings of `relatedHeadlines`. */
export interface RelatedOptions {
  /** At most so many of kind `related`; those of kind `duplicate` come after them and are not counted. */
  readonly limit: number
  /** Milliseconds since 1970: datelines after it count as this moment (dates in feeds lie). */
  readonly now?: number
  /** How similar an article must be, 0 … 1; 0.18 unless told. */
  readonly leastSimilarity?: number
}

/** How rare words are: greater for rarer ones. The searcher's `statistics` gives one. */
export interface RarityStatistics {
  idf(term: string): number
}
