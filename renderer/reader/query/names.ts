import { articlesByIds, quotesOf, type Database } from '../../library'
import { highlight, parseQuery, type HighlightTerm, type QueryNode } from '../../search'
import { fold, queryTokens } from '../../text'
import type { Queries } from './protocol'
import type { Searching } from './search'

type Asked = Queries['names']['input']
type Library = Pick<Searching, 'database' | 'searcher'>

/** So many articles are read for the names in them: a keystroke waits for it, however large the library is. */
const SAMPLE = 160
/** Of so many names, those that the sample has most often, all articles are counted. */
const COUNTED = 16
/** Where nothing was typed yet: names with one of so many words, those of most articles. */
const FREQUENT_WORDS = 8
const LONGEST_NAME = 60
/** Between the names of a byline, in the languages that most write. */
const BETWEEN_NAMES = /\s*[,;&|/·•]\s*|\s+(?:and|und|et|y|e|en|och|og|и|і|та)\s+/u
/** `Di` and `Af` are names too. */
const PREPOSITION = /^(?:by|von|par|por|di|door|av|af|BY|By|Von|Par|Por|Door)\s+(?=\p{Lu})/u

/**
 * Whole names that have the words typed, the last of which may be unfinished: those of most articles first, as they are
 * written most often.
 *
 * The index knows the words of names, not the names: those are read from some of the articles that have the words,
 * evenly drawn, and then counted in all.
 */
export async function names(
  library: Library,
  { operator, prefix, limit }: Asked,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { root, terms } = await queryFor(library, operator, prefix)
  const matched = await idsOf(library, root, signal)
  const sample = evenly(matched.toSorted(), SAMPLE)
  const texts = await textsOf(library.database, operator, sample)
  signal.throwIfAborted()
  const found = mostOften(texts.filter(name => terms === null || highlight(name, terms).length > 0))
  const isCounted = matched.length === sample.length
  const counted = isCounted ? found : await countAll(library, operator, found.slice(0, COUNTED), signal)
  return counted.slice(0, limit).map(({ name }) => name)
}

/** A name as it is written most often, and in how many articles it stands. */
export interface CountedName {
  readonly name: string
  readonly count: number
}

/** Counts names whatever their case and accents; the most frequent first, equal ones in alphabetical order. */
export function mostOften(texts: readonly string[]): readonly CountedName[] {
  const byFolded = new Map<string, Map<string, number>>()
  for (const name of texts) {
    const spellings = byFolded.get(fold(name)) ?? new Map<string, number>()
    byFolded.set(fold(name), spellings.set(name, (spellings.get(name) ?? 0) + 1))
  }
  const counted = [...byFolded.values()].map(spellings => {
    const [most] = [...spellings].toSorted(([, one], [, other]) => other - one)
    return { name: most?.[0] ?? '', count: [...spellings.values()].reduce((sum, count) => sum + count, 0) }
  })
  return inOrder(counted)
}

const inOrder = (found: readonly CountedName[]): readonly CountedName[] =>
  found.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name))

/** The names in a byline; none of what is longer than a name. */
export function namesIn(byline: string): readonly string[] {
  return byline
    .split(BETWEEN_NAMES)
    .map(name => name.trim().replace(PREPOSITION, ''))
    .filter(name => name.length <= LONGEST_NAME && /\p{L}/u.test(name))
}

/** What finds the articles that have such a name, and what a name is told by; null where any will do. */
async function queryFor(
  { searcher }: Library,
  operator: Asked['operator'],
  prefix: string,
): Promise<{ readonly root: QueryNode; readonly terms: readonly HighlightTerm[] | null }> {
  if (queryTokens(prefix).length > 0) {
    // A phrase that is not closed: its last word is a beginning.
    const typed = prefix.replaceAll('"', ' ').trim()
    return {
      root: parseQuery(`${operator}:"${typed}`, 0).root,
      terms: parseQuery(`"${typed}`, 0).terms,
    }
  }
  const field = FIELD_OF[operator]
  const words = await searcher.complete(field, '', FREQUENT_WORDS)
  return { root: { kind: 'or', of: words.map(term => ({ kind: 'term', term, field })) }, terms: null }
}

const FIELD_OF = { author: 'author', said: 'speaker' } as const

async function idsOf({ searcher }: Library, root: QueryNode, signal: AbortSignal): Promise<Float64Array> {
  const query = { root, parts: [], terms: [] }
  const all = { limit: 0, order: 'relevance', fulfils: () => () => true, datelineOf: () => 0 } as const
  const { matched } = await searcher.search(query, { ...all, signal })
  return matched
}

/** @returns at most so many, at equal distances */
function evenly(ids: Float64Array, most: number): readonly number[] {
  const step = Math.max(1, ids.length / most)
  return Array.from({ length: Math.min(most, ids.length) }, (_, index) => ids[Math.floor(index * step)] ?? 0)
}

/** The names in articles, each once for each article. */
async function textsOf(
  database: Database,
  operator: Asked['operator'],
  ids: readonly number[],
): Promise<readonly string[]> {
  if (operator === 'author') {
    const articles = await articlesByIds(database, ids)
    return articles.flatMap(({ byline }) => [...new Set(namesIn(byline ?? ''))])
  }
  const quotes = await quotesOf(database, ids)
  return quotes.flatMap(({ quotations }) => [
    ...new Set(quotations.flatMap(({ speaker, resolvedSpeaker }) => resolvedSpeaker ?? speaker ?? [])),
  ])
}

async function countAll(
  library: Library,
  operator: Asked['operator'],
  found: readonly CountedName[],
  signal: AbortSignal,
): Promise<readonly CountedName[]> {
  const counted: CountedName[] = []
  for (const { name } of found) {
    const { root } = parseQuery(`${operator}:"${name.replaceAll('"', ' ')}"`, 0)
    counted.push({ name, count: (await idsOf(library, root, signal)).length })
  }
  return inOrder(counted)
}
