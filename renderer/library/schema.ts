import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Quotation } from '../quotes'
import type { SegmentHeader } from '../search'

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
}

/** How the last fetch of a feed ended; `problem` is a word that the reader puts into a sentence. */
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
}

/**
 * Which entries of a feed the library has seen, so that none is stored twice. One packed row a feed, because a row
 * an entry doubles the cost of a first sync. It outlives the articles: what was deleted does not come back as new.
 */
export interface KnownRow {
  readonly feedId: number
  /** 53-bit hashes of entry identities. */
  readonly identities: Float64Array
  /** The article of each, in the same order. */
  readonly articleIds: Float64Array
}

/** Where the body of an article lies in its page of bodies, in bytes. */
export interface BodyPlace {
  readonly page: number
  readonly offset: number
  readonly length: number
}

/** What is shown of an article in lists and above its body. It never changes after it was stored. */
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
  readonly body: BodyPlace
}

/** What changes about an article. It carries the sort keys, so that every list is a range of one index. */
export interface StatusRow {
  readonly id: number
  readonly feedId: number
  readonly folderId: number
  /** Minus the dateline: ascending is newest first, which IndexedDB reads in one request and without a cursor. */
  readonly order: number
  readonly unread: 0 | 1
  /** Present when it is starred; absent otherwise, so that it costs no index entry. */
  readonly starred?: 1
  /** Present when the person saved it; absent otherwise. */
  readonly saved?: 1
}

/** Bodies of several articles, UTF-8 of canonical HTML one behind the other. */
export interface BodyPageRow {
  readonly id: number
  readonly bytes: Uint8Array
}

export interface QuotesRow {
  readonly articleId: number
  readonly feedId: number
  /** Minus the article's dateline, as in StatusRow. */
  readonly order: number
  /** Folded names of those who speak. */
  readonly speakers: readonly string[]
  readonly quotations: readonly Quotation[]
}

export interface SegmentRow {
  readonly id: number
  readonly header: SegmentHeader
}

export interface IndexPageRow {
  readonly segmentId: number
  readonly number: number
  readonly bytes: Uint8Array
}

/** Numbers that lists and the sidebar show, changed in the transaction that changes what they count. */
export interface CounterRow {
  readonly feedId: number
  readonly articles: number
  readonly unread: number
  readonly starred: number
  readonly saved: number
  readonly quotes: number
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** What went wrong or was noteworthy lately, feed by feed. */
export interface ActivityRow {
  readonly id: number
  readonly at: number
  readonly feedId: number | null
  readonly event: string
  readonly detail: string
}

/** Content that twice ended the page that read it. It is not tried again. */
export interface QuarantineRow {
  readonly contentHash: string
  readonly at: number
  readonly address: string
}

/** The schema that this program writes. A library with a higher one is of a newer program and is left alone. */
export const SCHEMA_VERSION = 1

export type Database = Dexie & {
  readonly folders: EntityTable<FolderRow, 'id'>
  readonly feeds: EntityTable<FeedRow, 'id'>
  readonly fetches: EntityTable<FetchRow, 'feedId'>
  readonly known: EntityTable<KnownRow, 'feedId'>
  readonly articles: EntityTable<ArticleRow, 'id'>
  readonly statuses: EntityTable<StatusRow, 'id'>
  readonly bodyPages: EntityTable<BodyPageRow, 'id'>
  readonly quotes: EntityTable<QuotesRow, 'articleId'>
  readonly segments: EntityTable<SegmentRow, 'id'>
  readonly indexPages: Table<IndexPageRow, [number, number]>
  readonly counters: EntityTable<CounterRow, 'feedId'>
  readonly settings: EntityTable<SettingRow, 'key'>
  readonly activity: EntityTable<ActivityRow, 'id'>
  readonly quarantine: EntityTable<QuarantineRow, 'contentHash'>
}

/**
 * Declares every version of the schema, oldest first; each step says why it came. A step is never changed once it
 * was released: a new one is added with its upgrade, and a test opens a library of the old form with it.
 *
 * @param database to declare them on
 * @param upTo the version to open at; tests write with an old one
 */
export function declareVersions(database: Dexie, upTo = SCHEMA_VERSION): void {
  const steps: readonly Record<string, string>[] = [
    // 1: the first edition. Indexes are the cost of a first sync (ARCHITECTURE.md, "The store"): `statuses` has
    // one compound index for each kind of list (its last part, the id, makes paging exact among equal datelines);
    // `starred` and `saved` are absent from most rows, and so are their index entries.
    {
      folders: '++id',
      feeds: '++id, &url, folderId',
      fetches: 'feedId',
      known: 'feedId',
      articles: 'id',
      statuses:
        'id, [unread+order+id], [feedId+unread+order+id], [folderId+unread+order+id], [starred+order+id], [saved+order+id]',
      bodyPages: 'id',
      quotes: 'articleId, [order+articleId], *speakers',
      segments: '++id',
      indexPages: '[segmentId+number]',
      counters: 'feedId',
      settings: 'key',
      activity: '++id, at',
      quarantine: 'contentHash',
    },
  ]
  steps.slice(0, upTo).forEach((stores, index) => database.version(index + 1).stores(stores))
}
