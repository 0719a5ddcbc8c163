import fs from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from './backup-files'

/** What became of the question whether a backup is to be restored. `restoring` stays when that was broken off. */
export type LossState = 'asked' | 'restoring' | 'left' | 'restored'

/** The library opened empty although it had not been empty; this backup was the newest then, and is kept. */
export interface Loss {
  readonly name: string
  readonly state: LossState
}

/** What is to be known of the library when it is gone. */
export interface Marker {
  /** What the library held when it was looked at last. */
  readonly feeds: number
  readonly articles: number
  readonly loss: Loss | null
}

const NAME = 'library.json'
const STATES: readonly unknown[] = ['asked', 'restoring', 'left', 'restored'] satisfies readonly LossState[]

/** @returns null when there is none, or none that can be read */
export async function readMarker(folder: string): Promise<Marker | null> {
  try {
    const { feeds, articles, loss } = JSON.parse(await fs.readFile(path.join(folder, NAME), 'utf8')) as Marker
    if (!Number.isFinite(feeds) || !Number.isFinite(articles)) return null
    const isLoss = typeof loss?.name === 'string' && STATES.includes(loss.state)
    return { feeds, articles, loss: isLoss ? loss : null }
  } catch {
    return null
  }
}

/** @throws what the file system throws; the marker is as it was then */
export async function writeMarker(folder: string, marker: Marker): Promise<void> {
  await writeWhole(folder, NAME, JSON.stringify(marker))
}
