import { plainText } from './plain'
import { decodeReferences } from './references'
import { channelFeed } from './services'
import { scanHtml, type HtmlAttribute } from './tags'
import { resolveWebUrl } from './urls'

/** A feed that a page offers. */
export interface FeedCandidate {
  /** Absolute address. */
  readonly url: string
  /** What the page calls it, plain text; `''` when it says nothing. */
  readonly title: string
  readonly type: FeedType
}

/** What a page says about a feed's format; it is known only once the feed is read. */
export type FeedType = 'rss' | 'atom' | 'json' | 'unknown'

/** More would be no choice but a list. */
const MOST_CANDIDATES = 30
/** Text of a link beyond this is no name. */
const LONGEST_TITLE = 200

const TYPES: ReadonlyMap<string, FeedType> = new Map([
  ['application/rss+xml', 'rss'],
  ['application/rdf+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
  ['application/x.atom+xml', 'atom'],
  ['application/x-atom+xml', 'atom'],
  ['application/xml', 'unknown'],
  ['text/xml', 'unknown'],
])

/** How the addresses of feeds end. */
const FEED_ADDRESS =
  /(?:^|[/._-])(?:feed|feeds|rss2?|atom|rdf)(?:\.xml|\.json|\.rss|\.atom|\.rdf|\.php)?\/?$|\.(?:rss|atom|rdf)$|\/index\.xml$/i

interface Found extends FeedCandidate {
  /** Where in the answer: what the page declares, what it links to, feeds of comments. */
  readonly rank: 0 | 1 | 2
}

/**
 * The feeds that a web page offers, the likeliest first: those that it declares with `<link rel="alternate">`,
 * then those that it links to, feeds of comments last. Each address once, thirty at most.
 *
 * @param html the page, however broken
 * @param url its address after redirects; a `<base>` in the page is heeded
 */
export function discoverFeeds(html: string, url: string): readonly FeedCandidate[] {
  const found: Found[] = []
  let base = url
  let anchor: Found | null = null
  let words = ''
  const finishAnchor = (): void => {
    if (anchor) found.push({ ...anchor, title: anchor.title || plainText(words.slice(0, LONGEST_TITLE)) })
    anchor = null
  }
  scanHtml(html, {
    open: (name, list) => {
      if (name !== 'base' && name !== 'link' && name !== 'a') return
      const attributes = toMap(list)
      if (name === 'base') base = resolveWebUrl(attributes.get('href'), url) ?? base
      if (name === 'link') found.push(...readLink(attributes, base))
      if (name !== 'a') return
      finishAnchor()
      anchor = readAnchor(attributes, base)
      words = ''
    },
    text: text => {
      if (anchor && words.length < LONGEST_TITLE) words += text
    },
    close: name => {
      if (name === 'a') finishAnchor()
    },
  })
  finishAnchor()
  const channel = channelFeed(html, url)
  if (channel !== null) found.push({ url: channel, title: '', type: 'atom', rank: 0 })
  return rankCandidates(found)
}

function rankCandidates(found: readonly Found[]): readonly FeedCandidate[] {
  const distinct = new Map<string, FeedCandidate>()
  for (const rank of [0, 1, 2] as const)
    for (const { url, title, type } of found.filter(candidate => candidate.rank === rank))
      if (!distinct.has(url)) distinct.set(url, { url, title, type })
  return [...distinct.values()].slice(0, MOST_CANDIDATES)
}

function toMap(attributes: readonly HtmlAttribute[]): ReadonlyMap<string, string> {
  // Of an attribute given twice the first counts, as in browsers.
  return new Map(attributes.toReversed().map(({ name, value }) => [name, decodeReferences(value).trim()]))
}

function readLink(attributes: ReadonlyMap<string, string>, base: string): readonly Found[] {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  if (!relations.includes('alternate') && !relations.includes('feed')) return []
  const address = attributes.get('href')
  const url = resolveWebUrl(
    address?.replace(/^feed:(?:\/\/)?/i, 'http://').replace(/^http:\/\/(?=https?:)/i, ''),
    base,
  )
  if (!url) return []
  const written = (attributes.get('type') ?? '').toLowerCase().replace(/;.*$/, '').trim()
  const type = TYPES.get(written) ?? (written === 'application/json' && /feed/i.test(url) ? 'json' : null)
  if (type === null && !(relations.includes('feed') || (written === '' && isFeedAddress(url)))) return []
  const title = plainText(attributes.get('title') ?? '')
  return [{ url, title, type: type ?? typeOf(url), rank: isOfComments(url, title) ? 2 : 0 }]
}

function readAnchor(attributes: ReadonlyMap<string, string>, base: string): Found | null {
  const url = resolveWebUrl(attributes.get('href'), base)
  if (!url || !(isFeedAddress(url) || TYPES.has((attributes.get('type') ?? '').toLowerCase()))) return null
  const title = plainText(attributes.get('title') ?? '')
  return { url, title, type: typeOf(url), rank: isOfComments(url, title) ? 2 : 1 }
}

function isFeedAddress(address: string): boolean {
  const { hostname, pathname, search } = new URL(address)
  if (/^feeds?\d?\.feed(?:burner|proxy|s)\./i.test(hostname)) return pathname.length > 1
  return FEED_ADDRESS.test(pathname) || /[?&](?:feed|format|type)=(?:rss2?|atom|rdf)\b/i.test(search)
}

function typeOf(url: string): FeedType {
  const { pathname, search } = new URL(url)
  if (/atom/i.test(pathname + search)) return 'atom'
  if (/rss|rdf/i.test(pathname + search)) return 'rss'
  return /\.json$/i.test(pathname) ? 'json' : 'unknown'
}

function isOfComments(url: string, title: string): boolean {
  return /\/comments\//i.test(url) || /\bcomments?\b/i.test(title)
}
