import path from 'node:path'
import type { UpdateWay } from '../../preload/contract'

/** What is to be known of a machine to tell how the program came onto it. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The program's own executable. */
  readonly executable: string
  /** The folder with the program's resources. */
  readonly resources: string
  readonly isPackaged: boolean
  /** Whether it came from Apple's or Microsoft's store. */
  readonly isFromStore: boolean
  /** @returns null when there is no such file */
  readonly readFile: (file: string) => string | null
}

/**
 * The AppImage that the program runs from. The variable alone tells nothing: whatever a program of an AppImage starts
 * inherits it, a terminal's shell for one, so this program has to stand within what was mounted, too.
 */
export function appImageOf({ platform, env, executable }: Machine): string | null {
  const { APPIMAGE: file, APPDIR: mounted } = env
  if (platform !== 'linux' || !file || !mounted || !path.isAbsolute(file)) return null
  return isWithin(executable, mounted) ? file : null
}

/** @returns the folder that the person sees the program in; null where there is none of its own */
export function folderOfProgram(machine: Machine): string | null {
  const { platform, env, executable, isPackaged } = machine
  const image = appImageOf(machine)
  if (image) return path.dirname(image)
  if (!isPackaged) return null
  if (platform === 'win32') return env['PORTABLE_EXECUTABLE_DIR'] ?? path.dirname(executable)
  const [bundle] = platform === 'darwin' ? (/^.*?\.app(?=\/)/.exec(executable) ?? []) : []
  return path.dirname(bundle ?? executable)
}

/**
 * How this copy of the program gets newer versions. Only one that nobody else looks after renews itself.
 *
 * @param config the file that names the address of updates
 */
export function updateWayOf(machine: Machine, config: string): UpdateWay {
  const { platform, env, executable, resources, isPackaged, isFromStore, readFile } = machine
  if (env['FLATPAK_ID']) return 'flatpak'
  if (env['SNAP'] && isWithin(executable, env['SNAP'])) return 'snap'
  if (isFromStore) return 'store'
  const isOfPackage = platform === 'linux' && readFile(path.join(resources, 'package-type')) !== null
  if (isOfPackage && !appImageOf(machine)) return 'package'
  if (readFile(config) === null) return isPackaged ? 'by-hand' : 'source'
  if (platform === 'win32') return env['PORTABLE_EXECUTABLE_DIR'] ? 'by-hand' : 'itself'
  if (platform === 'linux') return appImageOf(machine) ? 'itself' : 'by-hand'
  return 'itself'
}

function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file)
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way)
}
