/**
 * Keeps the page's one thread free while a transaction holds the lists: each of its steps is a turn of that thread, and
 * whoever reads meanwhile, in any window, waits for its end.
 */
export interface Gate {
  /** Does work for which the others step back. */
  pass<Result>(work: () => Promise<Result>): Promise<Result>
  /** Waits until nobody is passing. Call it before work that takes long. */
  open(): Promise<void>
}

/** Makes an open gate. */
export function createGate(): Gate {
  const passing = new Set<Promise<unknown>>()
  return {
    pass: async work => {
      const own = work()
      passing.add(own)
      try {
        return await own
      } finally {
        passing.delete(own)
      }
    },
    open: async () => {
      while (passing.size) await Promise.allSettled(passing)
    },
  }
}
