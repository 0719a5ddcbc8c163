import type {
  Arrival,
  FeedAnswer,
  FeedArrival,
  IngestJobs,
  OfferResult,
  Problem,
  ScheduledFeed,
} from '../../preload/contract'
import { commonFeedPaths, discoverFeeds, FeedError, parseFeed, type Feed } from '../feeds'
import {
  addFeeds,
  isQuarantined,
  type ArrivalState,
  type FeedRow,
  type FetchRow,
  type Happening,
} from '../library'
import { decodePage } from '../pages'
import type { Context } from './context'
import { readFindings } from './read-entries'
import { fetchState, movedTo, type FetchEnd, type FetchState } from './fetch-state'
import { scheduledFeed } from './schedule'

/** Stores what a fetch of a feed brought. */
export async function feedArrived(
  context: Context,
  { feedId, arrival }: IngestJobs['feed.arrived']['input'],
): Promise<IngestJobs['feed.arrived']['output']> {
  const contentHash = arrival.kind === 'fetched' ? arrival.arrival.contentHash : null
  const state = await context.recall({ feedId, contentHash })
  const { feed: row, fetch: before } = state
  if (!row) return { added: 0, problem: null, notify: null, next: null }
  await context.gate.open()
  const read = readArrival(arrival, state)
  if (read.kind === 'feed') {
    const { added, fetch } = await storeFeed(context, row, state, read, false)
    return {
      added,
      problem: null,
      notify: row.notify && added ? row.title : null,
      next: nextOf(row, fetch, added > 0),
    }
  }
  const problem = read.kind === 'problem' ? read.problem : null
  const fetch = await storeEnd(context, row, before, read)
  return { added: 0, problem, notify: null, next: nextOf(row, fetch, false) }
}

const nextOf = ({ id, url }: FeedRow, fetch: FetchState, unread: boolean): ScheduledFeed =>
  scheduledFeed({ id, url: movedTo(fetch) ?? url }, fetch, unread)

const NOT_ADDED = { feedId: 0, before: false }
const NOTHING_SAID: FeedAnswer = { maxAgeSeconds: null, movedTo: null }

/** Subscribes to what is offered, if it is a feed, and stores its articles. */
export async function feedOffered(
  context: Context,
  { arrival, folderId }: IngestJobs['feed.offer']['input'],
): Promise<OfferResult> {
  if (await isQuarantined(context.database, arrival.contentHash))
    return { kind: 'failed', problem: 'quarantined' }
  const read = readFeed(arrival, NOTHING_SAID)
  if (read.kind === 'problem') {
    return read.problem === 'no-feed-found' ? pageOffered(arrival) : { kind: 'failed', problem: read.problem }
  }
  const { title, link } = read.feed
  const feed = { url: arrival.url, title: title || new URL(arrival.finalUrl).host, siteUrl: link, folderId }
  const [{ feedId, before } = NOT_ADDED] = await addFeeds(context.database, [feed], Date.now(), true)
  const { feed: row, known } = await context.recall({ feedId, contentHash: arrival.contentHash })
  if (!row) return { kind: 'failed', problem: 'damaged' }
  const { added } = await storeFeed(context, row, { known, fetch: null }, read, true)
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
  | { readonly kind: 'feed'; readonly feed: Feed; readonly arrival: Arrival; readonly answer: FeedAnswer }
  | {
      readonly kind: 'same'
      readonly answer: FeedAnswer
      readonly validators: Pick<FetchRow, 'etag' | 'lastModified'> | null
    }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs: number | null }

/** Never parses what did not change: the server says so, or the content is the same as last time. */
function readArrival(arrival: FeedArrival, { fetch, isQuarantined }: ArrivalState): Read {
  switch (arrival.kind) {
    case 'failed':
      return { kind: 'problem', problem: arrival.problem, retryAfterMs: arrival.retryAfterMs }
    case 'unchanged':
      return { kind: 'same', answer: arrival.answer, validators: null }
    case 'fetched': {
      const { contentHash, etag, lastModified } = arrival.arrival
      if (contentHash === fetch?.contentHash)
        return { kind: 'same', answer: arrival.answer, validators: { etag, lastModified } }
      if (isQuarantined) return { kind: 'problem', problem: 'quarantined', retryAfterMs: null }
      return readFeed(arrival.arrival, arrival.answer)
    }
  }
}

