import { decodeReferences, escapeAttribute } from './references'
import { scanHtml } from './tags'
import { resolveUrl } from './urls'

/** Attributes of HTML that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite', 'data', 'background', 'longdesc', 'action'])

interface Replacement {
  readonly start: number
  readonly end: number
  readonly value: string
}

/**
 * Makes the addresses in HTML absolute (`href`, `src`, `srcset` and their like) and changes not a character
 * besides. Addresses with a scheme, fragments of the page itself and addresses that cannot be read stay.
 *
 * @param html any HTML, however broken; linear time
 * @param base an absolute address
 */
export function resolveContent(html: string, base: string): string {
  if (!html.includes('<') || !mayBeRelative(html) || !URL.canParse(base)) return html
  const replacements = findReplacements(html, base)
  if (replacements.length === 0) return html
  let resolved = ''
  let position = 0
  for (const { start, end, value } of replacements) {
    resolved += html.slice(position, start) + value
    position = end
  }
  return resolved + html.slice(position)
}

/** The names of `ADDRESSES`, and `srcset`, before the sign of equality; or so many spaces that nobody can tell. */
const ADDRESS_BEFORE = /(?:(?:href|src|srcset|poster|cite|data|background|longdesc|action)\s{0,20}|\s{21})$/i
const WHOLE_AFTER = /^\s{0,20}["']?https?:\/\//i

/** Most feeds write whole addresses: then the tags need not be read, which is most of the cost. */
function mayBeRelative(html: string): boolean {
  for (let equals = html.indexOf('='); equals >= 0; equals = html.indexOf('=', equals + 1)) {
    const name = ADDRESS_BEFORE.exec(html.slice(Math.max(equals - 30, 0), equals))?.[0]
    if (name === undefined) continue
    if (/^srcset|^\s/i.test(name) || !WHOLE_AFTER.test(html.slice(equals + 1, equals + 32))) return true
  }
  return false
}

function findReplacements(html: string, base: string): readonly Replacement[] {
  const replacements: Replacement[] = []
  scanHtml(html, {
    open: (_name, attributes) => {
      for (const { name, value: written, start, end } of attributes) {
        if (name !== 'srcset' && !ADDRESSES.has(name)) continue
        const value = name === 'srcset' ? resolveSources(written, base) : resolveAddress(written, base)
        if (value !== written) replacements.push({ start, end, value })
      }
    },
  })
  return replacements
}

function resolveAddress(written: string, base: string): string {
  const address = decodeReferences(written).trim()
  // A fragment alone means this article, which is not at the base's address any more.
  if (address === '' || address.startsWith('#') || /^[a-z][a-z\d+.-]{0,30}:/i.test(address)) return written
  const url = resolveUrl(address, base)
  return url === null ? written : escapeAttribute(url)
}

/** A set of more is no choice of sizes. */
const LONGEST_SOURCES = 20_000

/** `srcset`: addresses with a width or density each, parted by commas (HTML, section 4.8.4.2.1). */
function resolveSources(written: string, base: string): string {
  if (written.length > LONGEST_SOURCES || /(?:^|[\s,])data:/i.test(written)) return written
  return written
    .split(/,(?=\s)/)
    .map(source => {
      const [, before = '', address = '', after = ''] = /^(\s*)(\S*)([^]*)$/.exec(source) ?? []
      return before + resolveAddress(address, base) + after
    })
    .join(',')
}
