/** When changes that come one after the other are heeded, in milliseconds. */
export interface PauseLimits {
  /** After the last one, … */
  readonly pause: number
  /** … or so long after the first one. */
  readonly longest: number
}

/** Waits for the next change of a table, and then for a pause between changes. */
export interface Pause {
  /** @param parts what changed, as Dexie tells it */
  readonly heed: (parts: object) => void
  /** Ends the wait that is under way, or the next one. */
  readonly end: () => void
  /**
   * Waits until the table has changed since the last time and no longer changes, or has for too long.
   *
   * @returns false when the wait was ended before that: the next one goes on with it
   */
  readonly over: () => Promise<boolean>
}

/** @param table whose changes count */
export function createPause(table: string, { pause, longest }: PauseLimits): Pause {
  let first: number | null = null
  let last = -Infinity
  let isEnded = false
  let wake = (): void => undefined
  const left = (): number =>
    isEnded ? 0 : first === null ? Infinity : Math.min(last + pause, first + longest) - performance.now()
  return {
    heed: parts => {
      if (!Object.keys(parts).some(part => part === 'all' || part.includes(`/${table}/`))) return
      last = performance.now()
      first ??= last
      wake()
    },
    end: () => {
      isEnded = true
      wake()
    },
    over: async () => {
      for (let wait = left(); wait > 0; wait = left())
        await new Promise<void>(resolve => {
          wake = resolve
          if (wait < Infinity) setTimeout(resolve, wait)
        })
      isEnded = false
      const isOver = left() <= 0
      if (isOver) first = null
      return isOver
    },
  }
}
