/** Dates and numbers as the person's locale writes them. */
export interface Format {
  readonly number: (value: number) => string
  /** What something takes, in the largest unit of which it has one: `1.4 GB`. */
  readonly bytes: (value: number) => string
  /** A moment in a list: today its time, this year day and month, else with the year. In milliseconds since 1970. */
  readonly moment: (time: number, now: number) => string
  /** A moment to the minute: today its time, else day, month and time. In milliseconds since 1970. */
  readonly minute: (time: number, now: number) => string
  /** A day without a time. */
  readonly day: (time: number) => string
  /** A month without a day. */
  readonly month: (time: number) => string
  /** What a language is called; the tag itself where it has no name. @param tag BCP 47 */
  readonly language: (tag: string) => string
  /** Date and time in full, for the head of an article. */
  readonly dateline: (time: number) => string
  /** The same for machines: an ISO 8601 date. */
  readonly machine: (time: number) => string
}

/**
 * Makes the formats of a locale.
 *
 * @param locale BCP 47 tag
 * @param timeZone IANA name; that of the machine unless told
 */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone ? { timeZone } : {}
  const numbers = new Intl.NumberFormat(locale)
  const time = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' })
  const day = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short' })
  const dayOfYear = new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const month = new Intl.DateTimeFormat(locale, { ...zone, month: 'long', year: 'numeric' })
  const full = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'long', timeStyle: 'short' })
  // One fixed calendar, so that days and years can be compared as text.
  const calendar = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return {
    number: value => numbers.format(value),
    bytes: value => bytesIn(locale, value),
    moment: (at, now) => {
      const [then, today] = [calendar.format(at), calendar.format(now)]
      if (then === today) return time.format(at)
      return then.slice(0, 4) === today.slice(0, 4) ? day.format(at) : dayOfYear.format(at)
    },
    minute: (at, now) =>
      calendar.format(at) === calendar.format(now) ? time.format(at) : dayAndTime.format(at),
    day: at => dayOfYear.format(at),
    month: at => month.format(at),
    language: tag => languageIn(locale, tag),
    dateline: at => full.format(at),
    machine: at => new Date(at).toISOString(),
  }
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const STEP = 1024

/** In steps of 1,024, as the budget is counted. */
function bytesIn(locale: string, value: number): string {
  const power = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log(Math.max(1, value)) / Math.log(STEP))),
  )
  const shown = value / STEP ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: shown < 10 && power > 1 ? 1 : 0,
  }).format(shown)
}

function languageIn(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    // Not the form of a tag: somebody is typing one.
    return tag
  }
}
