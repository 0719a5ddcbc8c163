import fs from 'node:fs'

// What Linux tells about processes under /proc (man page proc(5)).

/** One process at one moment. */
export interface ProcessReading {
  readonly pid: number
  readonly parent: number
  /** CPU time of the process, in seconds: user and system. */
  readonly own: number
  /** CPU time of its children that have ended. */
  readonly ended: number
}

/** Ticks of the clock that /proc counts CPU time in; Linux shows programs 100 a second on every machine. */
const TICKS = 100

/** The process and all its descendants. */
export function readTree(root: number): readonly ProcessReading[] {
  const all = fs.readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? readProcess(Number(name)) : []))
  const tree = all.filter(({ pid }) => pid === root)
  // It grows while it is gone through.
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

/** @returns one reading, or none when the process has ended */
function readProcess(pid: number): readonly ProcessReading[] {
  const text = readText(`/proc/${pid}/stat`)
  if (text === null) return []
  // The second field is the program's name in parentheses and may hold anything, also spaces and parentheses.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
  return [{ pid, parent, own: (user + system) / TICKS, ended: (endedUser + endedSystem) / TICKS }]
}

/** CPU time of the threads of a process that live, in seconds, by name. */
export function readThreads(pid: number): ReadonlyMap<string, number> {
  const threads = new Map<string, number>()
  for (const id of readNames(`/proc/${pid}/task`)) {
    const text = readText(`/proc/${pid}/task/${id}/stat`)
    if (text === null) continue
    const name = id === String(pid) ? 'main thread' : text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    threads.set(name, (threads.get(name) ?? 0) + ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS)
  }
  return threads
}

/** Memory of a process in bytes, what it shares with others by its share of it (PSS); 0 when it has ended. */
export function readMemory(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readText(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** What kind of process of Chromium it is, by its command line; '' when it has ended. */
export function readKind(pid: number): string {
  const line = readText(`/proc/${pid}/cmdline`)
  if (!line) return ''
  if (line.includes('network.mojom.NetworkService')) return 'network'
  return /--type=([a-z-]+)/.exec(line)?.[1] ?? 'browser'
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
