import { foldTerm } from '../../text'
import { languagesBeginning } from './languages'
import { HAS_VALUES, OPERATOR_NAMES, operatorOf, STATUSES } from './operators'
import type { OperatorName } from './operators'
import { operatorText } from './edit'
import { scan } from './scan'
import type { TypedTerm } from './scan'

/** What is being typed at the caret. */
export interface CompletionPoint {
  /** Whose value is being typed; null: a word. */
  readonly operator: OperatorName | null
  /** The operator stands before the group that the value is in. */
  readonly grouped: boolean
  /** What of it stands before the caret, without quotation marks. */
  readonly prefix: string
  /** What a completion takes the place of: the whole word, or the operator with its value, but for a minus. */
  readonly start: number
  readonly end: number
}

/** Something to offer, and what stands in the query when it is taken. */
export interface Completion {
  readonly kind: 'operator' | 'value'
  readonly label: string
  readonly text: string
}

const AGES = ['<1d', '<7d', '<1m', '<1y', '>1m', '>1y']
const DATES = ['today', 'yesterday']

/** What is being typed at a place in a query; `start` equals `end` where nothing is. */
export function completionAt(text: string, caret: number): CompletionPoint {
  const at = Math.max(0, Math.min(text.length, caret))
  const term = scan(text).find(
    (piece): piece is TypedTerm => piece.kind === 'term' && piece.start < at && at <= piece.end,
  )
  if (!term || at < term.valueStart) return { operator: null, grouped: false, prefix: '', start: at, end: at }
  const { operator, grouped, valueStart, valueEnd, end, negated } = term
  const prefix = text.slice(valueStart, Math.min(at, valueEnd))
  return { operator, grouped, prefix, start: term.start + (negated ? 1 : 0), end }
}

/** What needs no library to be offered: names of operators, and values of `is:`, `has:`, `lang:`, `age:` and dates. */
export function complete(point: CompletionPoint): readonly Completion[] {
  const { operator, prefix } = point
  if (operator !== null) return valuesOf(operator, prefix).map(value => valueCompletion(operator, value))
  const name = foldTerm(prefix)
  if (name === '' || operatorOf(name)) return []
  return OPERATOR_NAMES.filter(known => known.startsWith(name)).map(known => ({
    kind: 'operator',
    label: `${known}:`,
    text: `${known}:`,
  }))
}

/** A value that the library knows (a source, an author, a speaker) as something to offer. */
export function valueCompletion(operator: OperatorName, value: string): Completion {
  return { kind: 'value', label: value, text: operatorText(operator, value) }
}

/** The query after a completion was taken, and where the caret then stands: behind it, ready for the next word. */
export function applyCompletion(
  text: string,
  { operator, grouped, start, end }: CompletionPoint,
  { kind, text: whole }: Completion,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(end)
  const taken = operator && grouped ? whole.slice(operator.length + 1) : whole
  const gap = kind === 'value' && !/^[\s)\uff09]/u.test(rest) ? ' ' : ''
  const before = text.slice(0, start) + taken + gap
  return { text: before + rest, caret: before.length + (kind === 'value' && /^\s/u.test(rest) ? 1 : 0) }
}

function valuesOf(operator: OperatorName, prefix: string): readonly string[] {
  const typed = prefix.trim().toLowerCase()
  switch (operator) {
    case 'is':
      return STATUSES.filter(value => value.startsWith(typed))
    case 'has':
      return HAS_VALUES.filter(value => value.startsWith(typed))
    case 'age':
      return AGES.filter(value => value.startsWith(typed))
    case 'before':
    case 'after':
      return DATES.filter(value => value.startsWith(typed))
    case 'lang':
      return languagesBeginning(prefix)
    default:
      return []
  }
}
