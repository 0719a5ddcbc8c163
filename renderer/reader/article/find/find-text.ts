import type { Mark } from '../../../search'
import { fold } from '../../../text'

/** A text as it is compared, with the way back. */
interface FoldedText {
  readonly text: string
  /** For each code unit of the folded text where in the original one it begins; one more for the end. */
  readonly starts: Uint32Array
}

/** A letter with its marks, or white space of any length: each is folded by itself. */
const UNIT = /\s+|\P{M}\p{M}*|\p{M}+/gu

/**
 * Where a text has what is looked for: inside words too, whatever the case, the accents and the white space.
 *
 * @returns ascending and without overlaps
 */
export function occurrencesOf(text: string, wanted: string): readonly Mark[] {
  const needle = foldWithPlaces(wanted).text.trim()
  if (!needle) return []
  const folded = foldWithPlaces(text)
  const found: Mark[] = []
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + needle.length)) {
    const start = folded.starts[at] ?? 0
    found.push({ start, end: endOf(folded, at + needle.length) })
  }
  return found
}

/** A letter of which only a part was looked for (`s` of `ß`) is marked whole. */
function endOf({ starts }: FoldedText, end: number): number {
  const last = starts[end - 1] ?? 0
  let next = end
  while (starts[next] === last && next < starts.length - 1) next++
  return starts[next] ?? last
}

function foldWithPlaces(text: string): FoldedText {
  const units: string[] = []
  const starts: number[] = []
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    const folded = foldUnit(unit)
    units.push(folded)
    for (let at = 0; at < folded.length; at++) starts.push(index)
  }
  starts.push(text.length)
  return { text: units.join(''), starts: Uint32Array.from(starts) }
}

const APOSTROPHE = /[\u2018\u2019\u02bc]/u
const QUOTATION_MARK = /[\u201c-\u201f\u00ab\u00bb]/u
const DASH = /[\u2010-\u2015]/u

/** Marks that no keyboard has are those that it has. */
function foldUnit(unit: string): string {
  if (/^\s/u.test(unit)) return ' '
  if (APOSTROPHE.test(unit)) return "'"
  if (QUOTATION_MARK.test(unit)) return '"'
  return DASH.test(unit) ? '-' : fold(unit)
}
