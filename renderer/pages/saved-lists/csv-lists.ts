import { readCsv } from './csv'
import { listOf, NOTHING, ofFolder, type Entry } from './entry'
import { momentOf } from './moments'
import type { SavedList, SavedListSource } from './types'

/** What a column means, by the names that programs give it; the first one that is there is taken. */
const COLUMNS = {
  address: ['url', 'link', 'address', 'uri', 'href'],
  title: ['title', 'name'],
  savedAt: [
    'time_added',
    'timestamp',
    'saved date',
    'created',
    'saved_at',
    'created_at',
    'date added',
    'added',
  ],
  tags: ['tags', 'document tags', 'labels'],
  folder: ['folder'],
  state: ['status', 'location', 'state'],
  starred: ['favorite', 'starred', 'is_starred'],
  byline: ['author', 'byline'],
  published: ['published date', 'published_at', 'published'],
  language: ['language'],
} as const
type Column = keyof typeof COLUMNS

/** The place of each column in a record; -1 for one that is not there. */
type Places = Readonly<Record<Column, number>>

const SEPARATORS = [',', ';', '\t'] as const
/** A first line without an end is no head of a table. */
const LONGEST_HEAD = 4_096

/**
 * A table of saved pages: Pocket (`title,url,time_added,tags,status`), Instapaper
 * (`URL,Title,Selection,Folder,Timestamp,Tags`), and others by the names of their columns, as Readwise Reader and
 * Raindrop write them.
 *
 * @returns null when it is none: its first line names no column of addresses, or nothing besides
 */
export function readCsvList(text: string): SavedList | null {
  const [line = ''] = text.slice(0, LONGEST_HEAD).split(/[\r\n]/, 1)
  for (const separator of SEPARATORS) {
    const [head = []] = readCsv(line, separator)
    const names = head.map(name => name.trim().toLowerCase())
    const places = placesOf(names)
    if (places) return listOf(sourceOf(names), entriesOf(text, separator, places, sourceOf(names)))
  }
  return null
}

function placesOf(names: readonly string[]): Places | null {
  const placeOf = (column: Column): number =>
    COLUMNS[column].map(name => names.indexOf(name)).find(at => at >= 0) ?? -1
  const columns = Object.keys(COLUMNS) as readonly Column[]
  const places = Object.fromEntries(columns.map(column => [column, placeOf(column)])) as Record<
    Column,
    number
  >
  const isList = places.address >= 0 && columns.filter(column => places[column] >= 0).length > 1
  return isList ? places : null
}

function sourceOf(names: readonly string[]): SavedListSource {
  if (names.includes('time_added')) return 'pocket'
  return names.includes('selection') && names.includes('timestamp') ? 'instapaper' : 'csv'
}

function* entriesOf(
  text: string,
  separator: string,
  places: Places,
  source: SavedListSource,
): Generator<Entry> {
  let isHead = true
  for (const record of readCsv(text, separator)) {
    if (!isHead) yield entryOf(column => record[places[column]] ?? '', source)
    isHead = false
  }
}

function entryOf(cell: (column: Column) => string, source: SavedListSource): Entry {
  const folder = ofFolder(cell('folder'))
  const state = cell('state').trim().toLowerCase()
  return {
    ...NOTHING,
    address: cell('address'),
    title: cell('title'),
    savedAt: momentOf(cell('savedAt')),
    tags: [...folder.tags, ...splitTags(cell('tags'), source)],
    read: folder.read || state === 'archive' || state === 'archived' || state === 'read',
    starred: folder.starred || /^(?:1|true|yes)$/i.test(cell('starred').trim()),
    byline: cell('byline'),
    published: momentOf(cell('published')),
    language: cell('language'),
  }
}

/** Tags in one cell: `one|two` (Pocket), `["one","two"]` or `['one', 'two']`, and `one, two`. */
function splitTags(cell: string, source: SavedListSource): readonly string[] {
  const text = cell.trim()
  if (text === '') return []
  if (source === 'pocket') return text.split('|')
  if (!text.startsWith('[') || !text.endsWith(']')) return text.split(',')
  return text
    .slice(1, -1)
    .split(',')
    .map(tag => tag.trim().replace(/^["']|["']$/g, ''))
}
