/** Longer addresses are traps or data; browsers and servers give up far earlier. */
const LONGEST_ADDRESS = 16_384

/**
 * An address that may be fetched: absolute, http or https, without credentials and fragment.
 *
 * @param base what a relative address (a redirect's) is relative to
 * @returns `null` for anything else
 */
export function fetchableAddress(text: string, base?: URL): URL | null {
  const url = text.length > LONGEST_ADDRESS ? null : parsed(text, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  // Nearly all addresses have none of these, and each change of a URL is another parse.
  if (url.username) url.username = ''
  if (url.password) url.password = ''
  if (url.href.includes('#')) url.hash = ''
  return url
}

function parsed(text: string, base: URL | undefined): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/** The name or IP address of a URL's host, IPv6 without brackets. */
export const hostName = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
