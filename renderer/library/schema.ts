import type { Dexie, EntityTable, Table } from 'dexie'
import type { Refresh } from '../feeds'
import type { Quotation } from '../quotes'
import type { SegmentHeader } from '../search'
import type { CompletionRow, PictureRow, ThumbnailRow } from './completion-rows'

/** Feeds and articles that have no folder carry this folder's number: a missing value is no key in IndexedDB. */
export const NO_FOLDER = 0
/** Pages that the person saved belong to no feed; they carry this feed's number. */
export const SAVED_PAGES = 0

export interface FolderRow {
  readonly id: number
  readonly name: string
  /** The folder around this one, or NO_FOLDER. */
  readonly parentId: number
}

export interface FeedRow {
  readonly id: number
  /** Where it is fetched; `about:` for what the program carries with it and never fetches. */
  readonly url: string
  readonly title: string
  /** The site's own page. */
  readonly siteUrl: string | null
  readonly folderId: number
  readonly addedAt: number
  /** How often the person wants it asked; absent: as often as it changes. */
  readonly intervalMinutes?: number | undefined
  /** Whether the person wants to be told of its new articles. */
  readonly notify?: boolean
  /** Which text its articles are read in; absent: the page's, where the feed gives only a teaser. */
  readonly text?: 'feed' | 'page' | undefined
  /** Whether its pictures are kept; absent: as the person wants it everywhere. */
  readonly pictures?: boolean | undefined
}

/**
 * How the last fetch of a feed ended, and what decides about the next one; `problem` is a word that the reader puts
 * into a sentence.
 */
export interface FetchRow {
  readonly feedId: number
  readonly fetchedAt: number
  readonly problem: string | null
  /** Validators stand here only together with the hash of the body they came with. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** SHA-256 of the last body that was stored; the same body is not parsed again. */
  readonly contentHash: string | null
  readonly added: number
  /** When it is asked next, in milliseconds since 1970; null for never by itself. */
  readonly nextAt: number | null
  /** Fetches that failed in a row. */
  readonly failures: number
  /** When its content last changed, in milliseconds since 1970; 0 for not yet. */
  readonly changedAt: number
  /** What the feed says of its own schedule. */
  readonly refresh: Refresh | null
  /** Seconds for which the server called its last answer fresh. */
  readonly maxAgeSeconds: number | null
  /** The dates of its newest entries, newest first. */
  readonly entryTimes: readonly number[]
  /** Where the server says that it has moved to, and how often it said so in a row. */
  readonly move: { readonly url: string; readonly seen: number } | null
}

/**
 * Which entries of a feed the library has seen, so that none is stored twice. One packed row a feed, because a row
 * an entry doubles the cost of a first sync. It outlives the articles: what was deleted does not come back as new.
 */
export interface KnownRow {
  readonly feedId: number
  /** 53-bit hashes of entry identities. */
  readonly identities: Float64Array
  /** The article of each, in the same order; and so on. */
  readonly articleIds: Float64Array
  /** 32-bit hashes, 0 where there is nothing to hash: the entry as written, its text, its link, its title. */
  readonly contents: Uint32Array
  readonly texts: Uint32Array
  readonly links: Uint32Array
  readonly titles: Uint32Array
  /** Milliseconds since 1970 as the entry says, NaN where it does not. */
  readonly published: Float64Array
}

/** Where the body of an article lies in its page of bodies, in bytes. */
export interface BodyPlace {
  readonly page: number
  readonly offset: number
  readonly length: number
}

/** What is shown of an article in lists and above its body. It changes only when its source edits the article. */
export interface ArticleRow {
  readonly id: number
  readonly feedId: number
  readonly title: string
  /** Milliseconds since 1970; never in the future, and the time first seen when the source gives none. */
  readonly dateline: number
  /** The date as the source wrote it. */
  readonly datelineText: string | null
  readonly firstSeen: number
  readonly byline: string | null
  /** The first words of the body, as plain text. */
  readonly lead: string
  /** The name of the site for saved pages; articles of feeds take the feed's title. */
  readonly source: string | null
  readonly language: string | null
  readonly link: string | null
  readonly words: number
  readonly quotes: number
  readonly pictures: number
  /** The text that is shown, quoted from and searched. */
  readonly body: BodyPlace
  /** When its source edited it last, as far as was seen; null for never. */
  readonly updatedAt: number | null
  /** Where that text comes from; absent: from the feed. */
  readonly origin?: Origin
  /** The feed's own text, when the page's is shown. */
  readonly feedBody?: BodyPlace
  /** The address of the picture that stands for the article and is not in its text. */
  readonly leadPicture?: string
}

/** Where a text comes from: the feed, or the page of the web that the feed links to or that the person saved. */
export type Origin = 'feed' | 'page'

/** Articles whose numbers follow one another (`head-pages.ts`). */
export interface HeadPageRow {
  /** The smallest number that can be on the page. */
  readonly first: number
  readonly ids: readonly number[]
  /** Each as JSON, so that whoever wants one of them does not build the others. */
  readonly heads: readonly string[]
}

/**
 * What lists are made of: for 1,024 articles, by their numbers, the feed, the dateline, and what the person decided.
 * All of it together is small enough to be held in memory (ARCHITECTURE.md, "The ledger").
 */
