import type { WorldOptions } from './world'

/** What a server counted since it was last asked to begin anew. */
export interface RequestCounts {
  /** Answers with a body. */
  readonly full: number
  /** Answers that nothing has changed (304). */
  readonly unchanged: number
  readonly other: number
  /** Different feeds that were asked. */
  readonly feeds: number
  readonly connections: number
  /** Of the bodies as sent. */
  readonly bytes: number
}

export const NO_REQUESTS: RequestCounts = {
  full: 0,
  unchanged: 0,
  other: 0,
  feeds: 0,
  connections: 0,
  bytes: 0,
}

/** Messages to the server's process; each has one answer. */
export type ToServer =
  | { readonly kind: 'start'; readonly world: Omit<WorldOptions, 'port'> }
  | { readonly kind: 'generation'; readonly generation: number }
  | { readonly kind: 'counts'; readonly reset: boolean }

export type FromServer =
  | { readonly kind: 'started'; readonly port: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'counted'; readonly counts: RequestCounts }
