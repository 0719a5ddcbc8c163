import type { LeftOutItem, SavedItem, SavedList, SavedListSource } from './types'

/** What a list says of one page, unchecked. */
export interface Entry extends Omit<SavedItem, 'address'> {
  readonly address: string
}

/** An entry of which nothing is known. */
export const NOTHING: Entry = {
  address: '',
  title: null,
  savedAt: null,
  tags: [],
  read: false,
  starred: false,
  html: null,
  published: null,
  byline: null,
  language: null,
}

const LONGEST_TITLE = 1_000
const LONGEST_TAG = 200
/** Nobody gives a page so many tags; a hostile list might. */
const MOST_TAGS = 100

/** Makes a list of its entries: those without an address on the web are left out, and each address stands once. */
export function listOf(source: SavedListSource, entries: Iterable<Entry>): SavedList {
  const items = new Map<string, SavedItem>()
  const leftOut: LeftOutItem[] = []
  for (const entry of entries) {
    const item = itemOf(entry)
    if (typeof item === 'string') {
      leftOut.push({ title: lineOf(entry.title) ?? lineOf(entry.address) ?? '', reason: item })
      continue
    }
    const before = items.get(item.address)
    if (before) leftOut.push({ title: item.title ?? item.address, reason: 'twice' })
    items.set(item.address, before ? together(before, item) : item)
  }
  return { source, items: [...items.values()], leftOut }
}

/** The entry as an item, or why it is none. */
function itemOf(entry: Entry): SavedItem | 'no-address' | 'not-on-the-web' {
  const written = entry.address.trim()
  if (written === '') return 'no-address'
  const address = webAddress(written)
  if (address === null) return 'not-on-the-web'
  const title = lineOf(entry.title)
  return {
    ...entry,
    address,
    // Some programs put the address where they know no title.
    title: title === written || title === address ? null : title,
    tags: tagsOf(entry.tags),
    byline: lineOf(entry.byline),
    language: lineOf(entry.language),
  }
}

function webAddress(written: string): string | null {
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return null
  return new URL(written).href
}

/** What two entries of one address know. */
const together = (first: SavedItem, second: SavedItem): SavedItem => ({
  ...first,
  title: first.title ?? second.title,
  savedAt: first.savedAt ?? second.savedAt,
  tags: tagsOf([...first.tags, ...second.tags]),
  // What stands somewhere among the unread is still to be read.
  read: first.read && second.read,
  starred: first.starred || second.starred,
  html: first.html ?? second.html,
  published: first.published ?? second.published,
  byline: first.byline ?? second.byline,
  language: first.language ?? second.language,
})

const NO_TAGS: readonly string[] = []

function tagsOf(tags: readonly string[]): readonly string[] {
  if (!tags.length) return NO_TAGS
  const clean = tags.slice(0, MOST_TAGS * 2).flatMap(tag => lineOf(tag)?.slice(0, LONGEST_TAG) ?? [])
  return [...new Set(clean)].slice(0, MOST_TAGS)
}

/** A text on one line; null when there is none. */
export function lineOf(text: string | null): string | null {
  if (text === null) return null
  const line = text
    .slice(0, LONGEST_TITLE * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line === '' ? null : line.slice(0, LONGEST_TITLE)
}

/** The part of an entry that a folder stands for: three names are states in every program, others are the person's. */
export function ofFolder(name: string): Pick<Entry, 'tags' | 'read' | 'starred'> {
  const folded = name.trim().toLowerCase()
  const isState = ['', 'unread', 'home', 'archive', 'read archive', 'starred', 'unsorted'].includes(folded)
  return {
    tags: isState ? NO_TAGS : [name],
    read: folded === 'archive' || folded === 'read archive',
    starred: folded === 'starred',
  }
}
