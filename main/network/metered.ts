import { execFile } from 'node:child_process'
import path from 'node:path'

/** What asks the system, and how its answer is read. */
interface Question {
  readonly command: string
  readonly parameters: readonly string[]
  /** `null`: the answer says nothing. */
  readonly read: (output: string) => boolean | null
}

const PATIENCE_MS = 2_000
const NETWORK_MANAGER = 'org.freedesktop.NetworkManager'
const NETWORK_MANAGER_PATH = '/org/freedesktop/NetworkManager'

/** NetworkManager's `Metered` property, by whichever of the two common tools is there. */
const LINUX: readonly Question[] = [
  {
    command: 'gdbus',
    parameters: [
      ...['call', '--system', '--dest', NETWORK_MANAGER, '--object-path', NETWORK_MANAGER_PATH],
      ...['--method', 'org.freedesktop.DBus.Properties.Get', NETWORK_MANAGER, 'Metered'],
    ],
    read: readNetworkManager,
  },
  {
    command: 'busctl',
    parameters: [
      ...['--system', 'get-property', NETWORK_MANAGER, NETWORK_MANAGER_PATH, NETWORK_MANAGER, 'Metered'],
    ],
    read: readNetworkManager,
  },
]

const SCRIPT = [
  '[void][Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]',
  '$profile = [Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()',
  'if ($profile) { $cost = $profile.GetConnectionCost()',
  '"$($cost.NetworkCostType) roaming=$($cost.Roaming) over=$($cost.OverDataLimit)" }',
].join('\n')

/** By its whole path, so that no other program of that name is run. */
const POWERSHELL = path.win32.join(
  process.env['SystemRoot'] ?? 'C:\\Windows',
  'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
)

const WINDOWS: readonly Question[] = [
  {
    command: POWERSHELL,
    parameters: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SCRIPT],
    read: readWindowsCost,
  },
]

/**
 * Whether the network that the computer uses is paid by volume. Asks the system anew each time, for two seconds a tool
 * at most; never through a shell.
 *
 * @returns `null` where it cannot be known: on macOS, without NetworkManager, when nobody answers
 */
export async function isMetered(platform: NodeJS.Platform = process.platform): Promise<boolean | null> {
  const questions = platform === 'linux' ? LINUX : platform === 'win32' ? WINDOWS : []
  for (const question of questions) {
    const output = await outputOf(question)
    if (output !== null) return question.read(output)
  }
  return null
}

/** `null` when the tool is not there, fails or takes too long. */
function outputOf({ command, parameters }: Question): Promise<string | null> {
  return new Promise(resolve => {
    const limits = { timeout: PATIENCE_MS, maxBuffer: 4_096, windowsHide: true, encoding: 'utf8' } as const
    execFile(command, [...parameters], limits, (error, output) => resolve(error ? null : output))
  })
}

/**
 * Reads NetworkManager's NMMetered, as gdbus (`(<uint32 4>,)`) or busctl (`u 4`) write it: 0 unknown, 1 yes, 2 no,
 * 3 and 4 the same as guesses.
 */
export function readNetworkManager(output: string): boolean | null {
  const value = /^\s*(?:\(<uint32 |u )(\d)(?:>,\))?\s*$/.exec(output)?.[1]
  if (value === '1' || value === '3') return true
  return value === '2' || value === '4' ? false : null
}

/** Reads Windows' NetworkCostType and what else makes a byte dear. */
export function readWindowsCost(output: string): boolean | null {
  const [, type, roaming, over] = /^\s*(\w+) roaming=(\w+) over=(\w+)\s*$/.exec(output) ?? []
  if (roaming === 'True' || over === 'True' || type === 'Fixed' || type === 'Variable') return true
  return type === 'Unrestricted' ? false : null
}
