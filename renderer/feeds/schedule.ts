import type { Refresh } from './types'

const DAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
}

/** The words of a feed about its schedule, as written; `''` for what it leaves out. */
export interface ScheduleWords {
  readonly ttl: string
  readonly hours: readonly string[]
  readonly days: readonly string[]
  readonly period: string
  readonly frequency: string
}

export const NO_SCHEDULE: Refresh = {
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  updatePeriodMinutes: null,
}

/** RSS 2.0 `ttl`, `skipHours`, `skipDays` and the syndication module's period over frequency. */
export function readSchedule(words: ScheduleWords): Refresh {
  const hours = words.hours.map(positiveNumber).filter(hour => hour !== null)
  const days = words.days
    .map(day => DAYS.indexOf(day.trim().slice(0, 3).toLowerCase()))
    .filter(day => day >= 0)
  const period = PERIODS[words.period.trim().toLowerCase()]
  return {
    ttlMinutes: positiveNumber(words.ttl) || null,
    // RSS 0.91 counts the hours 1–24, later versions 0–23: 24 is midnight.
    skipHours: distinct(hours.filter(hour => hour <= 24).map(hour => hour % 24)),
    skipDays: distinct(days),
    updatePeriodMinutes:
      period === undefined ? null : Math.round(period / (positiveNumber(words.frequency) || 1)),
  }
}

/** A whole number that is not negative; null for anything else. */
export function positiveNumber(text: string): number | null {
  return /^\s{0,20}\d{1,15}\s{0,20}$/.test(text) ? Number(text) : null
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((first, second) => first - second)
}
