/** Times are in milliseconds. */
export interface BackupPauses {
  /** A backup is made so long after the last change. */
  readonly quiet: number
  /** But changes that never end do not put it off for longer than this, and two are never closer. */
  readonly apart: number
  /** Without any change, one is made in this time all the same: the newest file may have become unreadable. */
  readonly daily: number
  /** Backups of a very large library take no more than this part of the time. */
  readonly share: number
}

const MINUTE = 60_000
export const PAUSES: BackupPauses = {
  quiet: MINUTE / 2,
  apart: 5 * MINUTE,
  daily: 24 * 60 * MINUTE,
  share: 0.01,
}

/** What is known of changes and backups, in milliseconds since some beginning. */
export interface BackupTimes {
  /** The first and the last change that no backup holds; null for none. */
  readonly changes: { readonly first: number; readonly last: number } | null
  /** When the last backup began, whether it succeeded or not, and how long it took. */
  readonly last: number
  readonly took: number
}

/** @returns when the next backup is to be made */
export function nextBackup({ changes, last, took }: BackupTimes, pauses: BackupPauses): number {
  if (!changes) return last + pauses.daily
  const wanted = Math.min(changes.last + pauses.quiet, Math.max(changes.first, last) + pauses.apart)
  return Math.max(wanted, last + Math.max(pauses.apart, Math.min(pauses.daily, took / pauses.share)))
}

/** Makes backups when they are due. */
export interface BackupTimer {
  /** Something changed. */
  changed(): void
  /** Whether something changed that no backup holds yet. */
  isBehind(): boolean
  stop(): void
}

/**
 * @param make makes a backup, and says whether what changed is kept now; it must not reject
 * @returns a timer that runs
 */
export function createBackupTimer(
  make: () => Promise<boolean>,
  pauses: BackupPauses = PAUSES,
  now: () => number = () => performance.now(),
): BackupTimer {
  let times: BackupTimes = { changes: null, last: now() - pauses.apart, took: 0 }
  let timer: NodeJS.Timeout | undefined
  let busy = false
  let stopped = false

  const schedule = (): void => {
    clearTimeout(timer)
    if (busy || stopped) return
    timer = setTimeout(() => void turn(), Math.max(0, nextBackup(times, pauses) - now()))
    // The program does not stay for the sake of a backup; its end makes one by itself.
    timer.unref()
  }
  const turn = async (): Promise<void> => {
    busy = true
    const began = now()
    const before = times.changes
    times = { ...times, changes: null }
    const made = await make()
    // What was not made is still due.
    const changes = made || !before ? times.changes : { ...before, last: times.changes?.last ?? before.last }
    times = { changes, last: began, took: now() - began }
    busy = false
    schedule()
  }
  schedule()
  return {
    changed: () => {
      times = { ...times, changes: { first: times.changes?.first ?? now(), last: now() } }
      schedule()
    },
    isBehind: () => busy || times.changes !== null,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