export interface LedgerRow {
  /** The articles from `chunk * 1024` on. */
  readonly chunk: number
  readonly feedIds: Uint32Array
  /** Milliseconds since 1970. */
  readonly datelines: Float64Array
  readonly flags: Uint8Array
  /** Quotations in the article, 255 at most. */
  readonly quotes: Uint8Array
}

/** An earlier form of an article that its source edited. */
export interface RevisionRow {
  readonly articleId: number
  /** 1 is the first form. */
  readonly number: number
  /** When a later form took its place. */
  readonly replacedAt: number
  readonly title: string
  readonly body: BodyPlace
}

/** Bodies of several articles, UTF-8 of canonical HTML one behind the other. */
export interface BodyPageRow {
  readonly id: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Absent: the bytes are as they are. */
  readonly compression?: CompressionFormat
}

/** The quotes of the articles on the page of heads that has the same key. */
export interface QuotePageRow {
  readonly first: number
  readonly articles: readonly {
    readonly articleId: number
    /** As JSON; those that versions before 9 stored are as they are. */
    readonly quotations: string | readonly Quotation[]
  }[]
}

/** Articles of a batch that are stored and not indexed yet (`index-batches.ts`). */
export interface UnindexedRow {
  /** Batches count upwards from 1; one that edited an article comes behind the one that brought it. */
  readonly batch: number
  readonly articles: readonly number[]
}

export interface SegmentRow {
  /** Of batches, that of the newest in it, from 1 upwards; of merged segments from -1 downwards, so that the two are counted apart. */
  readonly id: number
  readonly header: SegmentHeader
  /** Of a merged segment: the number of the newest batch in it. */
  readonly newest?: number
  /** Which version of the program's terms it holds; absent: of one that had no number. */
  readonly terms?: number
  /** Its file is gone or cannot be read: nothing of it can be searched until it is made again. */
  readonly isLost?: boolean
}

/** A search that the person keeps. */
export interface SearchRow {
  readonly id: number
  readonly name: string
  /** As the person typed it. */
  readonly query: string
  readonly createdAt: number
  /** Whether the person is told of new articles that it finds. */
  readonly notify: boolean
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/**
 * The next free numbers, in the row ONLY. They only grow, so that the number of a deleted article never means another
 * one. The row MERGED has the last number of a merged segment, which is counted by whoever merges, apart from batches.
 */
export interface SequenceRow {
  readonly id: typeof ONLY | typeof MERGED
  readonly article: number
  readonly bodyPage: number
  readonly segment: number
}
export const ONLY = 0
export const MERGED = 1

/** What went wrong or was noteworthy with a feed. */
export interface Happening {
  readonly at: number
  readonly feedId: number | null
  readonly event: string
  readonly detail: string
}

/** What happened lately: what a batch tells is one row, because the first sync of a feed always tells something. */
export interface ActivityRow extends Happening {
  readonly id: number
  /** What happened with it and after it. */
  readonly more?: readonly Happening[]
}

/**
 * Who speaks on the page of quotes that has the same key: folded names, a line each. No index: an entry for each
 * speaker of each page was a quarter of a first sync, and all of them together are read in a moment.
 */
export interface SpeakersRow {
  readonly first: number
  readonly names: string
}

/** An address that was added without a network or by a list of pages, to be fetched when that can be. */
export interface QueueRow {
  readonly id: number
  readonly kind: 'feed' | 'page'
  readonly address: string
  readonly folderId: number
  readonly addedAt: number
  /** Why it could not be fetched, after it was tried; the person decides what becomes of it. */
  readonly problem: string | null
  /** What the list that it came with says of it. */
  readonly known?: KnownOfPage
}

/** What another program knew of a page that it had saved. */
export interface KnownOfPage {
  readonly title: string | null
  /** When the person saved it there, in milliseconds since 1970. */
  readonly savedAt: number | null
  readonly tags: readonly string[]
  readonly read: boolean
  readonly starred: boolean
}

/** Content that twice ended the page that read it. It is not tried again. */
export interface QuarantineRow {
  readonly contentHash: string
  readonly at: number
  readonly address: string
}

export type Database = Dexie & {
  readonly folders: EntityTable<FolderRow, 'id'>
  readonly feeds: EntityTable<FeedRow, 'id'>
  readonly fetches: EntityTable<FetchRow, 'feedId'>
  readonly known: EntityTable<KnownRow, 'feedId'>
  readonly ledger: EntityTable<LedgerRow, 'chunk'>
  readonly heads: EntityTable<HeadPageRow, 'first'>
  readonly revisions: Table<RevisionRow, [number, number]>
  readonly bodyPages: EntityTable<BodyPageRow, 'id'>
  readonly quotePages: EntityTable<QuotePageRow, 'first'>
  readonly segments: EntityTable<SegmentRow, 'id'>
  readonly unindexed: EntityTable<UnindexedRow, 'batch'>
  readonly speakers: EntityTable<SpeakersRow, 'first'>
  readonly queue: EntityTable<QueueRow, 'id'>
  readonly sequence: EntityTable<SequenceRow, 'id'>
  readonly settings: EntityTable<SettingRow, 'key'>
  readonly activity: EntityTable<ActivityRow, 'id'>
  readonly quarantine: EntityTable<QuarantineRow, 'contentHash'>
  readonly completions: EntityTable<CompletionRow, 'articleId'>
  readonly searches: EntityTable<SearchRow, 'id'>
  readonly pictures: EntityTable<PictureRow, 'hash'>
  readonly thumbnails: EntityTable<ThumbnailRow, 'articleId'>
}
