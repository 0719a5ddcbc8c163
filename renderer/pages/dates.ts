/** A date as a document writes it. */
export interface WrittenDate {
  /** Milliseconds since 1970; local time where the text names no zone. */
  readonly published: number
  /** The text of the date alone. */
  readonly text: string
  /** What follows it. */
  readonly rest: string
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Languages whose names of months are read; where two disagree on a word, the first one wins. */
const LANGUAGES =
  'en de fr es it pt nl ru uk pl tr az sv da nb fi cs sk bg sr-Latn sr ro hu el ka hy et lv id vi ca sl'.split(
    ' ',
  )
const LONGEST = 160

let months: ReadonlyMap<string, number> | null = null

/** Names of months in the forms that dates use, from the platform's own tables. */
function monthNames(): ReadonlyMap<string, number> {
  if (months) return months
  const names = new Map<string, number>()
  for (const language of LANGUAGES)
    for (const width of ['long', 'short'] as const)
      for (const options of [{ month: width }, { month: width, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2024, month - 1, 15))
          const name = foldName(parts.find(part => part.type === 'month')?.value ?? '')
          if (name !== '' && !names.has(name)) names.set(name, month)
        }
      }
  // A common short form that the tables do not have.
  names.set('sept', 9)
  months = names
  return names
}

const foldName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

const DAY_MONTH_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -]?(?:de |of |d')?([\p{L}\p{M}]{2,20})\.?,?[ -](?:de |del |of )?(\d{4})(?: г\.| год[а]?| р\.)?/iu
const MONTH_DAY_YEAR = /^([\p{L}\p{M}]{2,20})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/iu
const YEAR_MONTH_DAY = /^(\d{4})(?:[-/.]|年 ?|년 ?)(\d{1,2})(?:[-/.]|月 ?|월 ?)(\d{1,2})(?:日|일)?(?!\d)/
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const TIME =
  /^(?:T|[,;|·–— -]{0,8}(?:(?:at|à|um|a las|às|alle|ore|om|kl\.?|klo|в|о|saat) ?)?)(\d{1,2})(?:[:h時시] ?|\.(?=\d\d(?!\d)))(\d{2})?(?:[:分분](\d{2})?)?(?:\.\d{1,9})?(?!\d)/iu
const HALF = /^ ?([ap])\.?m\b\.?/i
const ZONE = /^ ?(?:\(?(Z|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MSK)\b\)?)?([+-]\d{2}):?(\d{2})?/i
const NAMED_ZONE = /^ ?\(?(Z|UTC|GMT|BST|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MSK)\b\)?/i
const HOUR_WORD = /^ ?(?:Uhr|hrs?|h|ч\.?)\b/iu
const ZONES: Readonly<Record<string, number>> = {
  BST: 1,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  MSK: 3,
}

/**
 * The date at the start of a text, with its time where there is one: "27 November 2024, 11:27", "Nov. 27, 2024 at
 * 11:27 AM", "27.11.2024 11:27 Uhr", "27 ноября 2024 г., 11:27", "2024-11-27T11:27:00+02:00", "2024年11月27日". Up to
 * three words may stand before it ("Published: Wednesday, …"). Numbers alone are day before month unless only the
 * other way gives a date.
 */
export function dateAtStart(text: string): WrittenDate | null {
  const line = text
    .slice(0, LONGEST * 2)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  const start = startOfDate(line)
  const dated = start < 0 ? null : (named(line.slice(start)) ?? numeric(line.slice(start)))
  if (!dated) return null
  const timed = withTime(dated.parts, line.slice(start + dated.length))
  if (timed === null) return null
  const end = start + dated.length + timed.length
  return { published: timed.published, text: line.slice(start, end), rest: line.slice(end) }
}

/** A line that is a date and nothing else, as datelines and attributes are; null for longer texts. */
export function wholeDate(text: string): WrittenDate | null {
  const date = text.length > LONGEST ? null : dateAtStart(text)
  return date && !/[\p{L}\p{N}]/u.test(date.rest) ? date : null
}

/** Where the date begins: at once, or after at most three words and their punctuation. */
function startOfDate(line: string): number {
  let start = 0
  for (let words = 0; words <= 3; words++) {
    const rest = line.slice(start)
    if (/^\d/.test(rest) || MONTH_DAY_YEAR.test(rest)) return start
    const word = /^[\p{L}\p{M}.'’]{1,20}[:,|]?[ ]?/u.exec(rest)?.[0]
    if (word === undefined) return -1
    start += word.length
  }
  return -1
}

interface Dated {
  readonly parts: Parts
  readonly length: number
}

function named(text: string): Dated | null {
  const first = DAY_MONTH_YEAR.exec(text)
  const [whole, day, name, year] = first ?? []
  const other = first ? null : MONTH_DAY_YEAR.exec(text)
  const month = monthNames().get(foldName(name ?? other?.[1] ?? ''))
  if (month === undefined) return null
  return valid(
    { year: Number(year ?? other?.[3]), month, day: Number(day ?? other?.[2]) },
    whole ?? other?.[0] ?? '',
  )
}

function numeric(text: string): Dated | null {
  const [iso, year, month, day] = YEAR_MONTH_DAY.exec(text) ?? []
  if (iso !== undefined) return valid({ year: Number(year), month: Number(month), day: Number(day) }, iso)
  const [whole, first, second, last] = NUMBERS.exec(text) ?? []
  if (whole === undefined) return null
  const [one, two] = [Number(first), Number(second)]
  const parts = { year: Number(last), month: two, day: one }
  return valid(parts, whole) ?? valid({ ...parts, month: one, day: two }, whole)
}

function valid(parts: Parts, text: string): Dated | null {
  const { year, month, day } = parts
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return year >= 1800 && year <= 2200 && exists ? { parts, length: text.length } : null
}

/** The moment, and the length of the text of its time and zone. */
function withTime({ year, month, day }: Parts, text: string): { published: number; length: number } | null {
  const midnight = { published: new Date(year, month - 1, day).getTime(), length: 0 }
  const time = TIME.exec(text)
  if (!time) return midnight
  let length = time[0].length
  const half = HALF.exec(text.slice(length))
  length += half?.[0].length ?? 0
  length += HOUR_WORD.exec(text.slice(length))?.[0].length ?? 0
  const stated = Number(time[1])
  const hour = half ? (stated % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0) : stated
  const [minute, second] = [Number(time[2] ?? 0), Number(time[3] ?? 0)]
  if (hour > 24 || minute > 59 || second > 60) return midnight
  const zone = zoneOf(text.slice(length))
  if (!zone) return { published: new Date(year, month - 1, day, hour, minute, second).getTime(), length }
  const published = Date.UTC(year, month - 1, day, hour, minute, second) - zone.minutes * 60_000
  return { published, length: length + zone.length }
}

function zoneOf(text: string): { minutes: number; length: number } | null {
  const offset = ZONE.exec(text)
  if (offset) {
    const hours = Number(offset[2])
    const sign = offset[2]?.startsWith('-') ? -1 : 1
    return { minutes: hours * 60 + sign * Number(offset[3] ?? 0), length: offset[0].length }
  }
  const name = NAMED_ZONE.exec(text)
  // "ET" is either of two: left to the machine's zone would be wrong for more people than standard time is.
  return name
    ? {
        minutes: (ZONES[name[1]?.toUpperCase() ?? ''] ?? (/^ET$/i.test(name[1] ?? '') ? -5 : 0)) * 60,
        length: name[0].length,
      }
    : null
}
