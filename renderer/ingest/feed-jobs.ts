import type { Arrival, FeedArrival, IngestJobs, OfferResult, Problem } from '../../preload/contract'
import { commonFeedPaths, discoverFeeds, FeedError, parseFeed, type Entry, type Feed } from '../feeds'
import {
  addFeeds,
  isQuarantined,
  unknownEntries,
  type FeedRow,
  type FetchOutcome,
  type FetchRow,
  type NewArticle,
} from '../library'
import { decodePage } from '../pages'
import type { Context } from './context'
import { articleOfEntry } from './entries'
import type { Stored } from './batcher'

/** Stores what a fetch of a feed brought. */
export async function feedArrived(
  context: Context,
  { feedId, arrival }: IngestJobs['feed.arrived']['input'],
): Promise<IngestJobs['feed.arrived']['output']> {
  const feed = await context.database.feeds.get(feedId)
  if (!feed) return { added: 0, problem: null }
  const before = (await context.database.fetches.get(feedId)) ?? null
  const read = await readArrival(context, arrival, before)
  switch (read.kind) {
    case 'feed': {
      const { added } = await storeFeed(context, feed, read.feed, read.arrival)
      return { added, problem: null }
    }
    case 'same':
      await storeOutcome(context, feed, { ...fetchNow(before), ...read.validators, problem: null })
      return { added: 0, problem: null }
    case 'problem':
      await storeOutcome(context, feed, { ...fetchNow(before), problem: read.problem }, before)
      return { added: 0, problem: read.problem }
  }
}

const NOT_ADDED = { feedId: 0, before: false }

/** Subscribes to what is offered, if it is a feed, and stores its articles. */
export async function feedOffered(
  context: Context,
  { arrival, folderId }: IngestJobs['feed.offer']['input'],
): Promise<OfferResult> {
  if (await isQuarantined(context.database, arrival.contentHash))
    return { kind: 'failed', problem: 'quarantined' }
  const read = readFeed(arrival)
  if (read.kind === 'problem') {
    return read.problem === 'no-feed-found' ? pageOffered(arrival) : { kind: 'failed', problem: read.problem }
  }
  const { title, link } = read.feed
  const feed = { url: arrival.url, title: title || new URL(arrival.finalUrl).host, siteUrl: link, folderId }
  const [{ feedId, before } = NOT_ADDED] = await addFeeds(context.database, [feed], Date.now(), true)
  const row = await context.database.feeds.get(feedId)
  if (!row) return { kind: 'failed', problem: 'damaged' }
  const { added } = await storeFeed(context, row, read.feed, arrival)
  return before
    ? { kind: 'subscribed-before', feedId, title: row.title }
    : { kind: 'added', feedId, title: row.title, articles: added }
}

function pageOffered(arrival: Arrival): OfferResult {
  const html = decodePage(arrival.body, arrival.contentType)
  const offers = discoverFeeds(html, arrival.finalUrl).map(({ url, title }) => ({ url, title: title || url }))
  return { kind: 'page', offers, guesses: commonFeedPaths(arrival.finalUrl) }
}

type Read =
  | { readonly kind: 'feed'; readonly feed: Feed; readonly arrival: Arrival }
  | { readonly kind: 'same'; readonly validators: Partial<FetchRow> }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Never parses what did not change: the server says so, or the content is the same as last time. */
async function readArrival(context: Context, arrival: FeedArrival, before: FetchRow | null): Promise<Read> {
  switch (arrival.kind) {
    case 'failed':
      return { kind: 'problem', problem: arrival.problem }
    case 'unchanged':
      return { kind: 'same', validators: {} }
    case 'fetched': {
      const { contentHash, etag, lastModified } = arrival.arrival
      if (contentHash === before?.contentHash) return { kind: 'same', validators: { etag, lastModified } }
      if (await isQuarantined(context.database, contentHash))
        return { kind: 'problem', problem: 'quarantined' }
      return readFeed(arrival.arrival)
    }
  }
}

function readFeed(arrival: Arrival): Exclude<Read, { kind: 'same' }> {
  try {
    const feed = parseFeed(arrival.body, { url: arrival.finalUrl, contentType: arrival.contentType })
    return { kind: 'feed', feed, arrival }
  } catch (error) {
    if (error instanceof FeedError) return { kind: 'problem', problem: problemOf(error) }
    throw error
  }
}

function problemOf({ kind }: FeedError): Problem {
  switch (kind) {
    case 'empty':
    case 'cut-off':
      return kind
    case 'html':
      return 'no-feed-found'
    case 'unknown':
      return 'unknown-format'
  }
}

async function storeFeed(context: Context, row: FeedRow, feed: Feed, arrival: Arrival): Promise<Stored> {
  const identities = feed.entries.map(entry => entry.identity)
  const unknown = await unknownEntries(context.database, row.id, identities)
  // Oldest first, so that articles without a date keep the feed's order: newest first.
  const entries = feed.entries.filter(entry => unknown.has(entry.identity)).reverse()
  const outcome: FetchOutcome = {
    feedId: row.id,
    fetch: {
      fetchedAt: Date.now(),
      problem: null,
      etag: arrival.etag,
      lastModified: arrival.lastModified,
      contentHash: arrival.contentHash,
    },
    feed: { title: feed.title, siteUrl: feed.link },
  }
  const articles = await readEntries(context, entries, feed, row.id)
  return context.batcher.add({ articles, outcome, activity: [] })
}

/** So many entries are read in a row; then other jobs, and the sign of life, have their turn. */
const READ_IN_A_ROW = 20

/** An entry that cannot be read is left out, and said so in the console: its neighbours must not go with it. */
async function readEntries(
  context: Context,
  entries: readonly Entry[],
  feed: Feed,
  feedId: number,
): Promise<readonly NewArticle[]> {
  const articles: NewArticle[] = []
  for (const [index, entry] of entries.entries()) {
    if (index > 0 && index % READ_IN_A_ROW === 0) {
      context.alive()
      await new Promise(resolve => setTimeout(resolve))
    }
    try {
      articles.push(articleOfEntry(entry, feed, feedId))
    } catch (error) {
      console.error(entry.identity, error)
    }
  }
  return articles
}

type FetchState = FetchOutcome['fetch']

const fetchNow = (before: FetchRow | null): FetchState => ({
  fetchedAt: Date.now(),
  problem: null,
  etag: before?.etag ?? null,
  lastModified: before?.lastModified ?? null,
  contentHash: before?.contentHash ?? null,
})

/** Stores how a fetch ended that brought nothing; a problem is noted in the activity when it is a new one. */
async function storeOutcome(
  context: Context,
  feed: FeedRow,
  fetch: FetchState,
  before: FetchRow | null = null,
): Promise<void> {
  const isNews = fetch.problem !== null && fetch.problem !== before?.problem
  const activity = isNews
    ? [{ at: Date.now(), feedId: feed.id, event: 'problem', detail: fetch.problem ?? '' }]
    : []
  await context.batcher.add({ articles: [], outcome: { feedId: feed.id, fetch, feed: null }, activity })
}
