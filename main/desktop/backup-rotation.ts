import type { BackupName } from './backup-files'

const NEWEST = 2
const DAYS = 7
const WEEKS = 4
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * Which backups may go. The two newest stay, the newest of each of the last seven days that have one, and of each of
 * the last four weeks that have one. Nothing goes because of its age alone: who was away for a year has all of them.
 *
 * @param newestFirst all backups
 * @param kept a backup that stays, whatever its age
 * @returns names
 */
export function outdated(newestFirst: readonly BackupName[], kept: string | null): readonly string[] {
  const days = new Set<string>()
  const weeks = new Set<number>()
  return newestFirst.flatMap(({ name, day }, index) => {
    const isNewest = index < NEWEST
    const isOfDay = takePlace(days, day, DAYS)
    const isOfWeek = takePlace(weeks, weekOf(day), WEEKS)
    return isNewest || isOfDay || isOfWeek || name === kept ? [] : [name]
  })
}

/** @returns whether this is the first of its kind, and there was still a place */
function takePlace<Key>(taken: Set<Key>, key: Key, places: number): boolean {
  if (taken.has(key) || taken.size >= places) return false
  taken.add(key)
  return true
}

const weekOf = (day: string): number => Math.floor(Date.parse(day) / DAY_MILLISECONDS / 7)
