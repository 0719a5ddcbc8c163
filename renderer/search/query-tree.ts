import type { HighlightTerm, PhraseWord } from './types'

/**
 * Parts of an article that have words of their own in the index, beside title and text together. `author`: the byline;
 * `speaker`: who is quoted, as written and as resolved; `site`: the source's name of a saved page; `language`: the
 * primary tag; `has`: one of `picture`, `audio`.
 */
export type SearchField = 'title' | 'author' | 'speaker' | 'site' | 'language' | 'has'

/**
 * A word, the beginning of one, or words that follow one another. `field` null: in the title or the text. `inflected`:
 * its inflected forms may be meant too, as a guess.
 */
export type QueryWord =
  | {
      readonly kind: 'term' | 'prefix'
      readonly term: string
      readonly field: SearchField | null
      readonly inflected?: true
    }
  | { readonly kind: 'phrase'; readonly words: readonly PhraseWord[]; readonly field: SearchField | null }

/** What is decided about an article without its words: whoever searches says which articles fulfil it. */
export type QueryCondition =
  | { readonly kind: 'status'; readonly status: 'unread' | 'read' | 'starred' | 'saved' }
  | { readonly kind: 'quoted' }
  /** The dateline is at this moment or later, or before it; milliseconds since 1970. */
  | { readonly kind: 'since' | 'before'; readonly at: number }
  /** The name of the feed has all these folded words, each as the beginning of one of its own. */
  | { readonly kind: 'source'; readonly words: readonly string[] }

/**
 * What is searched for. `and` and `or` of nothing match nothing; `not` and conditions alone match among all articles.
 * Only words score: a document's score is the sum over the words that it matches outside of `not`.
 *
 * A `guess` is something else that may have been meant. Guesses only add documents: those that match without them rank
 * above all others and as they would alone, and of the others those that need fewer guesses rank above.
 */
export type QueryNode =
  | QueryWord
  /** Any of these terms; together they count as one word. */
  | { readonly kind: 'any'; readonly terms: readonly string[]; readonly field: SearchField | null }
  | { readonly kind: 'and' | 'or'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not' | 'guess'; readonly of: QueryNode }
  | { readonly kind: 'condition'; readonly condition: QueryCondition }

/** Why a part of a query does not count. */
export type QueryProblem = 'unknown-value' | 'no-value' | 'not-yet'

/** A part of what was typed, for showing it as a chip and for completing it. */
export interface QueryPart {
  /** In UTF-16 code units of what was typed, `end` exclusive; operator, minus and quotation marks included. */
  readonly start: number
  readonly end: number
  /** `source` of `source:guardian`; null for words and phrases. */
  readonly operator: string | null
  /** What stands behind the operator, else the words, without quotation marks. */
  readonly value: string
  readonly negated: boolean
  /** Null: it counts. */
  readonly problem: QueryProblem | null
}

/** A query as it was understood. An unfinished one still searches; nothing is ever an error. */
export interface ParsedQuery {
  readonly root: QueryNode
  readonly parts: readonly QueryPart[]
  /** The words that may be marked in an article and shown in a snippet: those outside of `not` and of other fields. */
  readonly terms: readonly HighlightTerm[]
}
