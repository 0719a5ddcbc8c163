import type { ParsedQuery, QueryNode, QueryPart, QueryProblem, QueryWord } from '../query-tree'
import type { HighlightTerm } from '../types'
import { operatorNode } from './operators'
import { scan } from './scan'
import type { TypedTerm } from './scan'
import { MOST_WORDS, wordsNode } from './words'

const LONGEST_QUERY = 4000
/** Deeper parentheses count as none. */
const DEEPEST = 16

/** What was typed between two parentheses so far: all must match, each by one of its alternatives. */
interface Group {
  readonly negated: boolean
  readonly all: QueryNode[][]
  /** `OR` was typed: what follows is an alternative to what is last. */
  isAlternative: boolean
}

/**
 * Parses what a person typed; never fails.
 *
 * All words must be there; `OR` and `|` make neighbours alternatives and bind closer than that. Words in quotation
 * marks, and words joined by other marks than a comma or a colon (`long-range`, `U.S.`), must follow one another. The
 * last word is a prefix until something is typed after it. What cannot be understood does not restrict, and its part
 * says why. An operator before a group is that of each word in it that has none. At most 32 words, phrases and operators count, and 4,000 characters.
 *
 * @param now milliseconds since 1970, for `age:`, `today` and `yesterday`
 */
export function parseQuery(text: string, now: number): ParsedQuery {
  const typed = text.slice(0, LONGEST_QUERY)
  const parts: QueryPart[] = []
  const root: Group = { negated: false, all: [], isAlternative: false }
  const groups: Group[] = [root]
  let ignored = 0
  for (const piece of scan(typed)) {
    const group = groups.at(-1) ?? root
    if (piece.kind === 'or') group.isAlternative = group.all.length > 0
    else if (piece.kind === 'group') {
      if (groups.length > DEEPEST) ignored++
      else groups.push({ negated: piece.negated, all: [], isAlternative: false })
    } else if (piece.kind === 'end') {
      if (ignored > 0) ignored--
      else closeGroup(groups)
    } else if (parts.length < MOST_WORDS) addTerm(typed, piece, groups, parts, now)
  }
  while (groups.length > 1) closeGroup(groups)
  const node = nodeOf(root) ?? { kind: 'and', of: [] }
  return { root: node, parts, terms: unique(highlightTerms(node)) }
}

function addTerm(
  text: string,
  piece: TypedTerm,
  groups: readonly Group[],
  parts: QueryPart[],
  now: number,
): void {
  const negated = groups.reduce((is, group) => is !== group.negated, piece.negated)
  const value = text.slice(piece.valueStart, piece.valueEnd)
  const node = nodeOfTerm(text, piece, negated, now)
  const problem = typeof node === 'string' ? node : null
  if (node === null) return
  const { start, end, operator } = piece
  parts.push({ start, end, operator, value, negated, problem })
  const group = groups.at(-1)
  if (typeof node === 'string') {
    if (group) group.isAlternative = false
  } else if (group) addNode(group, piece.negated ? { kind: 'not', of: node } : node)
}

function nodeOfTerm(
  text: string,
  piece: TypedTerm,
  negated: boolean,
  now: number,
): QueryNode | QueryProblem | null {
  const value = text.slice(piece.valueStart, piece.valueEnd)
  const hasStar = piece.quoted && piece.end > piece.valueEnd && /[*\uff0a]/u.test(text.charAt(piece.end - 1))
  // What is left out is left out whole: an unfinished word would hide too much.
  const beginning = hasStar || (piece.open && !negated)
  const { operator, quoted } = piece
  if (operator === null) return wordsNode(value, { beginning, field: null, negated, quoted })
  return operatorNode(operator, { text: value, beginning, negated, quoted }, now)
}

function addNode(group: Group, node: QueryNode): void {
  const last = group.all.at(-1)
  if (group.isAlternative && last) last.push(node)
  else group.all.push([node])
  group.isAlternative = false
}

/** The outermost group stays open: a parenthesis that closes nothing is none. */
function closeGroup(groups: Group[]): void {
  const closed = groups.length > 1 ? groups.pop() : undefined
  const outer = groups.at(-1)
  if (!closed || !outer) return
  const node = nodeOf(closed)
  if (node) addNode(outer, closed.negated ? { kind: 'not', of: node } : node)
  else outer.isAlternative = false
}

function nodeOf({ all }: Group): QueryNode | null {
  const nodes = all.map(alternatives => joined('or', alternatives))
  return nodes.length === 0 ? null : joined('and', nodes)
}

/** Nodes of the same kind inside become one with it; what was typed twice counts once. */
function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const of = unique(nodes.flatMap(node => (node.kind === kind ? node.of : [node])))
  const [only] = of
  return only && of.length === 1 ? only : { kind, of }
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map(item => [JSON.stringify(item), item])).values()]
}

/** What may be marked in title and text. */
function highlightTerms(node: QueryNode): readonly HighlightTerm[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(highlightTerms)
    case 'guess':
      return highlightTerms(node.of)
    case 'any':
    case 'not':
    case 'condition':
      return []
    case 'term':
    case 'prefix':
    case 'phrase':
      return node.field === null || node.field === 'title' ? [withoutField(node)] : []
  }
}

function withoutField(word: QueryWord): HighlightTerm {
  if (word.kind === 'phrase') return { kind: 'phrase', words: word.words }
  return { kind: word.kind, term: word.term }
}
