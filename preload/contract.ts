/**
 * Why an address could not be fetched, as kinds that the screen puts into words.
 *
 * `offline`, `host-not-found`, `refused`, `timeout`, `tls` and `network` say that no whole answer came (`network`:
 * the connection broke); `gone` (410), `not-found`, `unauthorised` (401), `forbidden`, `rate-limited` (429, or this host asked for a
 * pause that is not over), `server-error` and `http-error` (any other status) say that the server refused;
 * `too-large`, `too-many-redirects`, `private-network` and `bad-address` say that Broadsheet refused.
 */
export type FetchProblem =
  | 'offline'
  | 'host-not-found'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'too-many-redirects'
  | 'private-network'
  | 'bad-address'
  | 'gone'
  | 'not-found'
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'server-error'
  | 'http-error'
  | 'cancelled'
  | 'network'

/** Everything that can go wrong with what the person asked for, as kinds that the screen puts into words. */
export type Problem =
  | FetchProblem
  /** A web page stands where a feed was expected, and it names no feed either. */
  | 'no-feed-found'
  /** The file holds no list of subscriptions. */
  | 'no-subscriptions'
  /** The file holds no list of saved pages. */
  | 'no-saved-pages'
  /** The answer has no content. */
  | 'empty'
  /** The feed breaks off before its first whole entry. */
  | 'cut-off'
  /** The content is neither a feed nor a page. */
  | 'unknown-format'
  /** The page holds no article that could be taken out of it. */
  | 'no-article'
  /** The page holds another article than the one that was expected. */
  | 'other-article'
  /** The page shows something in the article's place: a question about cookies, a login, a price, a riddle, a notice. */
  | 'consent-wall'
  | 'login-wall'
  | 'paywall'
  | 'captcha'
  | 'script-wall'
  /** This content twice ended the page that reads content; it is not tried again. */
  | 'quarantined'
  /** The page that reads content ended, twice, without a content to blame. */
  | 'reading-failed'
  | PictureProblem
  | LibraryTrouble

/** Why a picture was fetched and is not kept. */
export type PictureProblem = 'no-picture' | 'picture-damaged' | 'picture-blank'

/** What can be wrong with the store itself. Nothing that is stored was touched. */
export type LibraryTrouble = 'newer-program' | 'in-use' | 'disk-full' | 'damaged'

/** A feed that a page offers. */
export interface FeedOffer {
  readonly url: string
  readonly title: string
}

/** What became of adding a feed. */
export type AddFeedResult =
  | { readonly kind: 'added'; readonly feedId: number; readonly title: string; readonly articles: number }
  | { readonly kind: 'subscribed-before'; readonly feedId: number; readonly title: string }
  /** The page offers several feeds: the person chooses, and the choice is added by its address. */
  | { readonly kind: 'choice'; readonly offers: readonly FeedOffer[] }
  /** There is no network: it waits in the queue of the library, and is fetched when there is one. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** A page to save: by its address, from a file, or from the clipboard. */
export type PageSource =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly html: string | null; readonly text: string }

