/** Milliseconds between two steps. */
const STEP = 1000

const waiting = new Set<() => void>()
let last = -Infinity
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Calls functions together, each once, at the next step: at once when the last one is a second ago.
 *
 * @param run must not throw
 */
export function inStep(run: () => void): void {
  waiting.add(run)
  timer ??= setTimeout(step, Math.max(0, last + STEP - performance.now()))
}

function step(): void {
  timer = undefined
  last = performance.now()
  const due = [...waiting]
  waiting.clear()
  for (const run of due) run()
}
