/** What a piece of work took, in seconds: of CPU, user and system together, and by the clock. */
export interface Cost {
  readonly cpu: number
  readonly wall: number
}

/** Measures work of this very process. */
export async function costOf(work: () => Promise<void>): Promise<Cost> {
  const begun = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1e6, wall: (performance.now() - begun) / 1e3 }
}

/** Does work on all values, on so many at a time. */
export async function inParallel<Value>(
  values: readonly Value[],
  atATime: number,
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const waiting = values.values()
  const lane = async (): Promise<void> => {
    for (const value of waiting) await work(value)
  }
  await Promise.all(Array.from({ length: atATime }, lane))
}

/** Requests under way at a time, as many as Broadsheet's own client has. */
export const CONCURRENCY = 12
