// What the tests of the store work with, in one bundle.
import { Dexie } from 'dexie'
import {
  addFeeds,
  storeBatch,
  type Database,
  type FetchOutcome,
  type NewArticle,
  type NewFeed,
} from '../../renderer/library'

export * from '../../renderer/library'
export { createSearcher } from '../../renderer/search'
export { Dexie }

/** An article with what a test does not care about filled in. */
export const newArticle = (given: Partial<NewArticle> & { readonly identity: string }): NewArticle => ({
  feedId: 1,
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
  ...given,
})

export const store = (
  database: Database,
  articles: readonly NewArticle[],
  outcomes: readonly FetchOutcome[] = [],
) => storeBatch(database, { articles, outcomes, activity: [] }, Date.now())

/** A fetch that went well. */
export const outcome = (feedId: number, etag: string): FetchOutcome => ({
  feedId,
  fetch: { fetchedAt: 5, problem: null, etag, lastModified: null, contentHash: `hash of ${etag}` },
  feed: null,
})

/** Subscribes to a feed. @returns its number */
export const follow = async (database: Database, feed: NewFeed): Promise<number> =>
  (await addFeeds(database, [feed], 1))[0]?.feedId ?? 0
