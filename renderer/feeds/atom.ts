import { resolveContent } from './content'
import { parseDate } from './dates'
import { childNamed, childrenNamed, firstText, innerMarkup, isElement, textOf } from './elements'
import { distinctFiles, mediaFilesOf, pictureOf, toEnclosure } from './media'
import { joinNames, personName } from './persons'
import { oneLine, plainText } from './plain'
import { escapeText } from './references'
import { readSchedule } from './schedule'
import type { UnidentifiedEntry, UnidentifiedFeed } from './types'
import { resolveUrl, resolveWebUrl } from './urls'
import type { XmlElement } from './xml'

/**
 * Reads Atom 1.0 (RFC 4287) and 0.3.
 *
 * @param root the `feed` element, its own names without prefix: see `unprefixAtom`
 * @param entries its entries
 * @param url the feed's address
 */
export function readAtom(root: XmlElement, entries: readonly XmlElement[], url: string): UnidentifiedFeed {
  const base = root.base ?? url
  const author = authorsOf(root)
  const link = linkOf(root, base)
  return {
    title: plainTextOf(childNamed(root, 'title')),
    link,
    description: plainTextOf(childNamed(root, 'subtitle') ?? childNamed(root, 'tagline')),
    language: root.attributes.get('xml:lang') || firstText(root, 'dc:language') || null,
    selfLink: selfLinkOf(root, base),
    icon: iconOf(root, base),
    refresh: readSchedule({
      ttl: '',
      hours: [],
      days: [],
      period: firstText(root, 'sy:updateperiod'),
      frequency: firstText(root, 'sy:updatefrequency'),
    }),
    entries: entries.map(entry => readEntry(entry, link ?? base, base, author)),
  }
}

/** `href=""` means the base itself (RFC 3986, section 4.4). */
function selfLinkOf(root: XmlElement, base: string): string | null {
  const link = findLink(root, 'self')
  const own = link?.base ?? base
  return resolveUrl(link?.attributes.get('href')?.trim() === '' ? own : link?.attributes.get('href'), own)
}

function iconOf(root: XmlElement, base: string): string | null {
  const pictures = [...childrenNamed(root, 'icon'), ...childrenNamed(root, 'logo')]
  const urls = pictures.map(picture => resolveWebUrl(textOf(picture), picture.base ?? base))
  return urls.find(url => url !== null) ?? null
}

/** The entries of a feed, or the one that stands alone as a document (RFC 4287, section 4.1.2). */
export function findEntries(root: XmlElement): readonly XmlElement[] {
  return root.name === 'entry' ? [root] : childrenNamed(root, 'entry')
}

/** The same tree with `atom:title` as `title`: inside a feed Atom's names are the plain ones. */
export function unprefixAtom(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.replace(/^atom:/, ''),
    children: element.children.map(child => (isElement(child) ? unprefixAtom(child) : child)),
  }
}

function readEntry(
  entry: XmlElement,
  site: string,
  address: string,
  feedAuthor: string | null,
): UnidentifiedEntry {
  const base = entry.base ?? address
  const link = linkOf(entry, base)
  const contentBase = entry.base ?? link ?? site
  const content = childNamed(entry, 'content')
  const files = childrenNamed(entry, 'link')
    .filter(candidate => relationOf(candidate) === 'enclosure')
    .flatMap(({ attributes, base: own }) =>
      toEnclosure(attributes.get('href'), attributes.get('type'), attributes.get('length'), own ?? base),
    )
  const enclosures = distinctFiles([...files, ...mediaFilesOf(entry, base)])
  const parts = {
    id: firstText(entry, 'id') || null,
    link: link ?? resolveWebUrl(content?.attributes.get('src'), content?.base ?? base),
    title: plainTextOf(childNamed(entry, 'title')) || plainText(mediaText(entry, 'media:title')),
    summary: htmlOf(childNamed(entry, 'summary'), contentBase) || mediaText(entry, 'media:description'),
    content: htmlOf(content, contentBase),
    enclosures,
  }
  return {
    ...parts,
    ...datesOf(entry),
    author: authorsOf(entry) ?? sourceAuthor(entry) ?? feedAuthor,
    baseUrl: contentBase,
    image: pictureOf(entry, enclosures, base),
    categories: categoriesOf(entry),
  }
}

function datesOf(entry: XmlElement): Pick<UnidentifiedEntry, 'published' | 'updated' | 'publishedText'> {
  const revised = firstText(entry, 'updated', 'modified')
  // RFC 4287 asks for `updated` alone, so for many feeds it is the date of publication.
  const issued = firstText(entry, 'published', 'issued', 'created', 'dc:date') || revised
  return { published: parseDate(issued), updated: parseDate(revised), publishedText: issued || null }
}

/** Media RSS in a group or bare, as text in HTML. */
function mediaText(entry: XmlElement, name: string): string {
  const group = childNamed(entry, 'media:group')
  return escapeText(firstText(entry, name) || (group ? firstText(group, name) : ''))
}

