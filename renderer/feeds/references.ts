import { Parser } from 'htmlparser2'
import { dropForbidden } from './forbidden'
import { fromWindows1252 } from './windows-1252'

/** How many characters the entities of one document type may grow to: a bound for "quadratic blow-up" files. */
const EXPANSION_LIMIT = 1_000_000

const NAME = /^[A-Za-z][\w.-]{0,31}$/
const NUMBER = /^#(?:(\d{1,8})|[xX]([\da-fA-F]{1,7}))$/

const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** What the names of HTML stand for, `undefined` for names that it lacks; filled as they turn up. */
const htmlEntities = new Map<string, string | undefined>()
const MOST_CACHED = 5000

/** Replaces character references in text: see `createDecoder`. */
export type Decoder = (text: string) => string

/**
 * A decoder of `&name;`, `&#10;` and `&#xA;` for one document. Besides the names of XML and HTML it knows the
 * document type's own entities, whose values are taken as they stand: nothing nested is expanded, so that no
 * file can grow exponentially, and all of them together no further than a million characters.
 *
 * A reference needs its semicolon: `?a=1&copy=2` is an address, not a copyright sign. What is no known
 * reference stays as it is.
 *
 * @param entities the document type's entities by name
 */
export function createDecoder(entities: ReadonlyMap<string, string>): Decoder {
  let room = EXPANSION_LIMIT
  const decodeName = (name: string): string | undefined => {
    const own = entities.get(name)
    if (own === undefined) return XML_ENTITIES.get(name) ?? decodeHtmlName(name)
    room -= own.length
    return room < 0 ? undefined : own
  }
  const decode = (reference: string): string | undefined =>
    // Nearly all references are one of these.
    (entities.size === 0 ? XML_ENTITIES.get(reference) : undefined) ?? decodeOne(reference, decodeName)
  return text => (text.includes('&') ? decodeText(text, decode) : text)
}

/** The longest reference is `&` and this many characters, and `;`. */
const LONGEST_REFERENCE = 33

/** @param decode gives what a reference, without `&` and `;`, stands for */
function decodeText(text: string, decode: (reference: string) => string | undefined): string {
  const parts: string[] = []
  let copied = 0
  let end = -1
  for (let start = text.indexOf('&'); start >= 0; start = text.indexOf('&', start + 1)) {
    if (end < start) end = text.indexOf(';', start)
    if (end < 0) break
    if (end - start > LONGEST_REFERENCE) continue
    const decoded = decode(text.slice(start + 1, end))
    if (decoded === undefined) continue
    parts.push(text.slice(copied, start), decoded)
    copied = end + 1
  }
  if (parts.length === 0) return text
  parts.push(text.slice(copied))
  return parts.join('')
}

/** @param reference what stands between `&` and `;` */
function decodeOne(reference: string, decodeName: (name: string) => string | undefined): string | undefined {
  if (NAME.test(reference)) return decodeName(reference)
  const [, decimal, hexadecimal] = NUMBER.exec(reference) ?? []
  if (decimal !== undefined) return decodeNumber(parseInt(decimal, 10))
  return hexadecimal === undefined ? undefined : decodeNumber(parseInt(hexadecimal, 16))
}

/** Decodes the references of XML and HTML. */
export const decodeReferences: Decoder = createDecoder(new Map())

/** Escapes text so that it stands for itself between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes text so that it stands for itself in an attribute, whichever quotes are around it. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

function decodeNumber(code: number): string {
  if (code > 0x10ffff || code === 0 || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  // Pages in windows-1252 write its quotation marks and dashes by their byte numbers.
  return dropForbidden(fromWindows1252(String.fromCodePoint(code)))
}

function decodeHtmlName(name: string): string | undefined {
  if (htmlEntities.has(name)) return htmlEntities.get(name)
  const decoded = askForHtmlName(name)
  if (htmlEntities.size < MOST_CACHED) htmlEntities.set(name, decoded)
  return decoded
}

/** The library's table of HTML's names, asked through its parser because that is the library's only face to it. */
function askForHtmlName(name: string): string | undefined {
  let decoded = ''
  new Parser({ ontext: text => (decoded += text) }, { decodeEntities: true }).end(`&${name};`)
  // `&notit;` begins with the old `&not`, which needs no semicolon: only a whole name counts.
  return decoded.endsWith(';') ? undefined : decoded
}
