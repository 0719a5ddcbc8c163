import type { Attributes } from './tree'

const LONGEST = 4096
const SHORTEST_DATA = 200
const LARGEST_DATA = 16_384
const MARKUP = /[<>"\s]/g

/** The base of relative addresses, or null for a document that has none (a file, a pasted text). */
export function baseOf(address: string): URL | null {
  const base = urlOf(address)
  return base && isWeb(base) ? base : null
}

/** An absolute http, https or mailto address without credentials, or null for anything else. */
export function linkTo(href: string | null | undefined, base: URL | null): string | null {
  const url = resolve(href, base)
  if (!url) return null
  if (isWeb(url)) return withoutCredentials(url, href)
  // The URL standard leaves these raw in opaque paths; they would be read as markup further on.
  if (url.protocol === 'mailto:') return stable(url.href.replace(MARKUP, encodeURIComponent), href)
  return null
}

/** The attributes of a link: the page it opens learns nothing of the reader. */
export const linkAttributes = (href: string): Attributes => [
  ['href', href],
  ['rel', 'noreferrer noopener'],
]

/**
 * The absolute address of a picture: http, https, a small raster picture in the address itself, or the name of one
 * that the document carries (`embedded.ts`); else null.
 */
export function pictureAt(address: string | null | undefined, base: URL | null): string | null {
  const text = address?.trim() ?? ''
  if (/^data:/i.test(text)) return smallRaster(text)
  if (text.startsWith('cid:')) return /^cid:[\da-f]{16}$/.test(text) ? text : null
  const url = resolve(text, base)
  return url && isWeb(url) ? withoutCredentials(url, text) : null
}

const isWeb = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:'

function resolve(address: string | null | undefined, base: URL | null): URL | null {
  const text = address?.trim() ?? ''
  if (text === '' || text.length > LONGEST) return null
  // The base has to be parsed again each time; most addresses need none.
  return base && !/^https?:\/\//i.test(text) ? urlOf(text, base) : urlOf(text)
}

function urlOf(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}

function withoutCredentials(url: URL, written: string | null | undefined): string | null {
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  return stable(url.href, written)
}

/**
 * Canonical HTML must read as itself again, so an address that parsing would change once more, or that could be read
 * as markup, is refused.
 *
 * @param written what the address was parsed from; parsing did not change it when it is the same
 */
function stable(href: string, written: string | null | undefined): string | null {
  // A host may hold a quotation mark, which no escape keeps.
  if (href.length > LONGEST || href.search(MARKUP) >= 0) return null
  return href === written || urlOf(href)?.href === href ? href : null
}

/** Shorter ones are the blank spacers that lazy loaders put in a picture's place. */
function smallRaster(text: string): string | null {
  if (text.length < SHORTEST_DATA || text.length > LARGEST_DATA) return null
  return /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/.test(text) ? text : null
}
