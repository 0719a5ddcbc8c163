/** What bounds the client: counts, milliseconds and bytes. */
export interface Limits {
  /** Requests under way at once; slow ones do not count (see `slowRequests`). */
  readonly concurrency: number
  /** Requests under way at once to one host, slow ones included. */
  readonly concurrencyPerHost: number
  /** Requests that last longer than `slowAfterMs` leave the count of `concurrency`, up to this many at once. */
  readonly slowRequests: number
  readonly slowAfterMs: number
  /**
   * From the start of a hop to the head of its answer: name, connection, TLS and the server's own thinking. Chromium
   * shows the head when it has seen about the first kilobyte of the body, too.
   */
  readonly firstByteMs: number
  /** The longest pause inside a body. */
  readonly idleMs: number
  /** All hops and the body together, waiting for a turn not counted. */
  readonly totalMs: number
  readonly redirects: number
  /** Bodies are measured after decompression. */
  readonly feedBytes: number
  readonly pageBytes: number
  readonly pictureBytes: number
}

export const DEFAULT_LIMITS: Limits = {
  concurrency: 12,
  concurrencyPerHost: 2,
  // Sockets that wait cost next to nothing: twice the pool keeps many dead hosts from holding up the living ones.
  slowRequests: 24,
  slowAfterMs: 3_000,
  firstByteMs: 20_000,
  idleMs: 20_000,
  totalMs: 60_000,
  redirects: 8,
  feedBytes: 32 * 1024 * 1024,
  pageBytes: 16 * 1024 * 1024,
  pictureBytes: 16 * 1024 * 1024,
}
