import type { Mark } from './marks'

/** Habits of a text that tell what its ambiguous marks are. */
export interface MarkHabits {
  /** `»` opens and `«` closes, as in German and Danish books. */
  readonly inward: boolean
  /** There is no `«`, so `»` stands on both sides, as in Swedish and Finnish books. */
  readonly guillemetsRightOnly: boolean
  /** There is neither `“` nor `„`, so `”` stands on both sides, as in Swedish and Finnish papers. */
  readonly curlyRightOnly: boolean
  /** There is no `”`: a `“` closes as well. */
  readonly curlyLeftOnly: boolean
}

interface Pair {
  readonly open: Mark
  readonly close: Mark
}

/** Invisible marks of direction stand at the edge as spaces do. */
const LEFT_EDGE = /[\s([{\-–—/¿¡:,\u200b-\u200f\u202a-\u202e\u2060-\u2069]/

/** The marks that close what the key opened. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '”': ['”'],
  '„': ['“', '”', '"'],
  '‟': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '＂': ['＂'],
  '〝': ['〞', '〟'],
  '❝': ['❞'],
  "''": ["''"],
  '``': ["''"],
}

/** Reads the habits of a text from its marks. */
export function markHabits(marks: readonly Mark[]): MarkHabits {
  const has = (mark: string): boolean => marks.some(({ text }) => text === mark)
  const firstGuillemet = marks.find(({ text }) => text === '«' || text === '»')
  const hasLeftGuillemet = has('«')
  const hasLow = has('„')
  return {
    inward: hasLeftGuillemet && firstGuillemet?.text === '»',
    guillemetsRightOnly: !hasLeftGuillemet,
    curlyRightOnly: !hasLow && !has('“'),
    curlyLeftOnly: !hasLow && !has('”'),
  }
}

const atLeftEdge = (text: string, at: number): boolean => at === 0 || LEFT_EDGE.test(text.charAt(at - 1))
export const spaceAt = (text: string, at: number): boolean => at >= text.length || /\s/.test(text.charAt(at))

/** Whether a mark looks the same on both sides of the quoted words in this text. */
function isSymmetric(mark: string, habits: MarkHabits): boolean {
  switch (mark) {
    case '"':
    case "''":
    case '＂':
      return true
    case '“':
      return habits.curlyLeftOnly
    case '”':
      return habits.curlyRightOnly
    case '»':
      return habits.guillemetsRightOnly
    default:
      return false
  }
}

const looksOpening = (mark: Mark, text: string): boolean =>
  atLeftEdge(text, mark.at) && !spaceAt(text, mark.at + mark.text.length)

function canOpen(mark: Mark, text: string, habits: MarkHabits): boolean {
  if (mark.text === '»') return habits.inward || (habits.guillemetsRightOnly && atLeftEdge(text, mark.at))
  if (mark.text === '«') return !habits.inward
  if (mark.text === '”') return habits.curlyRightOnly || looksOpening(mark, text)
  // A double prime after a number is an inch or a second.
  if (mark.text === '"') return !/\d/.test(text.charAt(mark.at - 1))
  return mark.text in CLOSERS
}

/** The marks that close what `open` opened. */
export const closesOf = (open: string, habits: MarkHabits): readonly string[] =>
  isSymmetric(open, habits) ? [open] : (CLOSERS[open] ?? [])

/** Marks that are open, the last one last, and how many there are of each kind. */
interface OpenMarks {
  readonly stack: Mark[]
  readonly counts: Map<string, number>
}

function push(open: OpenMarks, mark: Mark): void {
  open.stack.push(mark)
  open.counts.set(mark.text, (open.counts.get(mark.text) ?? 0) + 1)
}

/** Takes the last open mark that `closer` closes and drops what was opened after it; each mark is dropped once. */
function take(open: OpenMarks, closer: string, habits: MarkHabits): Mark | null {
  const fits = (opener: string): boolean => closesOf(opener, habits).includes(closer)
  if (![...open.counts].some(([opener, count]) => count > 0 && fits(opener))) return null
  for (let mark = open.stack.pop(); mark; mark = open.stack.pop()) {
    open.counts.set(mark.text, (open.counts.get(mark.text) ?? 1) - 1)
    if (fits(mark.text)) return mark
  }
  return null
}

/** `“..."` and `"...”`: opened in one style and closed in the other. */
function takeOtherStyle(open: OpenMarks, mark: Mark, text: string): Mark | null {
  const last = open.stack.at(-1)
  const fits = (last?.text === '“' && mark.text === '"') || (last?.text === '"' && mark.text === '”')
  if (!last || !fits || looksOpening(mark, text)) return null
  open.counts.set(last.text, (open.counts.get(last.text) ?? 1) - 1)
  return open.stack.pop() ?? null
}

/** The marks of one paragraph in pairs. */
export interface Paired {
  readonly pairs: readonly Pair[]
  /** Opened and never closed, the outermost of them. */
  readonly unclosed: Mark | null
  /** The paragraph's first mark that closes nothing which was opened in it. */
  readonly unopened: Mark | null
}

/** Pairs the marks of one paragraph as brackets are paired; linear in their number. */
export function pairUp(marks: readonly Mark[], text: string, habits: MarkHabits): Paired {
  const pairs: Pair[] = []
  const open: OpenMarks = { stack: [], counts: new Map() }
  const odd = oddMarks(marks)
  let unopened: Mark | null = null
  for (const mark of marks) {
    // In an odd number of straight marks, one that can only open means that the one before was never closed.
    const mustOpen = odd.has(mark.text) && isSymmetric(mark.text, habits) && looksOpening(mark, text)
    const opener = mustOpen ? null : (take(open, mark.text, habits) ?? takeOtherStyle(open, mark, text))
    if (opener) pairs.push({ open: opener, close: mark })
    else if (canOpen(mark, text, habits)) push(open, mark)
    else if (pairs.length === 0 && open.stack.length === 0) unopened ??= mark
  }
  return { pairs, unclosed: open.stack[0] ?? null, unopened }
}

function oddMarks(marks: readonly Mark[]): ReadonlySet<string> {
  const odd = new Set<string>()
  for (const { text } of marks) if (!odd.delete(text)) odd.add(text)
  return odd
}
