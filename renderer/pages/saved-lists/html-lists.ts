import { listOf, lineOf, NOTHING, ofFolder, type Entry } from './entry'
import { momentOf } from './moments'
import { readTags, type StartTag } from './tags'
import type { SavedList } from './types'

/** Folders within folders beyond this give no tags of their own. */
const MOST_FOLDERS = 32
/** What says which list it is stands in this many characters. */
const HEAD = 4_096

/** What stands around a link. */
interface Folder extends Pick<Entry, 'tags' | 'read' | 'starred'> {
  readonly around: Folder | null
}

const TOP: Folder = { tags: [], read: false, starred: false, around: null }

type HtmlListKind = 'bookmarks' | 'pocket' | 'instapaper'

/**
 * Which list of saved pages an HTML file is, by its beginning: a browser's bookmarks say so in their doctype, Pocket's
 * and Instapaper's older exports in their title.
 *
 * @returns null for a page of any other kind
 */
export function htmlListKind(text: string): HtmlListKind | null {
  const head = text.slice(0, HEAD)
  if (/<!DOCTYPE NETSCAPE-Bookmark-file/i.test(head)) return 'bookmarks'
  const title = /<title>([^<]{1,60})<\/title>/i.exec(head)?.[1]?.trim().toLowerCase() ?? ''
  if (title === 'pocket export') return 'pocket'
  return title === 'instapaper: export' ? 'instapaper' : null
}

/**
 * A list of links: the bookmarks of a browser ("Netscape bookmark file": folders are `h3` before `dl`), or a list of
 * Pocket or Instapaper (sections under `h1`).
 *
 * @returns null for a page of any other kind
 */
export function readHtmlList(text: string): SavedList | null {
  const kind = htmlListKind(text)
  return kind && listOf(kind, entriesOf(text, kind))
}

function entriesOf(text: string, kind: HtmlListKind): readonly Entry[] {
  const entries: Entry[] = []
  let folder = TOP
  let next: Folder | null = null
  /** The link or heading whose words are being read. */
  let open: StartTag | null = null
  let words = ''
  const close = (): void => {
    if (open?.name === 'a') entries.push(entryOf(open, words, folder))
    else if (open?.name === 'h3') next = inside(folder, open, words)
    // The one heading of a bookmark file is its title.
    else if (open && kind !== 'bookmarks') folder = { ...ofFolder(words), around: null }
    open = null
    words = ''
  }
  readTags(text, {
    start: tag => {
      if (!/^(?:a|h1|h3|dl)$/.test(tag.name)) return
      // What is not closed ends where the next one begins.
      close()
      if (tag.name !== 'dl') open = tag
      else [folder, next] = [next ?? { ...folder, around: folder }, null]
    },
    text: piece => {
      if (open) words += piece
    },
    end: name => {
      if (name === open?.name || name === 'dl') close()
      if (name === 'dl') folder = folder.around ?? TOP
    },
  })
  close()
  return entries
}

/** The folder of a name. The ones that the browser makes by itself say nothing of what is in them. */
function inside(around: Folder, { attributes }: StartTag, name: string): Folder {
  const isOwn = [...attributes.keys()].some(key =>
    /^(?:personal_toolbar|unfiled_bookmarks)_folder$/.test(key),
  )
  const tag = lineOf(name)
  const isTag = !isOwn && tag !== null && around.tags.length < MOST_FOLDERS
  return { ...around, tags: isTag ? [...around.tags, tag] : around.tags, around }
}

function entryOf({ attributes }: StartTag, title: string, { tags, read, starred }: Folder): Entry {
  const own = attributes.get('tags')
  return {
    ...NOTHING,
    address: attributes.get('href') ?? '',
    title,
    savedAt: momentOf(attributes.get('add_date') ?? attributes.get('time_added')),
    tags: own ? [...tags, ...own.split(',')] : tags,
    read,
    starred,
  }
}
