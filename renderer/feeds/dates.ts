import { monthNumber } from './months'

/** No date is longer; what is, is something else. */
const LONGEST = 100

const MINUTE = 60_000

/** Zones by name, in minutes east of Greenwich; other names count as UTC. RFC 822 section 5, and the usual others. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BST: 60,
  IST: 330,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  AEST: 600,
  AEDT: 660,
  ACST: 570,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
  ART: -180,
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 }

/**
 * The time that a feed means, in milliseconds since the epoch, or null when the text names no day that exists.
 *
 * Read are RFC 3339 and its looser relatives (`2024-11-27 11:27`, `20241127T112700Z`, `2024-332`), RFC 822 and 2822
 * with wrong day names, two-digit years and zones by name or number, `Nov 27, 2024 11:27 AM`, `11/27/2024`,
 * `27.11.2024`, `2024年11月27日`, months in some twenty languages and Unix time. Without a zone it is UTC.
 */
export function parseDate(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > LONGEST) return null
  if (/^\d{9,10}$/.test(trimmed)) return Number(trimmed) * 1000
  if (/^\d{12,13}$/.test(trimmed)) return Number(trimmed)
  const { clock, rest } = takeClock(trimmed)
  const day = readDay(rest)
  if (!day || !clock) return null
  return toTime(day, clock, readZone(rest))
}

function toTime({ year, month, day }: Day, clock: Clock, zone: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // A 31 June is a mistake of the feed, not the first of July.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const time =
    date.getTime() + ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + clock.millisecond
  return time - zone * MINUTE
}

/** The time of day, and the text with a blank in its place; midnight without one, null for an impossible one. */
function takeClock(text: string): { readonly clock: Clock | null; readonly rest: string } {
  const compact = /^(\d{4}-?\d{2}-?\d{2})T(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?(?![\d:])/i.exec(text)
  if (compact) {
    const [whole, date = '', hour, minute, second, fraction] = compact
    return { clock: toClock(hour, minute, second, fraction, ''), rest: `${date} ${text.slice(whole.length)}` }
  }
  const pattern =
    /(?:^|[^\d.:])(\d{1,2})\s?[:h时時시]\s?(\d{1,2})(?:\s?[:分분m]\s?(\d{1,2})(?:[.,:](\d{1,9}))?)?[秒초분分]?(?:\s{0,2}([ap])\.?m\b\.?)?/i
  const match = pattern.exec(text) ?? /(?:^|[\s,T])(\d{1,2})()()()\s?([ap])\.?m\b\.?/i.exec(text)
  if (!match) return { clock: MIDNIGHT, rest: text }
  const [whole, hour, minute, second, fraction, half = ''] = match
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`
  return { clock: toClock(hour, minute, second, fraction, half.toLowerCase()), rest }
}

function toClock(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  half: string,
): Clock | null {
  const written = Number(hour)
  const noon = half === 'p' && written < 12 ? 12 : half === 'a' && written === 12 ? -12 : 0
  const clock = {
    hour: written + noon,
    minute: Number(minute || 0),
    second: Number(second || 0),
    millisecond: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
  }
  return clock.hour > 24 || clock.minute > 59 || clock.second > 60 ? null : clock
}

/** Each form of a day, the clearest first. */
function readDay(text: string): Day | null {
  return readIsoDay(text) ?? readNamedDay(text) ?? readNumberedDay(text)
}

function readIsoDay(text: string): Day | null {
  const ordinal = /^(\d{4})-?(\d{3})(?!\d)/.exec(text)
  if (ordinal) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]))
  const dashed = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(text)
  const match =
    dashed ??
    /(?:^|\D)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    /^(\d{4})()()$/.exec(text)
  if (!match) return null
  return checkedDay(Number(match[1]), Number(match[2] || 1), Number(match[3] || 1))
}

function fromOrdinal(year: number, ordinal: number): Day | null {
  const date = new Date(0)
  date.setUTCFullYear(year, 0, ordinal)
  if (ordinal < 1 || date.getUTCFullYear() !== year) return null
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `27 Nov 2024`, `Nov 27, 2024`, `27-Nov-24`, `Wed Nov 27 2024`, `27 de noviembre de 2024`. */
function readNamedDay(text: string): Day | null {
  const zoneless = text.replace(/(?:^|\s)[+-]\d{2}:?\d{2}(?!\d)/g, ' ')
  const words = (zoneless.match(/\p{L}[\p{L}\p{M}]{2,20}|\d{1,4}(?!\d)/gu) ?? []).filter(isDayWord)
  const at = words.findLastIndex((word, index) => isMonthWord(word) && nextToNumber(words, index))
  if (at < 0) return null
  const month = monthNumber(words[at] ?? '')
  const before = numberAt(words, at - 1)
  const [after, later] = [words[at + 1], words[at + 2]]
  if (month === null) return null
  if (before !== null && before > 31) return after ? checkedDay(before, month, Number(after)) : null
  if (before !== null && after) return checkedDay(fullYear(after), month, before)
  return after && later ? checkedDay(fullYear(later), month, Number(after)) : null
}

function isDayWord(word: string): boolean {
  return /^\d/.test(word) || isMonthWord(word)
}

function isMonthWord(word: string): boolean {
  return !/^\d/.test(word) && monthNumber(word) !== null
}

/** Words such as Mar(di) and Mar(tedì) are days of the week unless a number stands beside them. */
function nextToNumber(words: readonly string[], index: number): boolean {
  return (
    numberAt(words, index - 1) !== null ||
    (numberAt(words, index + 1) !== null && numberAt(words, index + 2) !== null)
  )
}

function numberAt(words: readonly string[], index: number): number | null {
  const word = words[index]
  return word !== undefined && /^\d/.test(word) ? Number(word) : null
}

/** `11/27/2024` as in the United States unless the first number can be no month; `27.11.2024` day first. */
function readNumberedDay(text: string): Day | null {
  const match = /(?:^|[^\d])(\d{1,2})([-/.])(\d{1,2})\2\s?(\d{2,4})(?!\d)/.exec(text)
  if (!match) return null
  const [, first = '', separator, second = '', year = ''] = match
  const dayFirst = separator === '.' || Number(first) > 12
  const [day, month] = dayFirst ? [first, second] : [second, first]
  return checkedDay(fullYear(year), Number(month), Number(day))
}

/** RFC 2822, section 4.3: 00–49 are this century, 50–99 and three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year + (year < 50 ? 2000 : 1900)
  return digits.length === 3 ? year + 1900 : year
}

function checkedDay(year: number, month: number, day: number): Day | null {
  // Year 1 is what some programs write for no date at all.
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

/** The zone in minutes east of Greenwich, read from what the time of day left over. */
function readZone(text: string): number {
  const number = /(?:^|[\sTZ]|GMT|UTC?)([+\u2212-])(\d{1,2}):?(\d{2})?(?=[\s(]|$)/i.exec(text.trim())
  if (number) {
    const [, sign, hours = '0', minutes = '0'] = number
    const offset = Number(hours) * 60 + Number(minutes)
    return offset > 15 * 60 ? 0 : sign === '+' ? offset : -offset
  }
  const names = text.match(/\b[A-Za-z]{1,5}\b/g) ?? []
  for (const name of names.reverse()) {
    const zone = ZONES[name.toUpperCase()]
    if (zone !== undefined) return zone
  }
  return 0
}
