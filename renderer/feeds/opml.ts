import { oneLine } from './plain'
import { escapeAttribute, escapeText } from './references'
import { readProlog, scanXml, type XmlTag } from './scan-xml'
import { resolveWebUrl } from './urls'

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
 * Something in a list that is no feed to subscribe to. `no-address`: a note, a page, an empty folder, a feed without its
 * address. `not-on-the-web`: its address is none of http or https. `twice`: the folder holds a feed of that address.
 */
export interface LeftOut {
  /** Plain text; `''` when the list gives it no name. */
  readonly title: string
  readonly reason: 'no-address' | 'not-on-the-web' | 'twice'
}

export interface OpmlList extends OpmlOutline {
  /** In the list's order. */
  readonly leftOut: readonly LeftOut[]
}

/** What lies in folders deeper than this stands in the last one: whoever walks over folders may then recurse. */
const DEEPEST_FOLDER = 1000

/** A folder that is being filled. */
interface Folder {
  readonly title: string
  readonly depth: number
  readonly folders: Map<string, Folder>
  readonly feeds: Map<string, OpmlFeed>
}

/** An outline whose end has not come yet. */
interface OpenOutline {
  readonly title: string
  /** Where what stands inside it belongs. */
  readonly folder: Folder
  readonly isFeed: boolean
  hasChildren: boolean
}

/** A list being read. */
interface Reading {
  /** All folders, each behind the one around it. */
  readonly folders: Folder[]
  readonly open: OpenOutline[]
  readonly leftOut: LeftOut[]
}

/**
 * Reads a list of subscriptions (OPML 1.0 to 2.0, opml.org) however it is malformed, in linear time. Folders of one
 * name beside each other become one, a feed stands once in each folder, and folders without any feed are left out.
 *
 * @returns what the list holds, and what of it is no feed; empty when the text is no list; never throws
 */
export function parseOpml(text: string): OpmlList {
  const top: Folder = { title: '', depth: 0, folders: new Map(), feeds: new Map() }
  const reading: Reading = { folders: [top], open: [], leftOut: [] }
  const closeAll = (): void => {
    while (reading.open.length > 0) closeOutline(reading)
  }
  scanXml(
    readProlog(text),
    {
      open: (tag, closed) => {
        if (tag.name.toLowerCase() !== 'outline') return
        openOutline(reading, tag)
        if (closed) closeOutline(reading)
      },
      close: name => {
        if (name.toLowerCase() === 'outline') closeOutline(reading)
        else if (/^(?:body|opml)$/i.test(name)) closeAll()
      },
    },
    closeAll,
  )
  return { ...finishFolders(reading.folders), leftOut: reading.leftOut }
}

function openOutline({ folders, open, leftOut }: Reading, { attributes }: XmlTag): void {
  const around = open[open.length - 1]
  if (around) around.hasChildren = true
  const folder = around?.folder ?? folders[0]
  if (!folder) return
  const title = oneLine(attributes.get('text') ?? '') || oneLine(attributes.get('title') ?? '')
  const address = addressOf(attributes)
  if (address === '') {
    open.push({ title, folder: folderInside(folder, title, folders), isFeed: false, hasChildren: false })
    return
  }
  // A feed that others are inside of has lost its end tag: they are its neighbours.
  open.push({ title, folder, isFeed: true, hasChildren: false })
  const url = resolveWebUrl(address, null)
  if (url === null) leftOut.push({ title, reason: 'not-on-the-web' })
  else if (folder.feeds.has(url)) leftOut.push({ title, reason: 'twice' })
  else {
    const siteUrl = resolveWebUrl(attributes.get('htmlurl'), null)
    folder.feeds.set(url, { title: title || url, url, siteUrl })
  }
}

function closeOutline({ open, leftOut }: Reading): void {
  const outline = open.pop()
  if (outline && !outline.isFeed && !outline.hasChildren)
    leftOut.push({ title: outline.title, reason: 'no-address' })
}

/** The folder of that name; the one around it for an outline without a name. */
function folderInside(around: Folder, title: string, folders: Folder[]): Folder {
  if (title === '' || around.depth >= DEEPEST_FOLDER) return around
  const known = around.folders.get(title)
  if (known) return known
  const folder: Folder = { title, depth: around.depth + 1, folders: new Map(), feeds: new Map() }
  around.folders.set(title, folder)
  folders.push(folder)
  return folder
}

/** The folders with feeds in or below them. Backwards, so that what is inside a folder is finished before it. */
function finishFolders(folders: readonly Folder[]): OpmlOutline {
  const finished = new Map<Folder, OpmlOutline>()
  for (const folder of folders.toReversed()) {
    const inner = [...folder.folders.values()].map(child => ({
      title: child.title,
      ...(finished.get(child) ?? EMPTY),
    }))
    finished.set(folder, {
      folders: inner.filter(child => child.folders.length + child.feeds.length > 0),
      feeds: [...folder.feeds.values()],
    })
  }
  return (folders[0] && finished.get(folders[0])) ?? EMPTY
}

const EMPTY: OpmlOutline = { folders: [], feeds: [] }

/** The address as the list writes it, without the scheme `feed:`; `''` when the outline is no feed. */
function addressOf(attributes: ReadonlyMap<string, string>): string {
  const type = attributes.get('type')?.trim().toLowerCase() ?? ''
  const address =
    attributes.get('xmlurl') || (/^(?:rss|atom|feed)/.test(type) ? attributes.get('url') : undefined)
  return (address ?? '')
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'http:')
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
    ...writeOutline(outline),
    '  </body>',
    '</opml>',
  ]
  return `${lines.join('\n')}\n`
}

/** Deeper lines stand no further to the right, or deep lists would be mostly white space. */
const LONGEST_INDENT = 40

/** Folders before feeds, and no recursion: folders may be a thousand deep. */
function writeOutline(outline: OpmlOutline): readonly string[] {
  const lines: string[] = []
  const waiting: (string | Nested)[] = []
  const wait = ({ folders, feeds }: OpmlOutline, indent: string): void => {
    for (const feed of feeds.toReversed()) waiting.push(indent + feedLine(feed))
    for (const folder of folders.toReversed()) waiting.push({ folder, indent })
  }
  wait(outline, '    ')
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      lines.push(next)
      continue
    }
    const { folder, indent } = next
    lines.push(`${indent}<outline ${nameAttributes(folder.title)}>`)
    waiting.push(`${indent}</outline>`)
    wait(folder, indent.length < LONGEST_INDENT ? `${indent}  ` : indent)
  }
  return lines
}

interface Nested {
  readonly folder: OpmlFolder
  readonly indent: string
}

function feedLine({ title, url, siteUrl }: OpmlFeed): string {
  const site = siteUrl === null ? '' : ` htmlUrl="${escapeAttribute(siteUrl)}"`
  return `<outline type="rss" ${nameAttributes(title)} xmlUrl="${escapeAttribute(url)}"${site}/>`
}

/** Some readers look at one, some at the other. */
function nameAttributes(title: string): string {
  const name = escapeAttribute(title)
  return `text="${name}" title="${name}"`
}
