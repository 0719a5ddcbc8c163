/** Longer addresses are traps or data; browsers and servers give up far earlier. */
const LONGEST_ADDRESS = 16_384

/**
 * An address that may be fetched: absolute, http or https, without credentials and fragment.
 *
 * @param base what a relative address (a redirect's) is relative to
 * @returns `null` for anything else
 */
export function fetchableAddress(text: string, base?: URL): URL | null {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text, base?.href)) return null
  const url = new URL(text, base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/** The name or IP address of a URL's host, IPv6 without brackets. */
export const hostName = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
