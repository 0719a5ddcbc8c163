import type { Mark } from '../../../search'
import { fold } from '../../../text'

/** A text as it is compared, with the way back. */
export interface FoldedText {
  readonly text: string
  /** For each code unit of the folded text where in the original one it begins; one more for the end. */
  readonly starts: Uint32Array
}

/** A letter with its marks, or white space of any length: each is folded by itself. */
const UNIT = /\s+|\P{M}\p{M}*|\p{M}+/uy
/** The first sign that can be a mark of the letter before it. */
const FIRST_MARK = 0x300
const ASCII = 0x80

/** @returns a text as `occurrencesIn` looks through it: without case, accents, and differences of white space */
export function foldText(text: string): FoldedText {
  const units: string[] = []
  const starts: number[] = []
  for (let at = 0; at < text.length;) {
    const unit = unitAt(text, at)
    const folded = foldUnit(unit)
    units.push(folded)
    for (let index = 0; index < folded.length; index++) starts.push(at)
    at += unit.length
  }
  starts.push(text.length)
  return { text: units.join(''), starts: Uint32Array.from(starts) }
}

/**
 * Where a text has what is looked for: inside words too.
 *
 * @returns ascending and without overlaps
 */
export function occurrencesIn(folded: FoldedText, wanted: string): readonly Mark[] {
  const needle = foldText(wanted).text.trim()
  if (!needle) return []
  const found: Mark[] = []
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + needle.length))
    found.push({ start: folded.starts[at] ?? 0, end: endOf(folded, at + needle.length) })
  return found
}

/** A letter of which only a part was looked for (`s` of `ß`) is marked whole. */
function endOf({ starts }: FoldedText, end: number): number {
  const last = starts[end - 1] ?? 0
  let next = end
  while (starts[next] === last && next < starts.length - 1) next++
  return starts[next] ?? last
}

function unitAt(text: string, at: number): string {
  const code = text.charCodeAt(at)
  const isPlain = code > 0x20 && code < ASCII && !(text.charCodeAt(at + 1) >= FIRST_MARK)
  if (isPlain) return text.charAt(at)
  UNIT.lastIndex = at
  return UNIT.exec(text)?.[0] ?? text.charAt(at)
}

const APOSTROPHE = /[\u2018\u2019\u02bc]/u
const QUOTATION_MARK = /[\u201c-\u201f\u00ab\u00bb]/u
const DASH = /[\u2010-\u2015]/u

/** Marks that no keyboard has are those that it has. */
function foldUnit(unit: string): string {
  if (unit.charCodeAt(0) < ASCII && unit.length === 1 && unit > ' ') return unit.toLowerCase()
  if (/^\s/u.test(unit)) return ' '
  if (APOSTROPHE.test(unit)) return "'"
  if (QUOTATION_MARK.test(unit)) return '"'
  return DASH.test(unit) ? '-' : fold(unit)
}
