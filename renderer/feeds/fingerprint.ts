import { fold } from '../text'
import type { Entry } from './types'

/** Three 32-bit unsigned hashes that tell whether an entry has changed, and which one it was under another id. */
export interface EntryFingerprint {
  /** Of the title and the content (else the summary) as the feed gives them; 0 when it has neither of the two. */
  readonly content: number
  /** Of the link without what changes when a site moves or counts its visitors; 0 without a link. */
  readonly link: number
  /** Of the title, whatever its case and accents; 0 without one. */
  readonly title: number
}

/** Texts of fewer letters tell too little: "No warning today" under one title is not one article. */
const TELLING_LETTERS = 40

/**
 * Hashes for every entry of every fetch: one pass over the strings, a fraction of what parsing them costs.
 *
 * A changed `content` may be nothing that a person sees (a picture's address with a new key): an entry is edited when
 * its `textFingerprint` or its title has changed, too. An entry without content is edited when its title is.
 */
export function fingerprintOf(
  entry: Pick<Entry, 'title' | 'link' | 'summary' | 'content'>,
): EntryFingerprint {
  const body = entry.content || entry.summary
  return {
    content: body === '' ? 0 : finish(addText(addText(OFFSET, entry.title) ^ SEPARATOR, body)),
    link: entry.link === null ? 0 : hashOf(comparableLink(entry.link)),
    title: hashOf(fold(entry.title).trim()),
  }
}

/**
 * A 32-bit unsigned hash of what a person reads, whatever the white space; 0 when the text has fewer than forty
 * characters and so could be another article's as well.
 *
 * @param text plain
 */
export function textFingerprint(title: string, text: string): number {
  if (!isTelling(text)) return 0
  return finish(addVisible(addVisible(OFFSET, title) ^ SEPARATOR, text))
}

function isTelling(text: string): boolean {
  let letters = 0
  for (let index = 0; index < text.length && letters < TELLING_LETTERS; index++)
    if (!isSpace(text.charCodeAt(index))) letters++
  return letters === TELLING_LETTERS
}

// FNV-1a (draft-eastlake-fnv) over UTF-16 units, with the last step of MurmurHash3 (Appleby, fmix32): FNV alone leaves
// the high bits of short strings alike.
const OFFSET = 0x811c9dc5 | 0
/** The prime is 0x01000193: these are its parts, the other one in bits. */
const PRIME_LOW = 0x193
const PRIME_HIGH_BITS = 24
/** No UTF-16 unit: keeps the title's end apart from the content's beginning. */
const SEPARATOR = 0x1ffff

const addText = (hash: number, text: string): number => addUnits(hash, text, false)
const addVisible = (hash: number, text: string): number => addUnits(hash, text, true)

/**
 * Reckons with the halves of the hash: a number of more than 31 bits is an object of its own until the engine compiles
 * the loop for good, and these objects were a fifth of all that a first sync allocated.
 */
function addUnits(hash: number, text: string, isSpaceLeftOut: boolean): number {
  let low = hash & 0xffff
  let high = hash >>> 16
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (isSpaceLeftOut && isSpace(unit)) continue
    const mixed = low ^ unit
    const product = mixed * PRIME_LOW
    high = (high * PRIME_LOW + (mixed << (PRIME_HIGH_BITS - 16)) + (product >>> 16)) & 0xffff
    low = product & 0xffff
  }
  return (high << 16) | low
}

function isSpace(unit: number): boolean {
  if (unit > 0x20 && unit < 0xa0) return false
  return unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x3000
}

/** Unsigned, and never 0: that means that there was nothing to hash. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1
}

function hashOf(text: string): number {
  return text === '' ? 0 : finish(addText(OFFSET, text))
}

/** Parameters that count visitors and lead nowhere else. */
const TRACKING =
  /^(?:utm_|mtm_|pk_|ns_|_hs|at_(?:medium|campaign)=|(?:fbclid|gclid|dclid|yclid|twclid|msclkid|wbraid|gbraid)=|mc_[ce]id=|igshid=|cmp(?:id)?=|xtor=|wt\.mc|(?:source|ref)=rss)/i

/** The host without `www.` and default port, the path without its last slash, the query without tracking. */
function comparableLink(link: string): string {
  const bare = link.trim().replace(/^[a-z][a-z\d+.-]{0,30}:\/\//i, '')
  const fragment = bare.indexOf('#')
  const whole = fragment < 0 ? bare : bare.slice(0, fragment)
  const mark = whole.indexOf('?')
  const place = mark < 0 ? whole : whole.slice(0, mark)
  const slash = place.indexOf('/')
  const host = (slash < 0 ? place : place.slice(0, slash)).toLowerCase()
  const path = slash < 0 ? '' : place.slice(slash)
  const query = mark < 0 ? [] : whole.slice(mark + 1).split('&')
  const told = query.filter(parameter => parameter !== '' && !TRACKING.test(parameter))
  const parameters = told.length > 0 ? `?${told.join('&')}` : ''
  return host.replace(/^www\./, '').replace(/:(?:80|443)$/, '') + path.replace(/\/$/, '') + parameters
}