function readFeed(arrival: Arrival, answer: FeedAnswer): Exclude<Read, { kind: 'same' }> {
  try {
    const feed = parseFeed(arrival.body, { url: arrival.finalUrl, contentType: arrival.contentType })
    return { kind: 'feed', feed, arrival, answer }
  } catch (error) {
    if (error instanceof FeedError) return { kind: 'problem', problem: problemOf(error), retryAfterMs: null }
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

async function storeFeed(
  context: Context,
  row: FeedRow,
  { known, fetch: before }: Pick<ArrivalState, 'known' | 'fetch'>,
  { feed, arrival, answer }: Extract<Read, { kind: 'feed' }>,
  isAwaited: boolean,
): Promise<{ readonly added: number; readonly fetch: FetchState }> {
  const { articles, edits, touched, renamed, unreadable } = await readFindings(context, feed, row, known)
  const { etag, lastModified, contentHash } = arrival
  const end = endOf(context, { problem: null, answer, retryAfterMs: null, feed })
  const fetch = fetchState(row, before, { etag, lastModified, contentHash }, end)
  const note = noteOn(row.id, end.now)
  const { added } = await context.batcher.add({
    isAwaited,
    articles,
    edits,
    touched,
    outcome: {
      feedId: row.id,
      fetch,
      feed: { title: feed.title, siteUrl: feed.link },
      movedTo: movedTo(fetch),
    },
    activity: [
      ...note('recovered', before?.problem ?? ''),
      ...note('added', articles.length),
      ...note('updated', edits.length),
      ...note('renamed', renamed),
      ...note('moved', movedTo(fetch) ?? ''),
      ...unreadable.flatMap(entry => note('unreadable', entry)),
    ],
  })
  return { added, fetch }
}

/** Stores how a fetch ended that brought nothing; a problem is noted in the activity when it is a new one. */
async function storeEnd(
  context: Context,
  row: FeedRow,
  before: FetchRow | null,
  read: Exclude<Read, { kind: 'feed' }>,
): Promise<FetchState> {
  const problem = read.kind === 'problem' ? read.problem : null
  const end = endOf(context, {
    problem,
    answer: read.kind === 'same' ? read.answer : null,
    retryAfterMs: read.kind === 'problem' ? read.retryAfterMs : null,
    feed: null,
  })
  const validators = {
    etag: before?.etag ?? null,
    lastModified: before?.lastModified ?? null,
    contentHash: before?.contentHash ?? null,
    ...(read.kind === 'same' ? read.validators : null),
  }
  const fetch = fetchState(row, before, validators, end)
  const note = noteOn(row.id, end.now)
  await context.batcher.add({
    articles: [],
    edits: [],
    touched: [],
    outcome: { feedId: row.id, fetch, feed: null, movedTo: movedTo(fetch) },
    activity: [
      ...note('problem', problem === before?.problem ? '' : (problem ?? '')),
      ...note('recovered', problem === null ? (before?.problem ?? '') : ''),
      ...note('moved', movedTo(fetch) ?? ''),
    ],
  })
  return fetch
}

const endOf = (
  { settings }: Context,
  end: Omit<FetchEnd, 'now' | 'random' | 'refreshMinutes'>,
): FetchEnd => ({
  ...end,
  now: Date.now(),
  random: Math.random(),
  refreshMinutes: settings().refreshMinutes,
})

/** @returns makes a line of the activity; none when there is nothing to tell */
const noteOn =
  (feedId: number, at: number) =>
  (event: string, detail: string | number): readonly Happening[] =>
    detail ? [{ at, feedId, event, detail: String(detail) }] : []
