import type { FetchProblem, LibraryTrouble, Problem } from './problems'
import type {
  AddFeedResult,
  CompletionWish,
  FeedOffer,
  ImportResult,
  PageSource,
  ReaderRequests,
  SavePageResult,
  SyncSettings,
} from './reader'

/** What fetching gave, on its way from main to ingest. The bytes are whatever the server sent. */
export interface Arrival {
  /** The address that was asked, and the one that answered after redirects. */
  readonly url: string
  readonly finalUrl: string
  readonly contentType: string | null
  readonly body: Uint8Array
  /** SHA-256 of the body, in hexadecimal. */
  readonly contentHash: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** How fetching a feed ended. */
export type FeedArrival =
  | { readonly kind: 'fetched'; readonly arrival: Arrival; readonly answer: FeedAnswer }
  | { readonly kind: 'unchanged'; readonly answer: FeedAnswer }
  | { readonly kind: 'failed'; readonly problem: FetchProblem; readonly retryAfterMs: number | null }

/** What the server said besides the feed itself. */
export interface FeedAnswer {
  /** Seconds for which it calls its answer fresh. */
  readonly maxAgeSeconds: number | null
  /** Where the feed has moved to, when every hop said that it is for good. */
  readonly movedTo: string | null
}

/** What the ingest page found at an address that was offered as a feed. */
export type OfferResult =
  | Exclude<AddFeedResult, { kind: 'choice' }>
  /** A page: these are the feeds it names, and addresses where feeds often stand. */
  | { readonly kind: 'page'; readonly offers: readonly FeedOffer[]; readonly guesses: readonly string[] }

/** A page to save, fetched where it had to be. */
export type PageArrival =
  { readonly kind: 'address'; readonly arrival: Arrival } | Exclude<PageSource, { kind: 'address' }>

/**
 * Something to fetch for an article. `trust` is the network client's: `subscribed` on the host that the person chose,
 * `linked` elsewhere.
 */
export interface Wanted {
  readonly address: string
  readonly trust: 'subscribed' | 'linked'
}

/** What an article needs next to be complete; its pictures are known when its text is there. */
export type CompletionTask =
  | {
      readonly kind: 'page'
      readonly articleId: number
      readonly page: Wanted
      /** Of the page as it was read before, when it is read again. */
      readonly validators?: Pick<Arrival, 'etag' | 'lastModified'>
    }
  | { readonly kind: 'pictures'; readonly articleId: number; readonly pictures: readonly Wanted[] }

/** What fetching a part of an article gave. */
export type PartArrival<Part> =
  { readonly kind: 'fetched'; readonly part: Part } | { readonly kind: 'failed'; readonly problem: Problem }

/** Jobs that the main process gives the ingest page. Each is acknowledged after what it stores is stored. */
export interface IngestJobs {
  'feed.offer': {
    readonly input: { readonly arrival: Arrival; readonly folderId: number }
    readonly output: OfferResult
  }
  'feed.arrived': {
    readonly input: { readonly feedId: number; readonly arrival: FeedArrival }
    readonly output: {
      readonly added: number
      readonly problem: Problem | null
      /** The feed's title, when the person wants to be told of its new articles. */
      readonly notify: string | null
      /** The feed as it is to be fetched next; null when it is not there any more. */
      readonly next: ScheduledFeed | null
    }
  }
  'feeds.subscribe': { readonly input: readonly FeedOffer[]; readonly output: ImportResult }
  'feeds.import': { readonly input: Uint8Array; readonly output: ImportResult }
  'feeds.export': { readonly input: null; readonly output: string }
  /** Keeps an address until there is a network. */
  'queue.add': { readonly input: Omit<WaitingAddress, 'id'>; readonly output: null }
  /** Addresses of the queue were fetched, or cannot be. */
  'queue.done': {
    readonly input: { readonly ids: readonly number[]; readonly problem: Problem | null }
    readonly output: null
  }
  /** The page at an address of the queue: it is saved and struck out, or stays there with the problem. */
  'queue.fetched': {
    readonly input: { readonly id: number; readonly arrival: Arrival }
    readonly output: SavePageResult
  }
  'pages.import': ReaderRequests['pages.import']
  /** Everything that cannot be fetched again, as the text of a backup file; null when nothing changed since. */
  'backup.write': { readonly input: { readonly known: string | null }; readonly output: BackupContent | null }
  /** A picture that a backup names; null when it is gone. */
  'backup.picture': { readonly input: string; readonly output: Uint8Array | null }
  /** Merges a backup into the library; tells the hashes of the pictures to bring then. */
  'backup.restore': {
    readonly input: string
    readonly output: { readonly problem: Problem | null; readonly pictures: readonly string[] }
  }
  /** Brings back pictures of a backup, and says which of them it has not got. */
  'backup.pictures': {
    readonly input: {
      readonly found: readonly { readonly hash: string; readonly bytes: Uint8Array }[]
      readonly lost: readonly string[]
    }
    readonly output: null
  }
  'page.save': { readonly input: PageArrival; readonly output: SavePageResult }
  /** What is to be fetched next to make articles complete. */
  'completion.next': {
    readonly input: {
      readonly count: number
      /** Articles that are under way. */
      readonly except: readonly number[]
      readonly first: { readonly feedIds: readonly number[]; readonly articleIds: readonly number[] }
    }
    readonly output: {
      readonly tasks: readonly CompletionTask[]
      /** Articles that are to be completed altogether, and those of them that the person waits for. */
      readonly left: number
      readonly hurried: number
    }
  }
  'completion.want': { readonly input: CompletionWish; readonly output: null }
  /** The address at which an article goes on that has several pages. */
  'page.next': { readonly input: Arrival; readonly output: string | null }
  /** The page behind an article, all pages of it in order, or that it is as it was when it was read before. */
  'page.arrived': {
    readonly input: {
      readonly articleId: number
      readonly arrival: PartArrival<readonly Arrival[]> | { readonly kind: 'unchanged' }
    }
    readonly output: null
  }
  'picture.arrived': {
    readonly input: {
      readonly articleId: number
      /** As the article names it. */
      readonly address: string
      readonly arrival: PartArrival<Pick<Arrival, 'body' | 'contentHash'>>
    }
    readonly output: null
  }
  /** All pictures of an article were tried. */
  'pictures.done': { readonly input: { readonly articleId: number }; readonly output: null }
  'library.command': { readonly input: unknown; readonly output: { readonly problem: Problem | null } }
  quarantine: {
    readonly input: { readonly contentHash: string; readonly address: string }
    readonly output: null
  }
}

/** An address that was added without a network, or by a list of pages. */
export interface WaitingAddress {
  readonly id: number
  readonly kind: 'feed' | 'page'
  readonly address: string
  readonly folderId: number
}

/** The content of a backup file. */
export interface BackupContent {
  /** Stands for the state that it holds: the same state has the same mark. */
  readonly mark: string
  readonly text: string
  readonly feeds: number
  readonly articles: number
  /** The hashes of pictures that belong to it and stand in files of their own. */
  readonly pictures: readonly string[]
}

/** What the main process has to know of a feed to fetch it. */
export interface ScheduledFeed {
  readonly feedId: number
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** When it was last fetched, in milliseconds since 1970; 0 for never. */
  readonly fetchedAt: number
  /** When it is to be asked by itself, in milliseconds since 1970; null for never. */
  readonly dueAt: number | null
  /** Whether it has unread articles. */
  readonly unread: boolean
}

/** Messages of the main process to the ingest page. */
export type ToIngest = {
  readonly [Name in keyof IngestJobs]: {
    readonly kind: 'job'
    readonly id: number
    readonly name: Name
    readonly input: IngestJobs[Name]['input']
  }
}[keyof IngestJobs]

/** Messages of the ingest page to the main process. */
export type FromIngest =
  /** It is ready, and takes so many feeds at a time: what it does not take is not fetched. */
  | {
      readonly kind: 'ready'
      readonly credits: number
      /** Whether the library holds nothing that the person put there. */
      readonly empty: boolean
    }
  /** It is at work: said at the beginning of a job and at every step of a long one. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: Problem }
  /** All feeds to be fetched, whenever they change. */
  | {
      readonly kind: 'schedule'
      readonly feeds: readonly ScheduledFeed[]
      readonly settings: SyncSettings
    }
  /** The addresses of the queue that were not tried in vain, whenever it changes. */
  | { readonly kind: 'waiting'; readonly addresses: readonly WaitingAddress[] }
  /** Something changed that cannot be fetched again: a backup is due. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'trouble'; readonly trouble: LibraryTrouble }

/** What the ingest page finds as `window.broadsheetIngest`. */
export interface IngestBridge {
  /** Has the port to the main process delivered to the page, as a message event with this data. */
  requestPort(): void
}
export const INGEST_PORT = 'broadsheet-ingest-port'