/** RFC 4287, section 4.2.1: an entry without author has its source's, else its feed's. */
function sourceAuthor(entry: XmlElement): string | null {
  const source = childNamed(entry, 'source')
  return source ? authorsOf(source) : null
}

function authorsOf(element: XmlElement): string | null {
  const authors = childrenNamed(element, 'author').map(author => oneLine(firstText(author, 'name', 'email')))
  const bare = childrenNamed(element, 'author').map(author =>
    author.children.some(isElement) ? '' : textOf(author),
  )
  const creators = childrenNamed(element, 'dc:creator').map(textOf)
  return joinNames(authors) ?? joinNames([...bare, ...creators].map(personName))
}

function categoriesOf(entry: XmlElement): readonly string[] {
  const terms = childrenNamed(entry, 'category').map(
    ({ attributes }) => attributes.get('label')?.trim() || (attributes.get('term') ?? ''),
  )
  const texts = childrenNamed(entry, 'category', 'dc:subject').map(textOf)
  return [...new Set([...terms, ...texts].map(oneLine))].filter(category => category !== '')
}

function relationOf(link: XmlElement): string {
  // Relations may be written as addresses of the registry (RFC 4287, section 4.2.7.2).
  return (
    (link.attributes.get('rel') ?? '')
      .toLowerCase()
      .replace('http://www.iana.org/assignments/relation/', '') || 'alternate'
  )
}

function findLink(element: XmlElement, relation: string): XmlElement | null {
  return childrenNamed(element, 'link').find(link => relationOf(link) === relation) ?? null
}

/** The web page among the alternates when several types are offered, else the first alternate. */
function linkOf(element: XmlElement, base: string): string | null {
  const alternates = childrenNamed(element, 'link').filter(link => relationOf(link) === 'alternate')
  const page = alternates.find(link => /html/i.test(link.attributes.get('type') ?? 'text/html'))
  for (const link of page ? [page, ...alternates] : alternates) {
    const found = resolveWebUrl(link.attributes.get('href') ?? textOf(link), link.base ?? base)
    if (found) return found
  }
  return null
}

/** A text construct (RFC 4287, section 3.1) or content (4.1.3) as one line of plain text. */
function plainTextOf(element: XmlElement | null): string {
  if (!element) return ''
  const { kind, value } = readConstruct(element)
  return kind === 'text' ? oneLine(value) : plainText(value)
}

/** The same as HTML whose addresses are absolute. */
function htmlOf(element: XmlElement | null, base: string): string {
  if (!element) return ''
  const { kind, value } = readConstruct(element)
  return kind === 'text' ? escapeText(value) : resolveContent(value, markupBase(element) ?? base)
}

/** The innermost base that holds for the whole of an element, such as one on the `div` of XHTML content. */
function markupBase(element: XmlElement): string | null {
  const only = element.children.filter(child => isElement(child) || child.trim() !== '')
  const [child] = only
  return only.length === 1 && child !== undefined && isElement(child) ? child.base : element.base
}

interface Construct {
  readonly kind: 'text' | 'html'
  readonly value: string
}

function readConstruct(element: XmlElement): Construct {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase()
  const mode = element.attributes.get('mode')?.trim().toLowerCase()
  const inner = unwrapDiv(element)
  if (mode === 'base64' || BINARY_TYPE.test(type))
    return { kind: type === 'text/plain' ? 'text' : 'html', value: decodeBase64(textOf(element)) }
  if (inner.children.some(isElement)) return { kind: 'html', value: innerMarkup(inner) }
  const value = textOf(inner)
  if (/xhtml/.test(type)) return { kind: 'text', value }
  const isHtml =
    type === 'html' || /^text\/html$|[/+]xml$/.test(type) || (type === '' && HTML_TAG.test(value))
  return { kind: isHtml ? 'html' : 'text', value }
}

/** Types of which RFC 4287, section 4.1.3.3 says that they are written in base64. */
const BINARY_TYPE = /^(?:application\/octet-stream$|image\/(?!svg\+xml)|audio\/|video\/)/

/** Feeds that forget to say `type="html"` are more common than articles about tags that say nothing. */
const HTML_TAG =
  /<(?:p|br|a|div|img|b|i|em|strong|ul|ol|li|h\d|span|blockquote|table|figure)(?:\s[^<>]*)?\/?>/i

/** The `div` around XHTML is no part of it (RFC 4287, section 3.1.1.3). */
function unwrapDiv(element: XmlElement): XmlElement {
  const parts = element.children.filter(child => isElement(child) || child.trim() !== '')
  const [only] = parts
  const isDiv =
    parts.length === 1 && only !== undefined && isElement(only) && /^(?:xhtml:)?div$/.test(only.name)
  return isDiv ? only : element
}

/** Text written in base64; `''` when the bytes are no text, as with pictures. What is no base64 stays as it is. */
function decodeBase64(text: string): string {
  // Padding is often wrong, and `atob` does without.
  const packed = text.replace(/\s+/g, '').replace(/={1,2}$/, '')
  if (packed.length % 4 === 1 || !/^[A-Za-z\d+/]*$/.test(packed)) return text
  const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
