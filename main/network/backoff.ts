import { LONGEST_PAUSE_MS } from './headers'

const FIRST_PAUSE_MS = 30_000
const LONGEST_OWN_PAUSE_MS = 60 * 60 * 1000
/** More hosts than this are swept of those whose pause is long over. */
const SWEEP_ABOVE = 1_000

/** Remembers which hosts asked for a pause. It lives as long as the program: a restart asks each host once. */
export interface BackOff {
  /** Milliseconds until the host may be asked again; 0 when it may be asked now. */
  readonly remainingMs: (host: string) => number
  /**
   * The host answered 429 or 503.
   *
   * @param askedMs its `Retry-After`; without one the pause doubles from 30 seconds to an hour
   * @returns milliseconds until the host may be asked again
   */
  readonly pause: (host: string, askedMs: number | null) => number
  /** The host answered as it should: its next pause is a short one again. */
  readonly recovered: (host: string) => void
}

/**
 * @param now milliseconds since 1970
 * @param random a number from 0 up to 1. Pauses are spread by it, so that a thousand feeds of one host, or a
 *   thousand readers, do not come back in the same second; never earlier than the host said
 */
export function createBackOff(now: () => number, random: () => number): BackOff {
  const hosts = new Map<string, { readonly until: number; readonly strikes: number }>()
  const sweep = (): void => {
    for (const [host, { until }] of hosts) if (now() - until > LONGEST_OWN_PAUSE_MS) hosts.delete(host)
  }
  const remainingMs = (host: string): number => {
    // A clock that was set back must not make the pause longer than any pause is.
    const left = Math.min((hosts.get(host)?.until ?? 0) - now(), LONGEST_PAUSE_MS)
    return Math.max(0, left)
  }
  return {
    remainingMs,
    pause(host, askedMs) {
      const last = hosts.get(host)
      // Answers to requests that were under way together count as one.
      const strikes = last && remainingMs(host) > 0 ? last.strikes : (last?.strikes ?? 0) + 1
      const own = Math.min(FIRST_PAUSE_MS * 2 ** (strikes - 1), LONGEST_OWN_PAUSE_MS)
      const pause = askedMs ?? own
      const spread = pause * (1 + random() * (askedMs === null ? 0.5 : 0.1))
      const until = Math.max(now() + Math.min(spread, LONGEST_PAUSE_MS), now() + remainingMs(host))
      hosts.set(host, { until, strikes })
      if (hosts.size > SWEEP_ABOVE) sweep()
      return remainingMs(host)
    },
    recovered(host) {
      if (remainingMs(host) === 0) hosts.delete(host)
    },
  }
}
