import { resolveContent } from './content'
import { parseDate } from './dates'
import { childNamed, childrenNamed, firstText, innerMarkup, isElement, markupOf, textOf } from './elements'
import { distinctFiles, mediaFilesOf, mediaPictureOf, pictureOf, toEnclosure } from './media'
import { joinNames, personName } from './persons'
import { plainText } from './plain'
import { readSchedule } from './schedule'
import type { Enclosure, Refresh, UnidentifiedEntry, UnidentifiedFeed } from './types'
import { resolveUrl, resolveWebUrl } from './urls'
import type { XmlElement } from './xml'

/**
 * Reads RSS 0.9x, 1.0 (RDF) and 2.0 with Dublin Core, Content, Syndication, Media RSS, iTunes and Atom elements.
 *
 * @param root the `rss`, `rdf:rdf` or, where that is missing, `channel` element
 * @param entries its items
 * @param url the feed's address
 */
export function readRss(root: XmlElement, entries: readonly XmlElement[], url: string): UnidentifiedFeed {
  const channel = root.name === 'channel' ? root : (childNamed(root, 'channel') ?? root)
  const link = linkOf(channel, channel.base ?? url)
  const base = channel.base ?? link ?? url
  return {
    title: plainText(firstMarkup(channel, 'title', 'dc:title', 'itunes:title', 'media:title')),
    link,
    description: plainText(
      firstMarkup(
        channel,
        'description',
        'dc:description',
        'itunes:summary',
        'itunes:subtitle',
        'atom:subtitle',
      ),
    ),
    language: firstText(channel, 'language', 'dc:language') || (root.attributes.get('xml:lang') ?? null),
    selfLink: selfLinkOf(channel, channel.base ?? url),
    icon: iconOf(root, channel, base),
    refresh: scheduleOf(channel),
    entries: entries.map(item => readItem(item, item.base ?? base)),
  }
}

/** The RSS items below a root: inside the channel, or beside it as in RSS 0.9 and 1.0. */
export function findItems(root: XmlElement): readonly XmlElement[] {
  const direct = root.children.filter(isElement)
  const lists = direct.filter(child => child.name === 'channel' || child.name === 'items')
  return [...childrenNamed(root, 'item'), ...lists.flatMap(list => childrenNamed(list, 'item'))]
}

function readItem(item: XmlElement, base: string): UnidentifiedEntry {
  const permalink = permalinkOf(item)
  const link = linkOf(item, base) ?? resolveWebUrl(permalink, base)
  const contentBase = item.base ?? link ?? base
  const enclosures = enclosuresOf(item, base)
  const content = contentOf(item)
  const parts = {
    id:
      firstText(item, 'guid', 'atom:id', 'dc:identifier') || item.attributes.get('rdf:about')?.trim() || null,
    link,
    title: plainText(firstMarkup(item, 'title', 'dc:title', 'media:title', 'itunes:title')),
    summary: resolveContent(
      firstMarkup(
        item,
        'description',
        'dc:description',
        'atom:summary',
        'itunes:summary',
        'media:description',
      ),
      contentBase,
    ),
    content: resolveContent(content, contentBase),
    enclosures,
  }
  return {
    ...parts,
    ...datesOf(item),
    author: authorOf(item),
    baseUrl: contentBase,
    image: pictureOf(item, enclosures, base),
    categories: categoriesOf(item),
  }
}

/** `rdf:about` of RSS 1.0 and a guid that does not say otherwise are the article's address too. */
function permalinkOf(item: XmlElement): string | null {
  const guid = childNamed(item, 'guid')
  if (guid && guid.attributes.get('ispermalink')?.toLowerCase() !== 'false') {
    const address = textOf(guid)
    return /^https?:\/\//i.test(address) ? address : null
  }
  return item.attributes.get('rdf:about') ?? null
}

/**
 * The last link that can be opened, as in other readers: RSS writes it as text, Atom in an attribute, and feeds mix
 * the two. Links of Atom's other relations are no pages.
 */
function linkOf(element: XmlElement, base: string): string | null {
  for (const name of ['link', 'atom:link'])
    for (const link of childrenNamed(element, name).toReversed()) {
      if ((link.attributes.get('rel') ?? 'alternate').toLowerCase() !== 'alternate') continue
      const found = resolveWebUrl(textOf(link) || link.attributes.get('href'), link.base ?? base)
      if (found) return found
    }
  return null
}

