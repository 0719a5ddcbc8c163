import { isElement } from './elements'
import { oneLine } from './plain'
import { escapeAttribute, escapeText } from './references'
import { resolveWebUrl } from './urls'
import { parseXml, type XmlElement, type XmlNode } from './xml'

export interface OpmlFeed {
  /** Plain text; the address where the list gives no name. */
  readonly title: string
  readonly url: string
  readonly siteUrl: string | null
}

/** What a folder, or the list itself, holds. */
export interface OpmlOutline {
  readonly folders: readonly OpmlFolder[]
  readonly feeds: readonly OpmlFeed[]
}

export interface OpmlFolder extends OpmlOutline {
  readonly title: string
}

/**
 * Reads a list of subscriptions (OPML 1.0 to 2.0, opml.org) however it is malformed. Folders of one name beside each
 * other become one, a feed stands once in each folder, folders without any feed are left out, and so are outlines
 * that are no feeds (notes, links, included lists, local programs).
 *
 * @returns an empty outline when the text has no feeds in it; never throws
 */
export function parseOpml(text: string): OpmlOutline {
  return collect(parseXml(text, 'about:blank').children)
}

/** The tree is at most as deep as `parseXml` makes it, so this may recurse. */
function collect(nodes: readonly XmlNode[]): OpmlOutline {
  const feeds = new Map<string, OpmlFeed>()
  const folders = new Map<string, OpmlFolder>()
  const add = (outline: OpmlOutline): void => {
    for (const feed of outline.feeds) if (!feeds.has(feed.url)) feeds.set(feed.url, feed)
    for (const folder of outline.folders)
      folders.set(folder.title, { title: folder.title, ...mergeOutlines(folders.get(folder.title), folder) })
  }
  for (const element of nodes.filter(isElement)) {
    const feed = readFeed(element)
    const inner = collect(element.children)
    const title = element.name === 'outline' ? titleOf(element) : ''
    if (feed) add({ feeds: [feed], folders: [] })
    // A feed that others are inside of has lost its end tag: they are its neighbours.
    if (feed || title === '') add(inner)
    else if (inner.feeds.length + inner.folders.length > 0) add({ feeds: [], folders: [{ title, ...inner }] })
  }
  return { folders: [...folders.values()], feeds: [...feeds.values()] }
}

function mergeOutlines(first: OpmlOutline | undefined, second: OpmlOutline): OpmlOutline {
  if (!first) return { folders: second.folders, feeds: second.feeds }
  const feeds = new Map([...first.feeds, ...second.feeds].map(feed => [feed.url, feed]))
  const folders = new Map(first.folders.map(folder => [folder.title, folder]))
  for (const folder of second.folders)
    folders.set(folder.title, { title: folder.title, ...mergeOutlines(folders.get(folder.title), folder) })
  return { folders: [...folders.values()], feeds: [...feeds.values()] }
}

function readFeed({ name, attributes }: XmlElement): OpmlFeed | null {
  if (name !== 'outline') return null
  const type = attributes.get('type')?.trim().toLowerCase() ?? ''
  const address =
    attributes.get('xmlurl') || (/^(?:rss|atom|feed)/.test(type) ? attributes.get('url') : undefined)
  const url = resolveWebUrl(
    address
      ?.trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'http:'),
    null,
  )
  if (!url) return null
  const title = titleOf({ attributes })
  return { title: title || url, url, siteUrl: resolveWebUrl(attributes.get('htmlurl'), null) }
}

function titleOf({ attributes }: Pick<XmlElement, 'attributes'>): string {
  return oneLine(attributes.get('text') ?? '') || oneLine(attributes.get('title') ?? '')
}

/**
 * Writes a list of subscriptions as OPML 2.0, which `parseOpml` reads back as it was.
 *
 * @param head the list's name, and when it is made, in milliseconds since the epoch
 */
export function writeOpml(
  outline: OpmlOutline,
  head: { readonly title: string; readonly createdAt: number },
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeText(head.title)}</title>`,
    `    <dateCreated>${new Date(head.createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...writeOutline(outline, '    '),
    '  </body>',
    '</opml>',
  ]
  return `${lines.join('\n')}\n`
}

function writeOutline(outline: OpmlOutline, indent: string): readonly string[] {
  const folders = outline.folders.flatMap(folder => [
    `${indent}<outline ${nameAttributes(folder.title)}>`,
    ...writeOutline(folder, `${indent}  `),
    `${indent}</outline>`,
  ])
  const feeds = outline.feeds.map(({ title, url, siteUrl }) => {
    const site = siteUrl === null ? '' : ` htmlUrl="${escapeAttribute(siteUrl)}"`
    return `${indent}<outline type="rss" ${nameAttributes(title)} xmlUrl="${escapeAttribute(url)}"${site}/>`
  })
  return [...folders, ...feeds]
}

/** Some readers look at one, some at the other. */
function nameAttributes(title: string): string {
  const name = escapeAttribute(title)
  return `text="${name}" title="${name}"`
}
