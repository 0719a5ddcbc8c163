/**
 * An absolute address, or null when there is none or it is none. Addresses with a scheme of their own stay as
 * they are written, but for spaces around them.
 */
export function resolveUrl(address: string | null | undefined, base: string | null): string | null {
  const trimmed = address?.trim()
  if (!trimmed) return null
  if (/^[a-z][a-z\d+.-]{0,30}:/i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null
  if (/^www\./i.test(trimmed)) return `http://${trimmed}`
  if (base === null || !URL.canParse(trimmed, base)) return null
  return new URL(trimmed, base).href
}

/** The same for an address that will be opened or fetched: http and https only, so no `javascript:` gets in. */
export function resolveWebUrl(address: string | null | undefined, base: string | null): string | null {
  const url = resolveUrl(address, base)
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}
