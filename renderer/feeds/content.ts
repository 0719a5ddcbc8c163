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
  if (!html.includes('<') || !URL.canParse(base)) return html
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

/** `srcset`: addresses with a width or density each, parted by commas (HTML, section 4.8.4.2.1). */
function resolveSources(written: string, base: string): string {
  if (/(?:^|[\s,])data:/i.test(written)) return written
  return written
    .split(/,(?=\s)/)
    .map(source => {
      const [, before = '', address = '', after = ''] = /^(\s*)(\S*)([^]*)$/.exec(source) ?? []
      return before + resolveAddress(address, base) + after
    })
    .join(',')
}
