import { operatorOf } from './operators'
import type { OperatorName } from './operators'

/** A word, a phrase or an operator as it was typed. Places are UTF-16 code units, `end` exclusive. */
export interface TypedTerm {
  readonly kind: 'term'
  readonly start: number
  readonly end: number
  readonly negated: boolean
  /** Its own, else that of the group it stands in: `title:(a b)` is `title:a title:b`. */
  readonly operator: OperatorName | null
  /** The operator is that of a group. */
  readonly grouped: boolean
  /** Where its words stand, without quotation marks. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly quoted: boolean
  /** Nothing was typed after it, so its last word may be unfinished. */
  readonly open: boolean
}

/** What a query is made of. */
export type Piece =
  | TypedTerm
  | { readonly kind: 'group'; readonly start: number; readonly end: number; readonly negated: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'or' }

/** These separate words; a comma or colon between digits (`40,000`, `11:27`) does not. */
const BREAK = /[\s;|()\uff08\uff09\uff1b\uff5c]/u
const BREAK_OUTSIDE_NUMBERS = /[,:\uff0c\u3001\uff1a]/u
const DIGIT = /\p{Nd}/u
const MINUS = /[-\u2212\uff0d]/u
const OPENING = /[(\uff08]/u
const CLOSING = /[)\uff09]/u
const BAR = /[|\uff5c]/u
const STAR = /[*\uff0a]/u
/** Any of them opens a phrase at the beginning of a word, and any of them closes it. */
const PHRASE_MARK = /["\u201c-\u201f\u00ab\u00bb\u300a-\u300f\u301d-\u301f\u275d\u275e\uff02]/u
/** They open a phrase only when a closing one ends a word further on: else they are apostrophes. */
const SINGLE_MARK = /[\u2018\u201a\u2039]/u
const SINGLE_CLOSING = /[\u2018\u2019\u203a]/u
const OPERATOR = /([a-z]{2,10})[:\uff1a]/iuy
const ADDRESS = /[a-z][a-z\d+.-]{1,15}:\/\//iuy

/** Cuts what was typed into pieces, in order; never fails, linear but for single quotation marks. */
export function scan(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  /** The operators of the groups that are open. */
  const groups: (OperatorName | null)[] = []
  let at = 0
  while (at < text.length) {
    const negated = isMinus(text, at)
    const begin = negated ? at + 1 : at
    const character = text.charAt(begin)
    const outer = groups.at(-1) ?? null
    const opened = operatorOfGroup(text, begin)
    if (opened !== null || OPENING.test(character)) {
      const end = begin + (opened === null ? 1 : opened.length + 2)
      pieces.push({ kind: 'group', start: at, end, negated })
      groups.push(opened ?? outer)
      at = end
      continue
    }
    if (CLOSING.test(character)) {
      pieces.push({ kind: 'end' })
      groups.pop()
    } else if (BAR.test(character) || (!negated && isOr(text, begin))) pieces.push({ kind: 'or' })
    else if (!isBreak(text, begin)) {
      const term = termAt(text, at, begin, outer)
      pieces.push(term)
      at = term.end
      continue
    }
    at = begin + (isOr(text, begin) ? 2 : 1)
  }
  return pieces
}

/** A minus where a word could begin, and not before nothing. */
function isMinus(text: string, at: number): boolean {
  if (!MINUS.test(text.charAt(at))) return false
  const next = text.charAt(at + 1)
  return next !== '' && !MINUS.test(next) && (OPENING.test(next) || !isBreak(text, at + 1))
}

function isOr(text: string, at: number): boolean {
  return text.startsWith('OR', at) && (at + 2 === text.length || isBreak(text, at + 2))
}

function isMark(character: string): boolean {
  return PHRASE_MARK.test(character)
}

/** Whether a character separates words. */
function isBreak(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (BREAK.test(character)) return true
  if (!BREAK_OUTSIDE_NUMBERS.test(character)) return false
  return !(DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1)))
}

function termAt(text: string, start: number, begin: number, outer: OperatorName | null): TypedTerm {
  const own = operatorAt(text, begin)
  const valueAt = own ? begin + own.length + 1 : begin
  return {
    kind: 'term',
    start,
    negated: begin > start,
    operator: own ?? outer,
    grouped: own === null && outer !== null,
    ...valueOf(text, valueAt, own !== null),
  }
}

/** The operator of a group that begins here: `title:(`. */
function operatorOfGroup(text: string, at: number): OperatorName | null {
  const operator = operatorAt(text, at)
  return operator !== null && OPENING.test(text.charAt(at + operator.length + 1)) ? operator : null
}

function operatorAt(text: string, at: number): OperatorName | null {
  OPERATOR.lastIndex = at
  const name = OPERATOR.exec(text)?.[1]
  return name === undefined ? null : operatorOf(name)
}

type Value = Pick<TypedTerm, 'valueStart' | 'valueEnd' | 'end' | 'quoted' | 'open'>

function valueOf(text: string, at: number, isOperator: boolean): Value {
  const closing = closingOf(text, at)
  if (closing === null) {
    const end = endOfWord(text, at, isOperator)
    return { valueStart: at, valueEnd: end, end, quoted: false, open: end === text.length }
  }
  const isClosed = closing < text.length
  // A star behind the closing mark belongs to the phrase.
  const end = isClosed ? closing + (STAR.test(text.charAt(closing + 1)) ? 2 : 1) : closing
  return { valueStart: at + 1, valueEnd: closing, end, quoted: true, open: !isClosed }
}

/** Where the phrase that begins here is closed, the end of the text when it never is; null when none begins. */
function closingOf(text: string, at: number): number | null {
  if (isMark(text.charAt(at))) {
    let end = at + 1
    while (end < text.length && !isMark(text.charAt(end))) end++
    return end
  }
  if (!SINGLE_MARK.test(text.charAt(at))) return null
  for (let end = at + 2; end < text.length; end++) {
    if (isMark(text.charAt(end)) || opensAnother(text, end)) return null
    if (!SINGLE_CLOSING.test(text.charAt(end)) || BREAK.test(text.charAt(end - 1))) continue
    if (end + 1 === text.length || isBreak(text, end + 1)) return end
  }
  return null
}

function opensAnother(text: string, at: number): boolean {
  return SINGLE_MARK.test(text.charAt(at)) && isBreak(text, at - 1)
}

function endOfWord(text: string, at: number, isOperator: boolean): number {
  ADDRESS.lastIndex = at
  let end = at + (ADDRESS.exec(text)?.[0].length ?? 0)
  const isEnd = isOperator ? isEndOfValue : isBreak
  while (end < text.length && !isEnd(text, end)) end++
  return end
}

/** The value of an operator may hold colons, as addresses and times do. */
function isEndOfValue(text: string, at: number): boolean {
  return isBreak(text, at) && !/[:\uff1a]/u.test(text.charAt(at))
}
