const LATEST = Date.UTC(2200, 0, 1)
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})? ?(Z|UTC|([+-]\d{2}):?(\d{2}))?)?$/i

/**
 * A moment as lists write it: seconds, milliseconds or microseconds since 1970, whichever gives a date of our times, or
 * ISO 8601 with or without a colon in its zone; without a zone it is UTC.
 *
 * @returns milliseconds since 1970; null when it says nothing, or nothing credible
 */
export function momentOf(written: unknown): number | null {
  if (typeof written === 'number') return credible(written)
  if (typeof written !== 'string' || written.length > 60) return null
  const text = written.trim()
  return /^\d{1,17}(?:\.\d+)?$/.test(text) ? credible(Number(text)) : isoMoment(text)
}

function credible(number: number): number | null {
  const milliseconds = number < 1e11 ? number * 1_000 : number < 1e14 ? number : number / 1_000
  return milliseconds > 0 && milliseconds < LATEST ? Math.round(milliseconds) : null
}

function isoMoment(text: string): number | null {
  const match = ISO.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(part => Number(part ?? 0))
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const hours = match[8] ?? '+00'
  const offset = (Math.abs(Number(hours)) * 60 + Number(match[9] ?? 0)) * (hours.startsWith('-') ? -1 : 1)
  return credibleTime(time - offset * 60_000)
}

const credibleTime = (time: number): number | null => (time > 0 && time < LATEST ? time : null)
