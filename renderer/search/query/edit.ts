import type { QueryPart } from '../query-tree'
import type { OperatorName } from './operators'
import { scan } from './scan'

type Range = Pick<QueryPart, 'start' | 'end'>

/** What may stand in a value without quotation marks. */
const PLAIN_VALUE = /^[\p{L}\p{N}<>=][\p{L}\p{M}\p{N}<>=*./_-]*$/u
const QUOTATION_MARKS = /["\u201c-\u201f\u00ab\u00bb\u300a-\u300f\u301d-\u301f\u275d\u275e\uff02\s]+/gu
const CLOSING = /^\s*[)\uff09]/u
/** What joined a part with the one before or behind it. */
const OR_BEFORE = /(?:OR|[|\uff5c])\s*$/u
const OR_AFTER = /^\s*(?:OR(?=[\s()|;,:\uff08\uff09\uff1b\uff5c]|$)|[|\uff5c])/u

/** A query without one of its parts, and without the `OR` and the parentheses that it leaves over. */
export function removePart(text: string, part: Range): string {
  let before = text.slice(0, part.start)
  let after = text.slice(part.end)
  while (CLOSING.test(after) || after.trim() === '') {
    const outside = withoutOpening(before)
    if (outside === null) break
    before = outside
    after = after.replace(CLOSING, '')
  }
  if (scan(before).at(-1)?.kind === 'or') before = before.replace(OR_BEFORE, '')
  else after = after.replace(OR_AFTER, '')
  return joinTexts(before, after).trim()
}

/** What stands before a group that was just opened, its minus and its operator left out; null where none was. */
function withoutOpening(text: string): string | null {
  const last = scan(text).at(-1)
  return last?.kind === 'group' && text.slice(last.end).trim() === '' ? text.slice(0, last.start) : null
}

/** A query with something else in the place of a part. */
export function replacePart(text: string, part: Range, replacement: string): string {
  return joinTexts(joinTexts(text.slice(0, part.start), replacement), text.slice(part.end))
}

/**
 * A query with one more operator, in front: behind, it would end the word that is being typed, or stand in a phrase that
 * is not closed. One that is there already stays alone.
 */
export function addOperator(text: string, operator: OperatorName, value: string): string {
  const added = operatorText(operator, value)
  const isThere = scan(text).some(
    piece => piece.kind === 'term' && text.slice(piece.start, piece.end) === added,
  )
  return isThere ? text : joinTexts(added, text)
}

/** An operator with its value as one types it: in quotation marks when they are needed. */
export function operatorText(operator: OperatorName, value: string): string {
  const plain = value.replace(QUOTATION_MARKS, ' ').trim()
  return `${operator}:${PLAIN_VALUE.test(plain) ? plain : `"${plain}"`}`
}

/** Parts that only a removed one kept apart stay apart. */
function joinTexts(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  return /[\s(|\uff08\uff5c]$/u.test(before) || /^[\s)|\uff09\uff5c]/u.test(after)
    ? before + after
    : `${before} ${after}`
}
