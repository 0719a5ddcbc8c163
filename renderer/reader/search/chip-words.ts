import type { ParsedQuery, QueryPart } from '../../search'
import type { Format, Strings } from '../strings'

/** A part of a query, or several words beside one another, as the person sees it. */
export interface Chip {
  readonly start: number
  readonly end: number
  /** What it asks for, in words. */
  readonly words: string
  /** Why it does not count; null when it does. */
  readonly problem: string | null
}

interface Wording {
  readonly strings: Strings
  readonly format: Format
}

/** What a query asks for, part by part. Words that follow one another are one chip. */
export function chipsOf(query: string, { parts }: ParsedQuery, wording: Wording): readonly Chip[] {
  const chips: Chip[] = []
  let last: QueryPart | null = null
  for (const part of parts) {
    const before = chips.at(-1)
    const { start, end } = part
    if (before && last && isWord(last) && isWord(part) && !query.slice(last.end, start).trim())
      chips[chips.length - 1] = { ...before, end, words: query.slice(before.start, end) }
    else chips.push({ start, end, words: wordsOf(part, query, wording), problem: problemOf(part, wording) })
    last = part
  }
  return chips
}

const isWord = ({ operator, negated }: QueryPart): boolean => operator === null && !negated

function wordsOf(part: QueryPart, query: string, wording: Wording): string {
  const { chips } = wording.strings.search
  const { operator, value, negated, start, end } = part
  if (operator === null) return negated ? chips.not(value) : query.slice(start, end)
  const words = meaningOf(operator, value.trim(), wording)
  return negated ? chips.not(words) : words
}

/** What an operator asks for; as it was typed where it is not understood. */
function meaningOf(operator: string, value: string, { strings, format }: Wording): string {
  const { chips } = strings.search
  const plain = chips.other(operator, value || chips.nothing)
  switch (operator) {
    case 'is':
    case 'has':
      return chips[operator][value.toLowerCase()] ?? plain
    case 'source':
    case 'author':
    case 'said':
    case 'title':
    case 'tag':
      return chips[operator](value || chips.nothing)
    case 'lang':
      return value
        ? chips.lang(TAG.test(value) ? format.language(value.toLowerCase().replaceAll('_', '-')) : value)
        : plain
    case 'after':
      return value ? chips.since(dayIn(value, format)) : plain
    case 'before':
      return value ? chips.before(dayIn(value, format)) : plain
    case 'age':
      return ageIn(value, chips) ?? plain
    default:
      return plain
  }
}

/** Else the language is named by its name. */
const TAG = /^[a-z]{2,3}([-_][a-z\d]+)*$/i
const DATE = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/
/** What comes after it no calendar has. */
const LAST_MONTH = 12

/** A day or a month as the locale writes it; what else was typed as it is. */
function dayIn(value: string, format: Format): string {
  const [, year, month, day] = DATE.exec(value) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > LAST_MONTH) return value
  const at = new Date(Number(year), Number(month) - 1, Number(day ?? 1)).getTime()
  return day === undefined ? format.month(at) : format.day(at)
}

const AGE = /^([<>]?)=?(\d{1,4})\s*([hdwmy])$/i

function ageIn(value: string, chips: Strings['search']['chips']): string | null {
  const [, sign, number, unit = ''] = AGE.exec(value) ?? []
  const age = chips.ages[unit.toLowerCase()]?.(Number(number))
  if (!age) return null
  return sign === '>' ? chips.older(age) : chips.younger(age)
}

function problemOf({ operator, problem }: QueryPart, { strings }: Wording): string | null {
  if (problem === null) return null
  const { notYet, problems } = strings.search
  return (problem === 'not-yet' && operator !== null && notYet[operator]) || problems[problem]
}
