import type { EntryFingerprint } from './fingerprint'

/** What is compared of an entry to find it again under another id. */
export interface EntryMark extends EntryFingerprint {
  /** `textFingerprint` of the entry; 0 when it is not known. */
  readonly text: number
  /** As the feed gives it, in milliseconds since 1970; null when it gives none (never the time first seen). */
  readonly published: number | null
}

/** Places in the two lists that `matchRenamed` was given. */
export interface RenamedEntry {
  readonly unknown: number
  readonly missing: number
}

const MINUTE = 60_000
/** Feeds differ in seconds and lose them. */
const SAME_TIME = MINUTE
/** The same words published again so much later are a repetition: a weekly reminder is news every week. */
const REPEATED_AFTER = 2 * 24 * 60 * MINUTE

/** A reason to take an unknown entry for a missing one: equal keys, and nothing that speaks against it. */
interface Reason {
  /** Entries with the same key are candidates; null: this reason is none for this entry. */
  readonly key: (mark: EntryMark) => string | null
  readonly agrees: (unknown: EntryMark, missing: EntryMark) => boolean
}

const REASONS: readonly Reason[] = [
  {
    key: mark => (mark.content === 0 ? null : `${mark.title} ${mark.content}`),
    agrees: (one, other) =>
      sameLink(one, other) || sameTime(one, other) || (one.title !== 0 && !farApart(one, other)),
  },
  {
    key: mark => (mark.title === 0 || mark.text === 0 ? null : `${mark.title} ${mark.text}`),
    agrees: (one, other) => sameLink(one, other) || sameTime(one, other),
  },
  {
    key: mark => (mark.title === 0 || mark.link === 0 ? null : `${mark.title} ${mark.link}`),
    agrees: (one, other) => one.published === null || other.published === null || sameTime(one, other),
  },
]

/**
 * Finds entries whose ids a publisher has changed, so that they do not come again as new. An entry that the library
 * does not know is one that it knows when both have the same title and
 *
 * 1. the same content as written, and the same link or date, or (with a title) dates no more than two days apart; or
 * 2. the same text, and the same link or date: the site has moved, or its markup has changed; or
 * 3. the same link, and dates that do not contradict each other: the words were edited at the same time.
 *
 * Each counts only where nobody else has the same key: no second unknown entry, no second missing one, and none that
 * is in the feed under an id already known. So a changelog whose entries share link and title, a morning briefing
 * with one title and one link, a weekly reminder with the same words stay new articles. What is taken for another is
 * never lost: where its words differ (3) it is to be stored as an edit of the article.
 *
 * @param unknown entries of this fetch whose identity the library does not know
 * @param missing entries that it knows of this feed and that are not in this fetch
 * @param present entries of this fetch that it knows
 * @returns pairs in the order of `unknown`, each index once at most
 */
export function matchRenamed(
  unknown: readonly EntryMark[],
  missing: readonly EntryMark[],
  present: readonly EntryMark[],
): readonly RenamedEntry[] {
  if (unknown.length === 0 || missing.length === 0) return []
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { key, agrees } of REASONS) {
    const places = placesByKey(unknown, missing, present, key)
    for (const place of places.values()) {
      if (place === 'shared' || found.has(place.unknown) || taken.has(place.missing)) continue
      const [one, other] = [unknown[place.unknown], missing[place.missing]]
      if (!one || !other || !agrees(one, other)) continue
      found.set(place.unknown, place.missing)
      taken.add(place.missing)
    }
  }
  return [...found]
    .map(([place, other]) => ({ unknown: place, missing: other }))
    .sort((first, second) => first.unknown - second.unknown)
}

const NOWHERE = -1

/** Where each key of an unknown entry stands, or that several have it. */
function placesByKey(
  unknown: readonly EntryMark[],
  missing: readonly EntryMark[],
  present: readonly EntryMark[],
  key: Reason['key'],
): ReadonlyMap<string, RenamedEntry | 'shared'> {
  const places = new Map<string, RenamedEntry | 'shared'>()
  for (const [index, mark] of unknown.entries()) {
    const name = key(mark)
    if (name !== null) places.set(name, places.has(name) ? 'shared' : { unknown: index, missing: NOWHERE })
  }
  for (const mark of present) {
    const name = key(mark)
    if (name !== null && places.has(name)) places.set(name, 'shared')
  }
  for (const [index, mark] of missing.entries()) {
    const name = key(mark)
    const place = name === null ? undefined : places.get(name)
    if (name === null || place === undefined || place === 'shared') continue
    places.set(name, place.missing === NOWHERE ? { ...place, missing: index } : 'shared')
  }
  return places
}

function sameLink(one: EntryMark, other: EntryMark): boolean {
  return one.link !== 0 && one.link === other.link
}

function sameTime(one: EntryMark, other: EntryMark): boolean {
  return (
    one.published !== null &&
    other.published !== null &&
    Math.abs(one.published - other.published) <= SAME_TIME
  )
}

function farApart(one: EntryMark, other: EntryMark): boolean {
  return (
    one.published !== null &&
    other.published !== null &&
    Math.abs(one.published - other.published) > REPEATED_AFTER
  )
}
