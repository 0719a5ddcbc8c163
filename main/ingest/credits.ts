/** So many feeds may be on their way at a time; a further one waits until one is finished. */
export interface Credits {
  /** Sets how many there are altogether. */
  grant(count: number): void
  /**
   * Waits for one.
   *
   * @returns a function that gives it back
   * @throws the signal's reason, when it is aborted first
   */
  take(signal: AbortSignal): Promise<() => void>
}

/** Makes credits; there are none before the first grant. */
export function createCredits(): Credits {
  const waiting = new Set<() => void>()
  let granted = 0
  let taken = 0

  const next = (): void => {
    for (const wake of waiting) {
      if (taken >= granted) return
      waiting.delete(wake)
      taken++
      wake()
    }
  }
  const giveBack = (): void => {
    taken--
    next()
  }
  return {
    grant: count => {
      granted = count
      next()
    },
    take: signal =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          waiting.delete(wake)
          reject(signal.reason)
        }
        const wake = (): void => {
          signal.removeEventListener('abort', stop)
          resolve(giveBack)
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', stop, { once: true })
        waiting.add(wake)
        next()
      }),
  }
}
