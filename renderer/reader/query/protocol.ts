import type { HighlightTerm, Snippet } from '../../search'
import type { ArticleRow, IndexRenewal } from '../../library'
import type { Related } from '../../stories'

/** How results are sorted: best first, or newest first. */
export type SearchOrder = 'relevance' | 'date'

/** What a search found. */
export interface FoundArticles {
  /** How many match, also beyond those listed. */
  readonly total: number
  /** In the order that was asked for. */
  readonly articles: readonly ArticleRow[]
  readonly terms: readonly HighlightTerm[]
  /** Of the first articles; those of the others are asked for when they come into sight. */
  readonly snippets: readonly FoundSnippet[]
  readonly facets: Facets
  /** A query that finds something, when this one finds nothing: a misspelt word of it written as the library has it. */
  readonly suggestion: string | null
}

/** Why an article was found. */
export interface FoundSnippet extends Snippet {
  readonly articleId: number
}

/** How all that matches is spread over sources and time. */
export interface Facets {
  /** The feeds with most matches, most first. */
  readonly sources: readonly SourceFacet[]
  /** Widening ranges that end now, from the narrowest, and what is older than them all. */
  readonly times: readonly TimeFacet[]
}

export interface SourceFacet {
  readonly feedId: number
  readonly count: number
}

export interface TimeFacet {
  /** As the operator `age:` takes it: `<7d`. */
  readonly age: string
  readonly count: number
}

/** How many articles a saved search finds. */
export interface SearchCount {
  readonly total: number
  readonly unread: number
}

/** What came lately. */
export interface News {
  /** How many new articles each query finds. */
  readonly found: readonly number[]
  /** How many all of them find together. */
  readonly articles: number
  /** The greatest number of an article: what comes later has a greater one. */
  readonly last: number
}

/** One entry of MORE HEADLINES. */
export interface RelatedHeadline {
  readonly article: ArticleRow
  readonly why: readonly string[]
  readonly kind: Related['kind']
}

/** Questions that the query worker answers. */
export interface Queries {
  search: {
    readonly input: { readonly query: string; readonly order: SearchOrder }
    readonly output: FoundArticles
  }
  snippets: {
    readonly input: { readonly ids: readonly number[]; readonly terms: readonly HighlightTerm[] }
    readonly output: readonly FoundSnippet[]
  }
  /** Each query's numbers, in the order of the queries. */
  counts: { readonly input: readonly string[]; readonly output: readonly SearchCount[] }
  /** What queries find among the articles that came behind a number. */
  news: {
    readonly input: { readonly queries: readonly string[]; readonly after: number }
    readonly output: News
  }
  /** Names of authors (`author`) or of who is quoted (`said`) that have the words typed, the most frequent first. */
  names: {
    readonly input: {
      readonly operator: 'author' | 'said'
      readonly prefix: string
      readonly limit: number
    }
    readonly output: readonly string[]
  }
  /** How far an index that an earlier program made, or that was damaged, is made again. */
  renewal: { readonly input: null; readonly output: IndexRenewal }
  related: { readonly input: number; readonly output: readonly RelatedHeadline[] }
}

/** Messages to the worker. */
export type ToWorker =
  | {
      readonly [Name in keyof Queries]: {
        readonly kind: 'ask'
        readonly id: number
        readonly name: Name
        readonly input: Queries[Name]['input']
      }
    }[keyof Queries]
  | { readonly kind: 'cancel'; readonly id: number }

/** Messages of the worker. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
