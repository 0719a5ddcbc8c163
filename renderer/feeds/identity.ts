import type { Entry, UnidentifiedEntry } from './types'

/**
 * Tells the entries of a feed apart. What makes an entry the same article at the next refresh is its own id, else
 * its link, else a hash of its content. Never the date: readers that use it insert undated entries again at every
 * refresh. The prefix (`id:`, `link:`, `hash:`) keeps an id from meeting another entry's link.
 *
 * Publishers who give every entry the same id or link must not lose all but one: an id under which the feed has
 * several links or titles, and a link under which it has several titles, identify nothing and the next one counts.
 *
 * @returns each identity once, in the place of its first entry: the entry changed last, else the first
 */
export function identifyEntries(entries: readonly UnidentifiedEntry[]): readonly Entry[] {
  const vagueIds = sharedKeys(
    entries,
    entry => entry.id,
    entry => `${entry.link} ${nameOf(entry)}`,
  )
  const byLink = entries.filter(entry => entry.id === null || vagueIds.has(entry.id))
  const vagueLinks = sharedKeys(byLink, entry => entry.link, nameOf)
  const distinct = new Map<string, Entry>()
  for (const entry of entries) {
    const identity = identityOf(entry, vagueIds, vagueLinks)
    const known = distinct.get(identity)
    if (!known || changedAt(entry) > changedAt(known)) distinct.set(identity, { ...entry, identity })
  }
  return [...distinct.values()]
}

type Key = (entry: UnidentifiedEntry) => string | null

/** The keys under which entries differ in `mark`. */
function sharedKeys(entries: readonly UnidentifiedEntry[], key: Key, mark: Key): ReadonlySet<string> {
  const marks = new Map<string, string | null>()
  const shared = new Set<string>()
  for (const entry of entries) {
    const name = key(entry)
    if (name === null) continue
    if (!marks.has(name)) marks.set(name, mark(entry))
    else if (marks.get(name) !== mark(entry)) shared.add(name)
  }
  return shared
}

/** What a person would call an entry: short posts have no title. */
function nameOf(entry: UnidentifiedEntry): string {
  return entry.title || entry.summary || entry.content
}

function identityOf(
  entry: UnidentifiedEntry,
  vagueIds: ReadonlySet<string>,
  vagueLinks: ReadonlySet<string>,
): string {
  const { id, link, title, summary, content, enclosures } = entry
  if (id !== null && !vagueIds.has(id)) return `id:${id}`
  if (link !== null && !vagueLinks.has(link)) return `link:${link}`
  const hasWords = title !== '' || summary !== '' || content !== ''
  // Addresses of files often carry keys that expire, so they count only where there is nothing else.
  const parts = hasWords ? [title, summary, content] : enclosures.map(enclosure => enclosure.url)
  return `hash:${hashText(parts.join('\u0000'))}`
}

function changedAt(entry: UnidentifiedEntry): number {
  return entry.updated ?? entry.published ?? Number.NEGATIVE_INFINITY
}

/** FNV-1a (draft-eastlake-fnv) over UTF-16 units, twice with different bases: 64 bits as 16 hexadecimal digits. */
function hashText(text: string): string {
  let low = 0x811c9dc5
  let high = 0x050c5d1f
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit ^ (low >>> 16), 0x01000193)
  }
  return [high, low].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
