/** One deadline. */
export interface Timer {
  /** Starts anew, `milliseconds` from now. */
  readonly restart: (milliseconds: number) => void
  readonly stop: () => void
}

export interface Timers {
  /** Calls `ring` once, after the time and at most one step of the clock, unless it is stopped or restarted before. */
  readonly start: (milliseconds: number, ring: () => void) => Timer
}

/** Far below every limit of the client, and next to nothing to do a step. */
const STEP_MS = 100

interface Running {
  due: number
  readonly ring: () => void
}

/** Calls `step` again and again until the returned function is called. */
export type StartClock = (step: () => void) => () => void

/**
 * Deadlines that share one clock, which stands still while there are none. A request has three, each put off or taken
 * back a few milliseconds later; in Electron every timer of Node's that is armed or disarmed wakes a thread.
 */
export function createTimers(startClock: StartClock = startNodeClock): Timers {
  const running = new Set<Running>()
  let stopClock: (() => void) | undefined
  const step = (): void => {
    const now = performance.now()
    for (const timer of running)
      if (timer.due <= now) {
        running.delete(timer)
        timer.ring()
      }
    // Not stopped with the last deadline itself: during a sync the next one follows at once.
    if (running.size > 0) return
    stopClock?.()
    stopClock = undefined
  }
  return {
    start(milliseconds, ring) {
      const timer: Running = { due: performance.now() + milliseconds, ring }
      running.add(timer)
      stopClock ??= startClock(step)
      return {
        restart: later => {
          timer.due = performance.now() + later
          running.add(timer)
          stopClock ??= startClock(step)
        },
        stop: () => void running.delete(timer),
      }
    },
  }
}

const startNodeClock: StartClock = step => {
  const clock = setInterval(step, STEP_MS)
  return () => clearInterval(clock)
}