/** What became of saving a page. */
export type SavePageResult =
  | { readonly kind: 'saved'; readonly articleId: number; readonly title: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** What became of importing a list of subscriptions. */
export type ImportResult =
  | {
      readonly kind: 'imported'
      readonly added: number
      readonly before: number
      /** What the list holds that is no subscription. */
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** What became of importing a list of pages that another program saved. */
export type PagesImportResult =
  | {
      readonly kind: 'imported'
      /** Pages that came with their text and are in the library. */
      readonly saved: number
      /** Pages that are in the queue now and will be fetched. */
      readonly waiting: number
      /** Pages that the library or its queue had before. */
      readonly before: number
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** How far the pages of the queue are fetched and saved. */
export interface SavingState {
  readonly running: boolean
  /** Whether the person stopped it: it goes on when it is asked to, or at the next start. */
  readonly stopped: boolean
  /** Addresses that are finished since it began, failed ones included, of those that there were. */
  readonly done: number
  readonly total: number
  readonly failed: number
}

/**
 * Something that was given from outside the window: an address on the command line, which the person wants saved; one
 * of a link that any page of the web may hold, so that the person is asked; or a file, with null where it could not be
 * read.
 */
export type AddWish =
  | { readonly kind: 'save' | 'ask'; readonly address: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array | null }

/** Something in a list of subscriptions or of pages that cannot be added, and why. */
export interface LeftOut {
  readonly title: string
  readonly reason: 'no-address' | 'not-on-the-web' | 'twice'
}

/** Why feeds are not asked by themselves at the moment. What the person asks for is tried all the same. */
export type SyncPause = 'offline' | 'battery' | 'metered'

/** What opens a feed that is not for everyone. */
export type Credentials =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }

/** Which way requests take. */
export type ProxySetting =
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  /** `rules` is a host with its port, with a scheme such as `socks5://` where it is no HTTP proxy. */
  | { readonly kind: 'fixed'; readonly rules: string; readonly bypass: string }

/** What the main process has to know of the person's wishes. */
export interface SyncSettings {
  /** Feeds are not asked more often than this by themselves; 0 is never. */
  readonly refreshMinutes: number
  readonly pauseOnBattery: boolean
  readonly pauseOnMetered: boolean
  readonly proxy: ProxySetting
}

/** A backup file that can be restored. */
export interface BackupOffer {
  /** Milliseconds since 1970. */
  readonly writtenAt: number
  readonly feeds: number
  /** Articles that were saved or starred. */
  readonly articles: number
}

/** How far a refresh is. */
export interface SyncState {
  readonly running: boolean
  /** Rounds that have ended since the program started: a short one may be over before it was seen running. */
  readonly rounds: number
  /** Feeds that are finished, of those that this round asks. */
  readonly done: number
  readonly total: number
  /** Feeds that failed in this round. */
  readonly failed: number
  /** Articles that were new. */
  readonly added: number
  /** Why nothing is asked by itself at the moment, or null. */
  readonly paused: SyncPause | null
  /** Feeds that are being asked at this moment. */
  readonly asking: readonly number[]
  /** Articles whose full text or pictures are still to be fetched; 0 when nobody is at it. */
  readonly completing: number
  /** Whether the page that reads content is there; if not, why. */
  readonly trouble: LibraryTrouble | null
}

/** What the menu asks the reader to do. */
export type MenuCommand =
  | 'add'
  | 'import'
  | 'export'
  | 'export-article'
  | 'refresh'
  | 'search'
  | 'find'
  | 'settings'
  | 'keys'
  | 'updates'

/**
 * How this copy of the program gets newer versions: by `itself`, by whoever installed it (`package` is deb, rpm and
 * the like), by hand because it was only unpacked, or from its `source`.
 */
export type UpdateWay = 'itself' | 'package' | 'flatpak' | 'snap' | 'store' | 'by-hand' | 'source'

/**
 * Why there is no newer version now. `damaged`: what was downloaded is not what was announced; `bad-answer`: the
 * address of updates says nothing that can be understood; `backup`: the library could not be backed up, so nothing was
 * installed; `not-allowed`: the program's own place cannot be written.
 */
export type UpdateProblem =
  'offline' | 'unreachable' | 'bad-answer' | 'damaged' | 'backup' | 'disk-full' | 'not-allowed' | 'unknown'

/** What the person can do about updates. */
export type UpdateAction = 'check' | 'download' | 'stop' | 'install' | 'later' | 'skip'

/** A newer version. */
export interface NewVersion {
  readonly version: string
  /** What changes, as plain text of whoever published it; may be empty. */
  readonly notes: string
}

/** How far an update is. */
export type UpdateStep =
  | { readonly kind: 'none' | 'checking' | 'newest' }
  | { readonly kind: 'found' | 'ready' | 'installing'; readonly update: NewVersion }
  | { readonly kind: 'downloading'; readonly update: NewVersion; readonly percent: number }
  /** @property retry what to do to try again */
  | {
      readonly kind: 'failed'
      readonly problem: UpdateProblem
      readonly retry: UpdateAction
      readonly update: NewVersion | null
    }

/** What there is to know of updates. */
export interface UpdateState {
  readonly way: UpdateWay
  /** Of this program. */
  readonly version: string
  /** The host that is asked. */
  readonly host: string
  /** Whether it is asked once a day; null while the person was not asked. */
  readonly automatic: boolean | null
  /** When it answered last, in milliseconds since 1970. */
  readonly checkedAt: number | null
  readonly step: UpdateStep
}

/** Requests of the reader to the main process. Each has one answer. */
export interface ReaderRequests {
  'feed.add': {
    readonly input: { readonly address: string; readonly folderId: number }
    readonly output: AddFeedResult
  }
  'feeds.subscribe': { readonly input: readonly FeedOffer[]; readonly output: ImportResult }
  'feeds.import': { readonly input: Uint8Array; readonly output: ImportResult }
  /** Asks where to and writes all subscriptions there; false when the person cancelled. */
  'feeds.export': { readonly input: null; readonly output: boolean }
  /** Asks where to and writes an article there, as one HTML file; false when the person cancelled. */
  'article.export': {
    readonly input: { readonly name: string; readonly html: string }
    readonly output: boolean
  }
  'page.save': { readonly input: PageSource; readonly output: SavePageResult }
  /** Adds the pages of a list that another program exported; what it holds no text of is fetched later. */
  'pages.import': {
    readonly input: { readonly name: string; readonly bytes: Uint8Array }
    readonly output: PagesImportResult
  }
  /** Fetches what is in the queue, or leaves it for later. */
  'saving.start': { readonly input: null; readonly output: null }
  'saving.stop': { readonly input: null; readonly output: null }
  'saving.state': { readonly input: null; readonly output: SavingState }
  /** Takes what was given from outside the window; each is told once. */
  'wishes.take': { readonly input: null; readonly output: readonly AddWish[] }
  /** Asks every feed, or the given ones, now. */
  'sync.start': { readonly input: readonly number[] | null; readonly output: null }
  'sync.cancel': { readonly input: null; readonly output: null }
  'sync.state': { readonly input: null; readonly output: SyncState }
  /** Fetches the full text and the pictures of articles now, whatever is paused. */
  'articles.complete': { readonly input: CompletionWish; readonly output: null }
  /** The feeds whose articles are on the screen: they are asked first. */
  'sync.look': { readonly input: readonly number[]; readonly output: null }
  /** Keeps what opens a feed, for the origin of its address alone; null forgets it. */
  'feed.credentials': {
    readonly input: { readonly url: string; readonly credentials: Credentials | null }
    readonly output: 'kept' | 'until-quit'
  }
  /** The newest backup, when the library is empty and was not empty before. */
  'backup.offer': { readonly input: null; readonly output: BackupOffer | null }
  /** Restores that backup, or leaves it alone for good. */
  'backup.answer': {
    readonly input: 'restore' | 'leave'
    readonly output: { readonly problem: Problem | null }
  }
  'update.state': { readonly input: null; readonly output: UpdateState }
  'update.act': { readonly input: UpdateAction; readonly output: null }
  /** Whether to look for newer versions once a day. */
  'update.automatic': { readonly input: boolean; readonly output: null }
  /** A LibraryCommand of renderer/library, which the main process passes on unread. */
  'library.command': { readonly input: unknown; readonly output: { readonly problem: Problem | null } }
  /** Opens an address in the person's browser; only http, https and mailto. */
  /** Tells the person that saved searches find articles that have just come. @property names of the searches */
  'searches.tell': {
    readonly input: { readonly names: readonly string[]; readonly articles: number }
    readonly output: null
  }
  'address.open': { readonly input: string; readonly output: null }
}

/** Articles that the person wants complete: all of these feeds, or what one of them lacks. */
export type CompletionWish =
  | { readonly kind: 'feeds'; readonly feedIds: readonly number[] }
  | { readonly kind: 'article'; readonly articleId: number; readonly want: 'page' | 'pictures' }

/** What the main process tells the reader. */
export interface ReaderEvents {
  readonly sync: SyncState
  readonly saving: SavingState
  /** Something was given from outside the window: to be taken. */
  readonly wishes: null
  /** A backup can be restored. */
  readonly backup: BackupOffer
  readonly menu: MenuCommand
  readonly update: UpdateState
}

/** What the reader page finds as `window.broadsheet`. */
export interface ReaderBridge {
  request<Name extends keyof ReaderRequests>(
    name: Name,
    input: ReaderRequests[Name]['input'],
  ): Promise<ReaderRequests[Name]['output']>
  /** @returns a function that ends the subscription */
  listen<Name extends keyof ReaderEvents>(
    name: Name,
    listener: (event: ReaderEvents[Name]) => void,
  ): () => void
}

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

/** What the command `evaluate` measures. */
export type EvaluateTask = 'feeds' | 'pages' | 'quotes' | 'search'

/** A piece of input of `evaluate`, in the order read. */
export type EvaluateItem =
  | {
      readonly kind: 'file'
      readonly task: 'feeds' | 'pages'
      readonly file: string
      readonly url: string
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'line'; readonly task: 'quotes'; readonly line: string }
  | { readonly kind: 'articles'; readonly task: 'search'; readonly lines: readonly string[] }
  | { readonly kind: 'query'; readonly task: 'search'; readonly query: string }

/** One item for the evaluate page, and its answer: a line of output, if the item gives one. */
export interface EvaluateRequest {
  readonly id: number
  readonly item: EvaluateItem
}
export interface EvaluateAnswer {
  readonly id: number
  readonly line: string | null
  readonly error: string | null
}
