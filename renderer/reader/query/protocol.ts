import type { HighlightTerm, Snippet } from '../../search'
import type { ArticleRow } from '../../library'
import type { Related } from '../../stories'

/** What a search found. */
export interface FoundArticles {
  /** How many match, also beyond those listed. */
  readonly total: number
  /** Best first. */
  readonly articles: readonly ArticleRow[]
  readonly terms: readonly HighlightTerm[]
  /** Of the first articles; those of the others are asked for when they come into sight. */
  readonly snippets: readonly FoundSnippet[]
}

/** Why an article was found. */
export interface FoundSnippet extends Snippet {
  readonly articleId: number
}

/** One entry of MORE HEADLINES. */
export interface RelatedHeadline {
  readonly article: ArticleRow
  readonly why: readonly string[]
  readonly kind: Related['kind']
}

/** Questions that the query worker answers. */
export interface Queries {
  search: { readonly input: string; readonly output: FoundArticles }
  snippets: {
    readonly input: { readonly ids: readonly number[]; readonly terms: readonly HighlightTerm[] }
    readonly output: readonly FoundSnippet[]
  }
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
