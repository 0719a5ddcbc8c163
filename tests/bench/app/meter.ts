import { readKind, readMemory, readThreads, readTree } from './proc'

/** CPU time in seconds by kind of process. */
export type CpuByKind = Readonly<Record<string, number>>

/** What a program used from its start until a moment. */
export interface Usage {
  readonly cpu: CpuByKind
  /** CPU seconds of the living threads: `kind/thread`. */
  readonly threads: CpuByKind
  /** The most memory (PSS, bytes) since the usage was last taken. */
  readonly peakMemory: number
}

/** Watches all processes of a program, from outside. */
export interface Meter {
  /** @param names what to call processes that their command lines do not tell apart, by number */
  readonly take: (names?: ReadonlyMap<number, string>) => Usage
  /** CPU seconds of all processes so far. */
  readonly cpu: () => number
  readonly stop: () => void
}

/** A process that ended between two looks keeps what it had used at the last one. */
const LOOK_MILLISECONDS = 250

/** @param root number of the program's first process */
export function startMeter(root: number): Meter {
  const seen = new Map<number, { readonly kind: string; readonly own: number }>()
  /** Of the processes that live and of all that ended, as their parents were told. */
  let whole = 0
  let peakMemory = 0

  const look = (): void => {
    const tree = readTree(root)
    for (const { pid, own } of tree) seen.set(pid, { kind: seen.get(pid)?.kind || readKind(pid), own })
    whole = Math.max(
      whole,
      tree.reduce((sum, { own, ended }) => sum + own + ended, 0),
    )
    peakMemory = Math.max(
      peakMemory,
      tree.reduce((sum, { pid }) => sum + readMemory(pid), 0),
    )
  }
  const known = (): number => [...seen.values()].reduce((sum, { own }) => sum + own, 0)
  const timer = setInterval(look, LOOK_MILLISECONDS)
  look()
  return {
    take: (names = new Map()) => {
      look()
      const cpu: Record<string, number> = {}
      const threads: Record<string, number> = {}
      for (const [pid, { kind, own }] of seen) {
        const name = names.get(pid) ?? kind
        cpu[name] = (cpu[name] ?? 0) + own
        for (const [thread, seconds] of readThreads(pid))
          threads[`${name}/${thread}`] = (threads[`${name}/${thread}`] ?? 0) + seconds
      }
      // Processes too short for a look, and the last moments of others.
      cpu['ended'] = Math.max(0, whole - known())
      const usage = { cpu, threads, peakMemory }
      peakMemory = 0
      return usage
    },
    cpu: () => Math.max(whole, known()),
    stop: () => clearInterval(timer),
  }
}

/** How much more the second is than the first. */
export const difference = (before: CpuByKind, after: CpuByKind): CpuByKind =>
  Object.fromEntries(
    Object.entries(after).map(([kind, seconds]) => [kind, Math.max(0, seconds - (before[kind] ?? 0))]),
  )

export const total = (cpu: CpuByKind): number => Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0)

const QUIET_SECONDS = 0.04
/** The index is merged when a sync has paused for five seconds: that is work of the sync. */
const QUIET_LOOKS = 7
const PATIENCE_MILLISECONDS = 60_000

/**
 * Waits until the program does next to nothing for seven seconds; at most a minute.
 *
 * @returns seconds until the quiet began
 */
export async function untilQuiet(meter: Meter): Promise<number> {
  const begun = performance.now()
  let quietSince = begun
  for (let quiet = 0; quiet < QUIET_LOOKS && quietSince - begun < PATIENCE_MILLISECONDS;) {
    const before = meter.cpu()
    await new Promise(resolve => setTimeout(resolve, 1_000))
    quiet = meter.cpu() - before <= QUIET_SECONDS ? quiet + 1 : 0
    if (quiet === 0) quietSince = performance.now()
  }
  return (quietSince - begun) / 1e3
}
