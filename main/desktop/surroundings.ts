import { net, powerMonitor } from 'electron'

/** What the machine says of its network and its power. */
export interface Surroundings {
  readonly online: () => boolean
  readonly onBattery: () => boolean
  /** Whether the network is paid by volume, as far as is known; asked of the system in the background. */
  readonly metered: () => boolean
}

/** How long an answer about the network holds, in milliseconds. */
const METERED_HOLDS = 60_000
/** A computer that wakes up needs a while to find its network. */
const WAKING = 10_000

/**
 * @param isMetered asks the system; null: it does not know
 * @param onChange called when it may be worth looking again: after sleep, and when the power or the answer changes
 */
export function watchSurroundings(
  isMetered: () => Promise<boolean | null>,
  onChange: () => void,
): Surroundings {
  let metered = false
  let asked = -Infinity
  const ask = async (): Promise<void> => {
    asked = performance.now()
    const answer = (await isMetered().catch(() => null)) ?? false
    if (answer === metered) return
    metered = answer
    onChange()
  }
  powerMonitor.on('resume', () => setTimeout(onChange, WAKING))
  powerMonitor.on('on-ac', onChange)
  powerMonitor.on('on-battery', onChange)
  return {
    online: () => net.isOnline(),
    onBattery: () => powerMonitor.isOnBatteryPower(),
    metered: () => {
      if (performance.now() - asked > METERED_HOLDS) void ask()
      return metered
    },
  }
}