function selfLinkOf(channel: XmlElement, base: string): string | null {
  const links = childrenNamed(channel, 'atom:link', 'link')
  const own = links.find(link => link.attributes.get('rel')?.toLowerCase() === 'self')
  return own ? resolveUrl(own.attributes.get('href'), own.base ?? base) : null
}

/** The HTML of the first child with one of the names, tried in their order, that has any; else `''`. */
function firstMarkup(parent: XmlElement, ...names: readonly string[]): string {
  for (const name of names)
    for (const child of childrenNamed(parent, name)) {
      const markup = markupOf(child)
      if (markup !== '') return markup
    }
  return ''
}

function contentOf(item: XmlElement): string {
  const encoded = firstMarkup(item, 'content:encoded', 'encoded', 'atom:content', 'content')
  if (encoded !== '') return encoded
  const body = childNamed(item, 'xhtml:body') ?? childNamed(item, 'body') ?? childNamed(item, 'xhtml:div')
  return body ? innerMarkup(body) : ''
}

function datesOf(item: XmlElement): Pick<UnidentifiedEntry, 'published' | 'updated' | 'publishedText'> {
  const issued = firstText(
    item,
    'pubdate',
    'atom:published',
    'dcterms:issued',
    'dcterms:created',
    'dc:date',
    'dcterms:date',
  )
  const revised = firstText(item, 'atom:updated', 'dcterms:modified', 'dc:date')
  return {
    published: parseDate(issued),
    updated: parseDate(revised),
    publishedText: issued || revised || null,
  }
}

function authorOf(item: XmlElement): string | null {
  for (const name of ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author']) {
    const names = childrenNamed(item, name).map(author => personName(plainText(nameText(author))))
    const joined = joinNames(names)
    if (joined) return joined
  }
  return null
}

function nameText(author: XmlElement): string {
  return firstText(author, 'name', 'atom:name', 'email', 'atom:email') || markupOf(author)
}

function categoriesOf(item: XmlElement): readonly string[] {
  const written = childrenNamed(item, 'category').map(category => plainText(markupOf(category)))
  const keywords = firstText(item, 'itunes:keywords', 'media:keywords').split(',')
  const subjects = childrenNamed(item, 'dc:subject').map(subject => plainText(markupOf(subject)))
  const terms = childrenNamed(item, 'atom:category').map(category => category.attributes.get('term') ?? '')
  const all = [...written, ...keywords, ...subjects, ...terms].map(category => category.trim())
  return [...new Set(all)].filter(category => category !== '')
}

function enclosuresOf(item: XmlElement, base: string): readonly Enclosure[] {
  const files = childrenNamed(item, 'enclosure').flatMap(({ attributes, base: own }) =>
    toEnclosure(attributes.get('url'), attributes.get('type'), attributes.get('length'), own ?? base),
  )
  const links = childrenNamed(item, 'atom:link')
    .filter(link => link.attributes.get('rel') === 'enclosure')
    .flatMap(({ attributes, base: own }) =>
      toEnclosure(attributes.get('href'), attributes.get('type'), attributes.get('length'), own ?? base),
    )
  return distinctFiles([...files, ...links, ...mediaFilesOf(item, base)])
}

function iconOf(root: XmlElement, channel: XmlElement, base: string): string | null {
  const image = childNamed(channel, 'image') ?? childNamed(root, 'image')
  const address = image ? firstText(image, 'url') || image.attributes.get('rdf:resource') : null
  return resolveWebUrl(address, image?.base ?? base) ?? mediaPictureOf(channel, base)
}

function scheduleOf(channel: XmlElement): Refresh {
  const texts = (list: string, name: string): readonly string[] =>
    childrenNamed(channel, list).flatMap(found => childrenNamed(found, name).map(textOf))
  return readSchedule({
    ttl: firstText(channel, 'ttl'),
    hours: texts('skiphours', 'hour'),
    days: texts('skipdays', 'day'),
    period: firstText(channel, 'sy:updateperiod'),
    frequency: firstText(channel, 'sy:updatefrequency'),
  })
}
