import fs from 'node:fs'

/** Kills a process and all its descendants, at once; they are found as Linux tells them. */
export function killTree(pid: number): void {
  const parents = new Map(
    fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(name => {
        try {
          const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const]
        } catch {
          // It ended meanwhile.
          return []
        }
      }),
  )
  const tree = [pid]
  for (const parent of tree) for (const [child, of] of parents) if (of === parent) tree.push(child)
  for (const id of tree)
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It ended with its parent.
    }
}
