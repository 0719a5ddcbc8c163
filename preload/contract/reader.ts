import type { LibraryTrouble, Problem } from './problems'
import type { UpdateAction, UpdateState } from './updates'

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
