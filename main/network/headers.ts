import type { FetchRequest, Validators } from './results'

/** Header fields by lower-case name, as Electron gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** No answer silences a host for longer than a day. */
export const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000

const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3',
  page: 'text/html, application/xhtml+xml;q=0.9, text/plain;q=0.6, */*;q=0.3',
  picture: 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml;q=0.9, image/*;q=0.5',
} as const

/**
 * The fields that Broadsheet sets itself. `Accept-Encoding` is Chromium's: it names exactly what Chromium decodes.
 *
 * @throws never: validators that are no legal field values are left out
 */
export function requestHeaders(
  { kind, validators }: FetchRequest,
  userAgent: string,
): Readonly<Record<string, string>> {
  const etag = fieldValue(validators?.etag)
  const lastModified = fieldValue(validators?.lastModified)
  return {
    'User-Agent': userAgent,
    Accept: ACCEPT[kind],
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(lastModified === null ? {} : { 'If-Modified-Since': lastModified }),
  }
}

/** The validators of an answer; what could not be sent back is `null`. */
export const validatorsOf = (headers: Headers): Validators => ({
  etag: fieldValue(header(headers, 'etag')),
  lastModified: fieldValue(header(headers, 'last-modified')),
})

/** One field as text, several values joined with commas, '' when absent. */
export function header(headers: Headers, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : (value ?? []).join(', ')
}

/** What may stand in a header field and is short enough to be kept with the feed, else `null`. */
function fieldValue(text: string | null | undefined): string | null {
  const value = text?.trim() ?? ''
  return /^[\x20-\x7e]{1,2048}$/.test(value) ? value : null
}

/**
 * `Retry-After` in milliseconds from now, at most a day (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970; for a date, the answer's own `Date` is used where it is there, because the
 *   clocks of both sides may differ
 * @returns `null` when the field is absent or nonsense
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const text = header(headers, 'retry-after').trim()
  if (/^\d{1,12}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_PAUSE_MS)
  const date = httpDate(text)
  if (date === null) return null
  return Math.min(Math.max(0, date - (httpDate(header(headers, 'date')) ?? now)), LONGEST_PAUSE_MS)
}

/**
 * How many seconds from now the answer stays fresh (RFC 9111, section 4.2): `max-age` less `Age`, else `Expires`
 * less `Date`. 0 where it must not be kept or is stale already; `null` where nothing is said.
 */
export function freshSeconds(headers: Headers, now: number): number | null {
  const control = header(headers, 'cache-control').toLowerCase()
  if (/(^|,)\s*no-(store|cache)\s*(,|$)/.test(control)) return 0
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1]
  const age = /^\d{1,10}$/.exec(header(headers, 'age').trim())?.[0] ?? '0'
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - Number(age))
  if (headers['expires'] === undefined) return null
  const expires = httpDate(header(headers, 'expires'))
  if (expires === null) return 0
  return Math.max(0, Math.round((expires - (httpDate(header(headers, 'date')) ?? now)) / 1000))
}

// The three forms of RFC 9110, section 5.6.7. `Date.parse` alone takes "-5" or "12" for a date.
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
]
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

/** An HTTP date as milliseconds since 1970, or `null`. */
export function httpDate(text: string): number | null {
  const value = text.trim()
  const isAsctime = ASCTIME.test(value)
  if (!isAsctime && !HTTP_DATES.some(form => form.test(value))) return null
  const time = Date.parse(isAsctime ? `${value} GMT` : value)
  return Number.isNaN(time) ? null : time
}
