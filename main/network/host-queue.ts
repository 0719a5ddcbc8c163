import type { Limits } from './limits'
import type { Timers } from './timers'

export type QueueLimits = Pick<Limits, 'concurrency' | 'concurrencyPerHost' | 'slowRequests' | 'slowAfterMs'>

/** A piece of work that waits for its turn. */
interface Waiting {
  readonly start: () => void
}

/** Waiting work by host. A host that had a turn goes to the end, so that hosts take turns (a Map keeps order). */
type Line = Map<string, Set<Waiting>>

export interface HostQueue {
  /**
   * Does the work when a place is free for its host and in the pool.
   *
   * @param urgent before everything that is not
   * @throws what the work throws, or the signal's reason when it is aborted before the work begins
   */
  readonly run: <T>(host: string, urgent: boolean, work: () => Promise<T>, signal?: AbortSignal) => Promise<T>
}

/**
 * A queue for each host inside one pool. Hosts take turns; a host never has more than its places; work that lasts
 * leaves the pool's count (not its host's), so that hosts that do not answer hold up nobody but themselves.
 */
export function createHostQueue(limits: QueueLimits, timers: Timers): HostQueue {
  const lines: { readonly urgent: Line; readonly ordinary: Line } = { urgent: new Map(), ordinary: new Map() }
  const pool = createPool(limits, timers)
  const startNext = (): void => {
    while (pool.hasPlace()) {
      const next = takeNext(lines.urgent, pool.hasPlaceFor) ?? takeNext(lines.ordinary, pool.hasPlaceFor)
      if (!next) return
      next.start()
    }
  }
  return {
    async run(host, urgent, work, signal) {
      const line = urgent ? lines.urgent : lines.ordinary
      const leave = await new Promise<() => void>((resolve, reject) => {
        signal?.throwIfAborted()
        const giveUp = (): void => {
          remove(line, host, waiting)
          reject(signal?.reason)
        }
        const waiting: Waiting = {
          start: () => {
            signal?.removeEventListener('abort', giveUp)
            // The place is taken at once, not when the promise is heard, or the pool would fill twice.
            resolve(pool.enter(host, startNext))
          },
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        add(line, host, waiting)
        startNext()
      })
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

interface Pool {
  readonly hasPlace: () => boolean
  readonly hasPlaceFor: (host: string) => boolean
  /** Takes a place; the returned function gives it back. `onPlace` is called whenever a place becomes free. */
  readonly enter: (host: string, onPlace: () => void) => () => void
}

function createPool(limits: QueueLimits, timers: Timers): Pool {
  const hosts = new Map<string, number>()
  const count = { quick: 0, slow: 0 }
  return {
    hasPlace: () => count.quick < limits.concurrency,
    hasPlaceFor: host => (hosts.get(host) ?? 0) < limits.concurrencyPerHost,
    enter(host, onPlace) {
      let pace: keyof typeof count = 'quick'
      count.quick += 1
      hosts.set(host, (hosts.get(host) ?? 0) + 1)
      const timer = timers.start(limits.slowAfterMs, () => {
        if (count.slow >= limits.slowRequests) return
        pace = 'slow'
        count.quick -= 1
        count.slow += 1
        onPlace()
      })
      return () => {
        timer.stop()
        count[pace] -= 1
        const left = (hosts.get(host) ?? 1) - 1
        if (left > 0) hosts.set(host, left)
        else hosts.delete(host)
        onPlace()
      }
    },
  }
}

/** Takes the longest-waiting work of the first host that has a place, and sends that host to the end. */
function takeNext(line: Line, hasPlaceFor: (host: string) => boolean): Waiting | undefined {
  for (const [host, waiting] of line) {
    if (!hasPlaceFor(host)) continue
    const [next] = waiting
    if (!next) continue
    waiting.delete(next)
    line.delete(host)
    if (waiting.size > 0) line.set(host, waiting)
    return next
  }
  return undefined
}

function add(line: Line, host: string, waiting: Waiting): void {
  const others = line.get(host)
  if (others) others.add(waiting)
  else line.set(host, new Set([waiting]))
}

function remove(line: Line, host: string, waiting: Waiting): void {
  const others = line.get(host)
  others?.delete(waiting)
  if (others?.size === 0) line.delete(host)
}
