import { inverseDocumentFrequency } from './rank'
import { fieldTerm, searchWord } from './terms'
import type { SearchWord } from './terms'
import type { QueryCondition, QueryNode, QueryWord, SearchField } from './query-tree'
import type { HighlightTerm, PhraseWord } from './types'

/** Where a word is counted: in title and text, in the title alone, or in a field that has terms of its own. */
export type Place = 'anywhere' | 'title' | 'field'

/** A word or phrase of a query. */
export interface PlannedWords {
  readonly kind: 'words'
  /** Numbers of words of the plan. */
  readonly words: readonly number[]
  /** Where each word stands after the first, in tokens. */
  readonly offsets: readonly number[]
  readonly place: Place
  /** How rare it is, a phrase as its words together. */
  readonly weight: number
  /** How many documents match at most, or nearly so. */
  readonly cost: number
}

/** Any of several terms, as one word. */
export interface PlannedTerms extends Omit<PlannedWords, 'kind'> {
  readonly kind: 'any'
}

/** A query in the form in which a segment is asked. The parts of an `and` stand in the order in which they are asked. */
export type PlannedNode =
  | PlannedWords
  | PlannedTerms
  | { readonly kind: 'and' | 'or'; readonly of: readonly PlannedNode[] }
  | { readonly kind: 'not' | 'guess'; readonly of: PlannedNode }
  | { readonly kind: 'condition'; readonly fulfils: (id: number) => boolean }

/** The words of a query, each once. */
export interface WordList {
  readonly words: readonly SearchWord[]
  /** By term as the index has it, with `*` behind the beginning of one. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Lists the words of a query. */
export function listWords(root: QueryNode): WordList {
  const words: SearchWord[] = []
  const numbers = new Map<string, number>()
  const addWords = (node: QueryWord): void => {
    for (const word of wordsOf(node)) {
      const key = keyOf(word, node.field)
      if (!numbers.has(key))
        numbers.set(key, words.push(searchWord(fieldTerm(word.term, node.field), word.prefix)) - 1)
    }
  }
  const add = (node: QueryNode): void => {
    switch (node.kind) {
      case 'and':
      case 'or':
        return node.of.forEach(add)
      case 'not':
      case 'guess':
        return add(node.of)
      case 'condition':
        return
      case 'any':
        return node.terms.forEach(term => addWords({ kind: 'term', term, field: node.field }))
      case 'term':
      case 'prefix':
      case 'phrase':
        addWords(node)
    }
  }
  add(root)
  return { words, numbers }
}

/** What is known of the words of a query when it is planned. */
export interface Planning {
  readonly list: WordList
  /** By number of the word in how many documents it stands; a prefix counts once for each of its terms. */
  readonly documentCounts: readonly number[]
  readonly documentCount: number
  readonly fulfils: (condition: QueryCondition) => (id: number) => boolean
}

/** Plans a query. The order of the parts is the same for all segments, so that equal scores are equal to the last bit. */
export function planNode(planning: Planning, node: QueryNode): PlannedNode {
  switch (node.kind) {
    case 'and':
      return { kind: 'and', of: node.of.map(part => planNode(planning, part)).toSorted(byCost) }
    case 'or':
      return { kind: 'or', of: node.of.map(part => planNode(planning, part)) }
    case 'not':
    case 'guess':
      return { kind: node.kind, of: planNode(planning, node.of) }
    case 'condition':
      return { kind: 'condition', fulfils: planning.fulfils(node.condition) }
    case 'any':
      return planTerms(planning, node)
    case 'term':
    case 'prefix':
    case 'phrase':
      return planWords(planning, node)
  }
}

function planWords({ list, documentCounts, documentCount }: Planning, node: QueryWord): PlannedWords {
  const phrase = wordsOf(node)
  const words = phrase.map(word => list.numbers.get(keyOf(word, node.field)) ?? 0)
  const counts = words.map(word => documentCounts[word] ?? 0)
  return {
    kind: 'words',
    words,
    offsets: phrase.map(({ offset }) => offset),
    place: placeOf(node.field),
    weight: counts.reduce((sum, count) => sum + inverseDocumentFrequency(documentCount, count), 0),
    cost: Math.min(documentCount, ...counts),
  }
}

/** As rare as a beginning of words would be that has these terms. */
function planTerms(
  { list, documentCounts, documentCount }: Planning,
  { terms, field }: Extract<QueryNode, { kind: 'any' }>,
): PlannedTerms {
  const words = terms.map(term => list.numbers.get(fieldTerm(term, field)) ?? 0)
  const count = words.reduce((sum, word) => sum + (documentCounts[word] ?? 0), 0)
  return {
    kind: 'any',
    words,
    offsets: words.map(() => 0),
    place: placeOf(field),
    weight: inverseDocumentFrequency(documentCount, count),
    cost: Math.min(documentCount, count),
  }
}

function placeOf(field: SearchField | null): Place {
  if (field === null) return 'anywhere'
  return field === 'title' ? 'title' : 'field'
}

/** More than any document can score for a query: what is below another by so much is below it whatever both have. */
export function greatestScore(node: PlannedNode): number {
  switch (node.kind) {
    case 'words':
    case 'any':
      return node.weight
    case 'and':
    case 'or':
      return node.of.reduce((sum, part) => sum + greatestScore(part), 0)
    case 'not':
    case 'guess':
      return greatestScore(node.of)
    case 'condition':
      return 0
  }
}

/** Words that few documents have first; what has no words of its own is asked last, of the documents that are left. */
function byCost(first: PlannedNode, second: PlannedNode): number {
  return costOf(first) - costOf(second)
}

function costOf(node: PlannedNode): number {
  switch (node.kind) {
    case 'words':
    case 'any':
      return node.cost
    case 'and':
      return node.of.reduce((least, part) => Math.min(least, costOf(part)), Number.MAX_VALUE)
    case 'or':
      return node.of.reduce((sum, part) => sum + costOf(part), 0)
    case 'guess':
      return costOf(node.of)
    case 'not':
    case 'condition':
      return Number.MAX_VALUE
  }
}

/** The words of a term: several only for a phrase. */
export function wordsOf(node: HighlightTerm): readonly PhraseWord[] {
  if (node.kind === 'phrase') return node.words
  return [{ term: node.term, prefix: node.kind === 'prefix', offset: 0 }]
}

function keyOf({ term, prefix }: PhraseWord, field: SearchField | null): string {
  return `${fieldTerm(term, field)}${prefix ? '*' : ''}`
}
