import type { FetchProblem } from '../../preload/contract'

/**
 * Where an address comes from, which decides whether it may be on a private network: `typed` by the person just now
 * (it may, and it is fetched before anything that waits), `subscribed` earlier by the person (it may), or `linked`
 * from content of others (it may not).
 */
export type Trust = 'typed' | 'subscribed' | 'linked'

/** What a server said to send back with the next request for the same address (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What lets the person in at an origin. */
export type Credentials =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }

export interface FetchRequest {
  /** Absolute, http or https. Credentials in it and the fragment are dropped. */
  readonly url: string
  readonly kind: 'feed' | 'page' | 'picture'
  /** From the last answer; with them the answer may be `unchanged`. */
  readonly validators?: Validators
  readonly trust: Trust
  /** Sent to the origin (scheme, host and port) of `url` only; a redirect to another one goes without them. */
  readonly credentials?: Credentials
}

/** What every answer of a server tells about the next fetch of the same address. */
interface Answer {
  /** The address that was asked, as it went out. */
  readonly url: string
  /** The address that answered, after the redirects. */
  readonly finalUrl: string
  readonly status: number
  readonly validators: Validators
  /** The new address when every hop said that it is permanent (301, 308), else `null`. */
  readonly movedTo: string | null
  /** Milliseconds not to ask again, when the server said so. */
  readonly retryAfterMs: number | null
  readonly cache: {
    /** Seconds for which the server calls its answer fresh; 0 when it must not be kept; `null` when it said nothing. */
    readonly maxAgeSeconds: number | null
  }
}

/** A whole body arrived. */
export interface Fetched extends Answer {
  readonly outcome: 'fetched'
  /** The `Content-Type` header as it was sent, or ''. */
  readonly contentType: string
  /** Decompressed, in a buffer of its own. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** 304: what is stored is current. The validators are the new ones, or those that were sent. */
export interface Unchanged extends Answer {
  readonly outcome: 'unchanged'
}

export interface Failed {
  readonly outcome: 'failed'
  readonly url: string
  readonly problem: FetchProblem
  /** The status of the last answer, when there was one. */
  readonly status: number | null
  /** Milliseconds for which the host is not asked again. */
  readonly retryAfterMs: number | null
}

export type FetchResult = Fetched | Unchanged | Failed

/** Whether what is stored is current, so that nothing needs to be parsed. */
export const isUnchanged = (result: FetchResult): result is Unchanged => result.outcome === 'unchanged'

/** Whether the address is gone for good: never ask again. */
export const isGone = (result: FetchResult): boolean =>
  result.outcome === 'failed' && result.problem === 'gone'

/** Whether the address wants credentials: none were sent, or the wrong ones. */
export const isUnauthorised = (result: FetchResult): boolean =>
  result.outcome === 'failed' && result.problem === 'unauthorised'

/** Whether the host asked for a pause, by this answer or by an earlier one. */
export const isRateLimited = (result: FetchResult): boolean =>
  result.outcome === 'failed' && result.problem === 'rate-limited'

/** Milliseconds before the address may be asked again: what the server said, else 0. */
export const retryDelay = (result: FetchResult): number => result.retryAfterMs ?? 0
