import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const MEGABYTE = 1024 * 1024

/** Only root on Linux can make a small disk. */
export const CAN_MAKE_DISKS = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves one megabyte. */
  readonly fill: () => void
  /** Makes room again. */
  readonly clear: () => void
  readonly remove: () => void
}

/** @returns a disk in memory of so many megabytes */
export function makeSmallDisk(megabytes: number): SmallDisk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'broadsheet-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = fs.statfsSync(folder)
      fs.writeFileSync(filler, Buffer.alloc(bavail * bsize - MEGABYTE))
    },
    clear: () => fs.rmSync(filler),
    remove: () => {
      execFileSync('umount', ['--lazy', folder])
      fs.rmdirSync(folder)
    },
  }
}
