import { foldersWithin, type FeedRow, type FolderRow, type ListScope } from '../../library'
import type { SearchOrder } from '../query/protocol'

/** What the person chose in the sidebar. */
export type Place =
  | { readonly kind: 'all' | 'unread' | 'starred' | 'saved' }
  | { readonly kind: 'quotes' }
  | { readonly kind: 'sync' }
  | { readonly kind: 'feed'; readonly feedId: number }
  | { readonly kind: 'folder'; readonly folderId: number }

/** A place with a list of articles. */
export type ListPlace = Exclude<Place, { readonly kind: 'quotes' | 'sync' }>

/** A passage of the article's text to go to, in UTF-16 units. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** A question or a page in front of everything else. */
export type Layer =
  /** @property asked an address that a link in the person's browser asks to be added */
  | { readonly kind: 'add'; readonly asked?: string }
  | { readonly kind: 'keys' | 'updates' }
  | { readonly kind: 'rename-feed'; readonly feedId: number }
  | { readonly kind: 'move-feed'; readonly feedId: number }
  | { readonly kind: 'remove-feed'; readonly feedId: number }
  | { readonly kind: 'remove-folder'; readonly folderId: number }
  | { readonly kind: 'rename-search'; readonly searchId: number }

/** Where the person is. */
export interface ReaderState {
  readonly place: Place
  /** The words in the search field; null when nobody searches. */
  readonly query: string | null
  /** How results are sorted; it stays until the search is left. */
  readonly order: SearchOrder
  readonly articleId: number | null
  /** Set when the article was opened for a passage; a new object asks again. */
  readonly passage: Passage | null
  readonly layer: Layer | null
  /** What stands in the speakers' filter of the quotes. */
  readonly speaker: string
}

/** What can happen to it. */
export type ReaderAction =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'search'; readonly query: string | null; readonly order?: SearchOrder }
  | { readonly kind: 'order'; readonly order: SearchOrder }
  | { readonly kind: 'open'; readonly articleId: number; readonly passage?: Passage }
  | { readonly kind: 'speaker'; readonly speaker: string }
  | { readonly kind: 'layer'; readonly layer: Layer | null }

export const INITIAL_STATE: ReaderState = {
  place: { kind: 'all' },
  query: null,
  order: 'relevance',
  articleId: null,
  passage: null,
  layer: null,
  speaker: '',
}

const NO_SEARCH = { query: null, order: 'relevance' } as const

/** The state after an action. The article that is read stays open while lists and searches come and go. */
export function readerReducer(state: ReaderState, action: ReaderAction): ReaderState {
  switch (action.kind) {
    case 'go':
      // A new object also for the same place: who chooses it again wants its list read anew.
      return { ...state, place: { ...action.place }, ...NO_SEARCH, speaker: '' }
    case 'search':
      return action.query === null
        ? { ...state, ...NO_SEARCH }
        : { ...state, query: action.query, order: action.order ?? state.order }
    case 'order':
      return { ...state, order: action.order }
    case 'open':
      return { ...state, articleId: action.articleId, passage: action.passage ?? null }
    case 'speaker':
      return { ...state, place: { kind: 'quotes' }, ...NO_SEARCH, speaker: action.speaker }
    case 'layer':
      return { ...state, layer: action.layer }
  }
}

/** Whether two places are the same one. */
export function samePlace(a: Place, b: Place): boolean {
  if (a.kind === 'feed' && b.kind === 'feed') return a.feedId === b.feedId
  if (a.kind === 'folder' && b.kind === 'folder') return a.folderId === b.folderId
  return a.kind === b.kind
}

/** The list that a place shows; a folder's covers the folders inside it. The quotes and the sync are none. */
export function scopeOfPlace(
  place: Place,
  folders: readonly FolderRow[],
  feeds: ReadonlyMap<number, FeedRow>,
): ListScope | null {
  switch (place.kind) {
    case 'quotes':
    case 'sync':
      return null
    case 'feed':
      return { kind: 'feeds', feedIds: [place.feedId] }
    case 'folder':
      return { kind: 'feeds', feedIds: feedsWithin(folders, feeds, place.folderId) }
    case 'all':
    case 'unread':
    case 'starred':
    case 'saved':
      return { kind: place.kind }
  }
}

/** @returns the numbers of the feeds in a folder and in the folders inside it, ascending */
export function feedsWithin(
  folders: readonly FolderRow[],
  feeds: ReadonlyMap<number, FeedRow>,
  folderId: number,
): readonly number[] {
  const within = new Set(foldersWithin(folders, folderId))
  const ids = [...feeds.values()].filter(feed => within.has(feed.folderId)).map(feed => feed.id)
  return ids.sort((a, b) => a - b)
}
