import type { BackupContent, BackupOffer, IngestJobs, Problem } from '../../preload/contract'
import {
  codeOf,
  listBackups,
  newestBackup,
  nextName,
  readBackupFile,
  removeBackups,
  writeBackupFile,
} from './backup-files'
import { readMarker, writeMarker, type Marker } from './backup-marker'
import { givePictures, keepPictures } from './backup-pictures'
import { createQuestion } from './backup-question'
import { outdated } from './backup-rotation'
import { createBackupTimer, type BackupPauses } from './backup-timer'

/** What went wrong with backups. Those that are there stay. */
export type BackupTrouble =
  | {
      readonly kind: 'not-written'
      readonly problem: 'disk-full' | 'folder' | 'library'
      readonly error: unknown
    }
  /** A file is not as it was written; the one before it counts. */
  | { readonly kind: 'unreadable'; readonly name: string }

/** What backups are made of, and where they go. */
export interface BackupWorld {
  /** Outside of what Chromium stores. */
  readonly folder: string
  /** @returns null when the library is as it was under that mark. @throws when the library cannot be read */
  readonly write: (known: string | null) => Promise<BackupContent | null>
  /** @returns null when the library has not got it any more */
  readonly picture: (hash: string) => Promise<Uint8Array | null>
  /** @returns what went wrong, and the pictures that are to be brought then */
  readonly restore: (
    text: string,
  ) => Promise<{ readonly problem: Problem | null; readonly pictures?: readonly string[] }>
  readonly restorePictures: (group: IngestJobs['backup.pictures']['input']) => Promise<unknown>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told once of each, until a backup succeeds again. */
  readonly report: (trouble: BackupTrouble) => void
  readonly pauses?: BackupPauses
}

/** Keeps what cannot be fetched again in files, and offers it when the library is gone. */
export interface Backups {
  /**
   * The library was opened, at the start or anew. Before this nothing is written and nothing offered.
   *
   * @returns the backup to offer, when the library is empty and was not
   */
  opened(isEmpty: boolean): Promise<BackupOffer | null>
  /** Something changed that cannot be fetched again. */
  changed(): void
  /** @returns the backup that the person was offered and has not answered */
  offer(): Promise<BackupOffer | null>
  /** Restores the backup that was offered, or leaves it alone for good; the file stays either way. */
  answer(answer: 'restore' | 'leave'): Promise<{ readonly problem: Problem | null }>
  /** Makes a backup now, unless the newest one holds everything. @returns whether everything is kept */
  keepNow(): Promise<boolean>
  /** Makes a last backup if anything changed, in no more than this time, and stops. */
  close(milliseconds: number): Promise<void>
}

/** Makes backups some time after something changed, and once a day; the newest days and weeks are kept. */
export function createBackups(world: BackupWorld): Backups {
  const { folder } = world
  const { tell, forget } = reportOnce(world.report)
  const unreadable = (name: string): void => tell({ kind: 'unreadable', name })
  const mark = (marker: Marker): Promise<void> =>
    writeMarker(folder, marker).catch((error: unknown) => tell(notWritten(error)))
  const restore = async (text: string): Promise<{ readonly problem: Problem | null }> => {
    const { problem, pictures = [] } = await world.restore(text)
    if (problem === null) await givePictures(folder, pictures, world.restorePictures)
    return { problem }
  }
  const question = createQuestion({ folder, restore, mark, unreadable })
  const inTurn = createTurns()
  let isOpen = false
  let isRestoring = false

  const make = async (): Promise<boolean> => {
    if (!isOpen) return false
    const newest = await newestBackup(folder, unreadable)
    const content = await readLibrary(world, newest?.head.mark ?? null, tell)
    if (content === 'failed') return false
    const { feeds, articles } = content ?? newest?.head ?? { feeds: 0, articles: 0 }
    const isHeld = feeds + articles > 0
    // An empty library is kept nowhere, and while it may be a lost one it is not taken for what the person wants.
    if (!isHeld && question.offer()) return true
    const loss = (await readMarker(folder))?.loss ?? null
    if (content && isHeld) await keepWhole(world, content, loss?.name ?? null)
    await writeMarker(folder, { feeds, articles, loss })
    forget()
    return true
  }
  const turn = (): Promise<boolean> =>
    inTurn(make).catch((error: unknown) => {
      tell(notWritten(error))
      return false
    })
  const timer = createBackupTimer(turn, world.pauses)

  return {
    opened: isEmpty => {
      isOpen = true
      // The page may be started anew while it restores: that it was empty then is no news.
      const isNews = !isRestoring
      return inTurn(async () => {
        if (isNews) await question.opened(isEmpty)
        return question.offer()
      })
    },
    changed: timer.changed,
    offer: () => inTurn(async () => question.offer()),
    answer: answer => {
      isRestoring = answer === 'restore'
      return inTurn(() => question.answer(answer)).finally(() => (isRestoring = false))
    },
    keepNow: turn,
    close: async milliseconds => {
      timer.stop()
      if (isOpen && timer.isBehind()) await within(milliseconds, turn())
    },
  }
}

/** Waits for work, but not longer than this. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise(resolve => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([work, patience])
  clearTimeout(timer)
}

async function readLibrary(
  { write }: BackupWorld,
  known: string | null,
  tell: (trouble: BackupTrouble) => void,
): Promise<BackupContent | null | 'failed'> {
  try {
    return await write(known)
  } catch (error) {
    tell({ kind: 'not-written', problem: 'library', error })
    return 'failed'
  }
}

/**
 * Writes the pictures and then the backup that names them. Where they cannot be written the backup counts all the
 * same, but under no mark: the next one tries them again.
 */
async function keepWhole(world: BackupWorld, content: BackupContent, kept: string | null): Promise<void> {
  const { folder, now, picture } = world
  try {
    await keepPictures(folder, content.pictures, picture, now())
  } catch (error) {
    await keep(folder, { ...content, mark: '' }, now(), kept)
    throw error
  }
  await keep(folder, content, now(), kept)
}

/** Writes a backup and looks whether it can be read, and only then lets older ones go. */
async function keep(folder: string, content: BackupContent, now: number, kept: string | null): Promise<void> {
  const { name } = nextName(await listBackups(folder), now)
  await writeBackupFile(folder, name, content, now)
  if (!(await readBackupFile(folder, name))) {
    await removeBackups(folder, [name])
    throw new Error(`${name} cannot be read back`)
  }
  await removeBackups(folder, outdated(await listBackups(folder), kept))
}

const notWritten = (error: unknown): BackupTrouble => {
  const code = codeOf(error)
  return {
    kind: 'not-written',
    problem: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder',
    error,
  }
}

/** The same trouble comes back every five minutes; it is told once. */
function reportOnce(report: (trouble: BackupTrouble) => void) {
  const told = new Set<string>()
  return {
    tell: (trouble: BackupTrouble): void => {
      const key = trouble.kind === 'unreadable' ? trouble.name : trouble.problem
      if (!told.has(key)) report(trouble)
      told.add(key)
    },
    forget: (): void => {
      for (const problem of ['disk-full', 'folder', 'library']) told.delete(problem)
    },
  }
}

/** @returns does one piece of work at a time, in the order given */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
