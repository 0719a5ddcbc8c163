// What the tests of the store work with, in one bundle.
import { Dexie } from 'dexie'
import {
  addFeeds,
  arrivalStates,
  carryOut,
  indexOnce,
  storeBatch,
  articlesByIds,
  isPresent,
  ledgerOf,
  listIds,
  type ArticleRow,
  type Batch,
  type Database,
  type EditedArticle,
  type FetchOutcome,
  type KnownEntry,
  type LibraryCommand,
  type NewArticle,
  type NewFeed,
  type StoredBatch,
} from '../../renderer/library'

export * from '../../renderer/library'
export {
  openSegmentFile,
  removeSegmentFiles,
  segmentFiles,
  writeSegmentFile,
} from '../../renderer/library/segment-files'
export { byteCountOf } from '../../renderer/search'
export { ask } from './ask'
export { createSearcher } from '../../renderer/search'
export { Dexie }

/** An article with what a test does not care about filled in. */
export const newArticle = (given: Partial<NewArticle> & { readonly identity: string }): NewArticle => ({
  feedId: 1,
  mark: { content: 0, text: 0, link: 0, title: 0, published: null },
  title: `Title of ${given.identity}`,
  dateline: null,
  datelineText: null,
  byline: null,
  source: null,
  language: 'en',
  link: null,
  html: `<p>Body of ${given.identity}</p>`,
  text: `Body of ${given.identity}`,
  quotations: [],
  saved: false,
  origin: 'feed',
  leadPicture: null,
  wants: [],
  ...given,
})

const NOTHING: Batch = { articles: [], edits: [], touched: [], outcomes: [], activity: [] }

/** Stores a batch, which waits for being indexed. */
export const storeOnly = (database: Database, batch: Partial<Batch>): Promise<StoredBatch> =>
  storeBatch(database, { ...NOTHING, ...batch }, Date.now())

/** Stores a batch and indexes it, as a segment of its own. */
async function storeIndexed(database: Database, batch: Partial<Batch>): Promise<StoredBatch> {
  const stored = await storeOnly(database, batch)
  const { toIndex } = stored
  while (await indexOnce(database, new Map(toIndex && [[toIndex.batch, toIndex.documents]])));
  return stored
}

export const store = (
  database: Database,
  articles: readonly NewArticle[],
  outcomes: readonly FetchOutcome[] = [],
) => storeIndexed(database, { articles, outcomes })

export const storeEdits = (database: Database, edits: readonly EditedArticle[]) =>
  storeIndexed(database, { edits })

/** Every article, in the order of its number. */
export const allArticles = async (database: Database): Promise<readonly ArticleRow[]> =>
  articlesByIds(
    database,
    [...(await listIds(database, { kind: 'all' }))].sort((a, b) => a - b),
  )

/** Carries out a command; when feeds are asked next is of no matter. */
export const command = (database: Database, given: LibraryCommand) => carryOut(database, given, () => null)

/** A fetch that went well. */
export const outcome = (feedId: number, etag: string): FetchOutcome => ({
  feedId,
  fetch: {
    fetchedAt: 5,
    problem: null,
    etag,
    lastModified: null,
    contentHash: `hash of ${etag}`,
    nextAt: 10,
    failures: 0,
    changedAt: 5,
    refresh: null,
    maxAgeSeconds: null,
    entryTimes: [],
    move: null,
  },
  feed: null,
  movedTo: null,
})

/** Subscribes to a feed. @returns its number */
export const follow = async (database: Database, feed: NewFeed): Promise<number> =>
  (await addFeeds(database, [feed], 1))[0]?.feedId ?? 0

/** What the library knows of a feed's entries, as it is recalled when content of the feed arrives. */
export async function knownOfFeed(
  database: Database,
  feedId: number,
): Promise<ReadonlyMap<number, KnownEntry>> {
  const [state] = await arrivalStates(database, [{ feedId, contentHash: 'of something new' }])
  return state?.known ?? new Map()
}

/** What a searcher has to know of articles that are gone, as they are now. */
export async function goneFrom(database: Database): Promise<{ readonly isDeleted: (id: number) => boolean }> {
  const ledger = await ledgerOf(database)
  return { isDeleted: id => !isPresent(ledger, id) }
}

/** What this page or worker writes is not told to others, until what is returned is called. */
export function silence(): () => void {
  const { postMessage } = BroadcastChannel.prototype
  BroadcastChannel.prototype.postMessage = () => undefined
  return () => void (BroadcastChannel.prototype.postMessage = postMessage)
}

/** This library in another page of the program, and what keeps it from being heard of what that writes. */
export async function anotherPage(): Promise<{
  readonly library: typeof import('./library-entry')
  readonly silence: () => void
}> {
  const frame = document.createElement('iframe')
  frame.src = '/'
  await new Promise(resolve => {
    frame.onload = resolve
    document.body.append(frame)
  })
  const page = frame.contentWindow as unknown as typeof globalThis & {
    readonly library: typeof import('./library-entry')
  }
  const silence = (): void => {
    page.BroadcastChannel.prototype.postMessage = () => undefined
  }
  return { library: page.library, silence }
}
