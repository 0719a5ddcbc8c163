/** Lets one after another begin, some time apart. */
export interface Pace {
  /** Waits for its turn. @param signal ends the waiting */
  turn(signal: AbortSignal): Promise<void>
  /** Whoever waits begins now: the person is waiting, too. */
  hurry(): void
}

/** So many feeds are asked a second when nobody waits for them: a thousand take less than a minute. */
const MILLISECONDS_APART = 50

/** @returns a pace of its own */
export function createPace(): Pace {
  const waiting = new Set<() => void>()
  let begun = performance.now()
  let turns = 0
  return {
    turn: signal => {
      const at = begun + turns++ * MILLISECONDS_APART
      const wait = at - performance.now()
      if (wait <= 0 || signal.aborted) return Promise.resolve()
      return new Promise(resolve => {
        const wake = (): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', wake)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, wait)
        signal.addEventListener('abort', wake, { once: true })
        waiting.add(wake)
      })
    },
    hurry: () => {
      for (const wake of waiting) wake()
      begun = performance.now()
      turns = 0
    },
  }
}
