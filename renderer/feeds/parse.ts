import { findEntries, readAtom, unprefixAtom } from './atom'
import { decodeText } from './decode'
import { childNamed, isElement } from './elements'
import { identifyEntries } from './identity'
import { readJson } from './json'
import { findItems, readRss } from './rss'
import { FeedError, MOST_ENTRIES, type Feed, type FeedOrigin, type UnidentifiedFeed } from './types'
import { parseXml, type XmlDocument, type XmlElement } from './xml'

/** How deep below unclosed junk a feed's first element is looked for. */
const DEEPEST_ROOT = 20

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, RSS as JSON. XML with mistakes is read as far as
 * it can be understood; of a feed that breaks off, the whole entries are kept and the broken one is left for the
 * next refresh, because an entry without its id would come back as another one.
 *
 * @param bytes the body as it came, decompressed
 * @param from the address after redirects, and the `Content-Type` header
 * @returns the feed, its addresses absolute; entries with the same identity are one, the last changed one
 * @throws FeedError when the bytes are no feed: see its kinds
 */
export function parseFeed(bytes: Uint8Array, from: FeedOrigin): Feed {
  const text = decodeText(bytes, from.contentType)
  const start = text.slice(0, 1000).trimStart()
  if (start === '' && text.trim() === '') throw new FeedError('empty', 'The document is empty.')
  const feed = start.startsWith('{') ? parseJsonText(text, from.url) : parseXmlText(text, from.url)
  return { ...feed, entries: identifyEntries(feed.entries) }
}

function parseJsonText(text: string, url: string): UnidentifiedFeed {
  const feed = readJson(text, url)
  if (feed) return feed
  const kind = text.slice(0, 2000).includes('jsonfeed.org') ? 'cut-off' : 'unknown'
  throw new FeedError(kind, 'The document is JSON, but not a readable JSON Feed.')
}

function parseXmlText(whole: string, url: string): UnidentifiedFeed {
  const text = withoutSurplus(whole)
  const document = parseXml(text, url)
  const root = findRoot(document.children, 0)
  if (!root) throw explainMissingRoot(document, text)
  const found = findEntriesOf(root)
  const unclosed = new Set<XmlElement>(document.unclosed)
  const entries = found.filter(entry => !unclosed.has(entry)).slice(0, MOST_ENTRIES)
  if (entries.length === 0 && document.unclosed.length > 0)
    throw new FeedError('cut-off', 'The feed breaks off before its first whole entry.')
  return isAtom(root) ? readAtom(root, entries, url) : readRss(root, entries, url)
}

/** Cuts a text behind far more entries than are kept: a tree of millions would take many seconds to build. */
function withoutSurplus(text: string): string {
  for (const start of ['<item', '<entry']) {
    let at = -1
    for (let count = 0; count <= 2 * MOST_ENTRIES; count++) {
      at = text.indexOf(start, at + 1)
      if (at < 0) break
    }
    if (at >= 0) return text.slice(0, at)
  }
  return text
}

/** The element that is a feed, past junk before it and tags around it that were never closed. */
function findRoot(nodes: XmlDocument['children'], depth: number, inPage = false): XmlElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const root = asRoot(node)
    // A web page may show a feed's elements, but it is a feed only with entries.
    if (root && (!inPage || findEntriesOf(root).length > 0)) return root
    if (depth >= DEEPEST_ROOT) continue
    const inner = findRoot(node.children, depth + 1, inPage || isWebPage(node))
    if (inner) return inner
  }
  return null
}

function asRoot(element: XmlElement): XmlElement | null {
  switch (element.name) {
    case 'rss':
    case 'channel':
    case 'feed':
      return element
    case 'rdf':
    case 'rdf:rdf':
      // RDF carries much else, such as licences inside web pages.
      return childNamed(element, 'channel') || findItems(element).length > 0 || isRss(element)
        ? element
        : null
    case 'atom:feed':
    case 'atom:entry':
      return unprefixAtom(element)
    default:
      return null
  }
}

/** RSS 1.0 and 0.9 make their namespace the default one. */
function isRss(rdf: XmlElement): boolean {
  return /purl\.org\/rss|netscape\.com\/rdf/i.test(rdf.attributes.get('xmlns') ?? '')
}

function isAtom(root: XmlElement): boolean {
  return root.name === 'feed' || root.name === 'entry'
}

function findEntriesOf(root: XmlElement): readonly XmlElement[] {
  return isAtom(root) ? findEntries(root) : findItems(root)
}

function isWebPage(element: XmlElement): boolean {
  return ['html', 'xhtml:html', 'head', 'body'].includes(element.name)
}

function explainMissingRoot(document: XmlDocument, text: string): FeedError {
  const start = text.slice(0, 1000).trimStart().toLowerCase()
  const page =
    document.children.some(node => isElement(node) && isWebPage(node)) ||
    /^<(?:!doctype html|html|head|body)/.test(start)
  if (page) return new FeedError('html', 'The document is a web page.')
  const feedStart = /^(?:<\?xml[^>]*(?:>\s*)?)?(?:<(?:rss|feed|rdf)?[^>]*)?$/.test(start)
  if (feedStart && start.startsWith('<'))
    return new FeedError('cut-off', 'The document breaks off at its beginning.')
  return new FeedError('unknown', 'The document has no feed in it.')
}
