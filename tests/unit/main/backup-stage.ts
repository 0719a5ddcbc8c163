import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {
  createBackups,
  type Backups,
  type BackupTrouble,
  type BackupWorld,
} from '../../../main/desktop/backup'

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000
/** When each stage begins. */
export const START = Date.parse('2026-11-23T08:00:00Z')
/** The end waits so many milliseconds for a backup. */
export const PATIENCE = 10_000
/** So that nothing happens by itself while a test runs. */
export const NEVER = { quiet: 1e9, apart: 1e9, daily: 2e9, share: 1 }

/** A library as the main process sees it: what it holds, and what was restored into it. */
export interface Stage {
  readonly folder: string
  readonly troubles: BackupTrouble[]
  readonly restored: string[]
  content: string
  feeds: number
  articles: number
  /** By hash. */
  readonly pictures: Map<string, Uint8Array>
  /** What a restored library asks for. */
  missing: readonly string[]
  readonly broughtBack: { hashes: string[]; lost: string[] }
  now: number
  readonly world: BackupWorld
  /** Starts the program with the library as it is, makes a backup at its end. */
  readonly session: (work?: (backups: Backups) => Promise<void>) => Promise<void>
  readonly files: () => Promise<readonly string[]>
}

/** @param folder for a stage that goes on where another one ended */
export async function createStage(folder?: string): Promise<Stage> {
  const at = folder ?? (await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-backup-')))
  const world: BackupWorld = {
    folder: path.join(at, 'backups'),
    write: async known => {
      const { content: text, feeds, articles } = stage
      const pictures = [...stage.pictures.keys()]
      return known === `mark of ${text}` ? null : { mark: `mark of ${text}`, text, feeds, articles, pictures }
    },
    picture: async hash => stage.pictures.get(hash) ?? null,
    restore: async text => (stage.restored.push(text), { problem: null, pictures: stage.missing }),
    restorePictures: async ({ found, lost }) => {
      for (const { hash, bytes } of found) if (sha256(bytes) === hash) stage.broughtBack.hashes.push(hash)
      stage.broughtBack.lost.push(...lost)
    },
    now: () => stage.now,
    report: trouble => void stage.troubles.push(trouble),
    pauses: NEVER,
  }
  const stage: Stage = {
    folder: world.folder,
    troubles: [],
    restored: [],
    content: 'first',
    feeds: 3,
    articles: 2,
    pictures: new Map(),
    missing: [],
    broughtBack: { hashes: [], lost: [] },
    now: START,
    world,
    session: async (work = async () => undefined) => {
      const backups = createBackups(stage.world)
      await backups.opened(stage.feeds + stage.articles === 0)
      await work(backups)
      backups.changed()
      await backups.close(PATIENCE)
    },
    files: async () => (await fs.readdir(world.folder)).filter(name => name.endsWith('.gz')).sort(),
  }
  return stage
}

/** In hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The library vanishes. */
export function lose(stage: Stage): void {
  stage.content = 'empty'
  stage.feeds = 0
  stage.articles = 0
}

/** What is offered of a stage's first backup. */
export const OFFER = { writtenAt: START, feeds: 3, articles: 2 }
