import type { QueryCondition } from '../query-tree'

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const AGE = /^([<>]?)=?(\d{1,4})\s*([hdwmy])$/i

/**
 * The moment at which a day, month or year begins in the local time zone, in milliseconds since 1970; null when the
 * text names none. Understands `2024`, `2024-03`, `2024-03-05`, `today` and `yesterday`.
 */
export function beginningOf(text: string, now: number): number | null {
  const word = text.trim().toLowerCase()
  if (word === 'today' || word === 'yesterday') return dayBefore(now, word === 'today' ? 0 : 1)
  const [, year, month = '1', day = '1'] = DATE.exec(word) ?? []
  if (year === undefined) return null
  const date = new Date(2000, 0, 1)
  date.setFullYear(Number(year), Number(month) - 1, Number(day))
  // A date that no calendar has (2024-13, 2024-02-30) would become one of the next month.
  const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day)
  return isReal ? date.getTime() : null
}

function dayBefore(now: number, days: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime()
}

/** What `<7d`, `7d` (younger) and `>2w` (older) ask for; null when the text is no age. */
export function ageCondition(text: string, now: number): QueryCondition | null {
  const [, sign, count, unit] = AGE.exec(text.trim()) ?? []
  if (count === undefined || unit === undefined) return null
  return { kind: sign === '>' ? 'before' : 'since', at: timeAgo(Number(count), unit.toLowerCase(), now) }
}

/** Months and years are those of the calendar. */
function timeAgo(count: number, unit: string, now: number): number {
  const date = new Date(now)
  if (unit === 'h') date.setTime(now - count * 3_600_000)
  else if (unit === 'd') date.setDate(date.getDate() - count)
  else if (unit === 'w') date.setDate(date.getDate() - count * 7)
  else if (unit === 'm') date.setMonth(date.getMonth() - count)
  else date.setFullYear(date.getFullYear() - count)
  return date.getTime()
}
