import type { EntryMark } from '../feeds'
import type { Quotation } from '../quotes'

import type { Want } from './ledger-rows'
import type { FetchRow, Happening, Origin } from './schema'

/** An article on its way into the library. */
export interface NewArticle {
  readonly feedId: number
  /** What makes it this entry of its feed and no other; never a date (ARCHITECTURE.md, "Identity"). */
  readonly identity: string
  readonly mark: EntryMark
  readonly title: string
  readonly dateline: number | null
  readonly datelineText: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly language: string | null
  readonly link: string | null
  /** Canonical HTML. */
  readonly html: string
  /** The text of that HTML, which quotations and the index refer to. */
  readonly text: string
  readonly quotations: readonly Quotation[]
  /** Whether the person added it by hand. */
  readonly saved: boolean
  /** Where its text comes from. */
  readonly origin: Origin
  /** The absolute address of the picture that stands for it, when that is not in its text. */
  readonly leadPicture: string | null
  /** What is to be fetched before it is complete. */
  readonly wants: readonly Want[]
}

/**
 * A later form of an article that the library has: edited by its feed, or the text of its page, which takes the feed's
 * place while that stays at hand.
 */
export interface EditedArticle {
  readonly articleId: number
  readonly article: NewArticle
}

/** What is to be known of an entry from now on: its new identity, or the hashes of its new form. */
export interface TouchedEntry {
  readonly feedId: number
  readonly identity: string
  readonly articleId: number
  readonly mark: EntryMark
}

/** How a fetch ended, and what the feed says of itself when it was read. */
export interface FetchOutcome {
  readonly feedId: number
  readonly fetch: Omit<FetchRow, 'feedId' | 'added'>
  readonly feed: { readonly title: string; readonly siteUrl: string | null } | null
  /** Where it is fetched from now on; null where it was. */
  readonly movedTo: string | null
}

/** Everything that one transaction stores. */
export interface Batch {
  readonly articles: readonly NewArticle[]
  readonly edits: readonly EditedArticle[]
  readonly touched: readonly TouchedEntry[]
  readonly outcomes: readonly FetchOutcome[]
  readonly activity: readonly Happening[]
}

/**
 * What became of an article: stored as new, stored as one that was read before a restore, known before, or of a feed
 * that is no longer there.
 */
export type Fate =
  { readonly kind: 'added' | 'returned' | 'known'; readonly articleId: number } | { readonly kind: 'dropped' }
