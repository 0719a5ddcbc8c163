import type { Stem } from '../text'
import type { IndexState } from './index-state'
import type { QueryNode, QueryWord } from './query-tree'
import { visitTerms } from './visit-terms'

/** What forms begin with must be so long: shorter beginnings are those of half the dictionary. */
const SHORTEST_BEGINNING = 3
/** The last letter of what a word shares with its stem may be another one in its forms: `citi`, `city`. */
const CHANGING_LETTERS = 1
/** Stemmers go further than inflection does (`organ`, `organization`): an ending of more letters is another word. */
const LONGEST_ENDING = 4
/** Few words have more forms that texts use often, and each is looked up. */
const MOST_FORMS = 12
const ONLY_LETTERS = /^\p{L}+$/u

type InflectedWord = Extract<QueryWord, { kind: 'term' | 'prefix' }>

/**
 * A query with the inflected forms of its words as guesses: the terms of the index that have the word's stem, and differ
 * from it by a short ending only. Nothing in the index is there for them, so a stemmer may change at any time.
 */
export function withInflections(
  state: IndexState,
  root: QueryNode,
  stems: readonly Stem[],
): { readonly root: QueryNode; readonly forms: readonly string[] } {
  const forms = new Map<InflectedWord, readonly string[]>()
  for (const word of inflectedWords(root)) forms.set(word, formsOf(state, word, stems))
  return { root: withForms(root, forms), forms: [...new Set([...forms.values()].flat())] }
}

/** Words whose forms may be meant. What is left out is left out as it was typed. */
function inflectedWords(node: QueryNode): readonly InflectedWord[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(inflectedWords)
    case 'term':
    case 'prefix':
      return node.inflected ? [node] : []
    case 'any':
    case 'phrase':
    case 'guess':
    case 'not':
    case 'condition':
      return []
  }
}

function withForms(node: QueryNode, forms: ReadonlyMap<InflectedWord, readonly string[]>): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, of: node.of.map(part => withForms(part, forms)) }
    case 'term':
    case 'prefix': {
      const terms = forms.get(node) ?? []
      if (terms.length === 0) return node
      return { kind: 'or', of: [node, { kind: 'guess', of: { kind: 'any', terms, field: node.field } }] }
    }
    case 'any':
    case 'phrase':
    case 'guess':
    case 'not':
    case 'condition':
      return node
  }
}

/** The other forms of a word, those of most documents first. */
function formsOf(
  state: IndexState,
  { kind, term }: InflectedWord,
  stems: readonly Stem[],
): readonly string[] {
  if (!ONLY_LETTERS.test(term)) return []
  const known = state.inflections.get(stems) ?? new Map<string, readonly string[]>()
  state.inflections.set(stems, known)
  const key = `${kind} ${term}`
  const forms = known.get(key) ?? findForms(state, term, kind === 'prefix', stems)
  known.set(key, forms)
  return forms
}

function findForms(
  state: IndexState,
  term: string,
  isPrefix: boolean,
  stems: readonly Stem[],
): readonly string[] {
  const found = new Map<string, number>()
  for (const [beginning, sames] of beginningsOf(term, stems)) {
    const counts = new Map<string, number>()
    const count = (other: string, documents: number): void => {
      // What begins with the whole word is found by a prefix anyway.
      if (other === term || !isNear(other, term) || (isPrefix && other.startsWith(term))) return
      counts.set(other, (counts.get(other) ?? 0) + documents)
    }
    visitTerms(state, beginning, count)
    for (const [other, documents] of counts)
      if (sames.some(isSame => isSame(other))) found.set(other, documents)
  }
  return [...found]
    .toSorted(([first, count], [second, other]) => other - count || (first < second ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(([form]) => form)
}

/** What all forms of a word begin with, and which terms are forms of it; languages that agree on the first together. */
function beginningsOf(
  term: string,
  stems: readonly Stem[],
): ReadonlyMap<string, readonly ((other: string) => boolean)[]> {
  const beginnings = new Map<string, ((other: string) => boolean)[]>()
  for (const stem of stems) {
    const wanted = stem(term)
    const shared = sharedLetters(wanted, term)
    if (shared < SHORTEST_BEGINNING) continue
    const beginning = term.slice(0, Math.max(SHORTEST_BEGINNING, shared - CHANGING_LETTERS))
    const isSame = (other: string): boolean => stem(other) === wanted
    beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), isSame])
  }
  return beginnings
}

function isNear(other: string, term: string): boolean {
  const shared = sharedLetters(other, term)
  return other.length - shared <= LONGEST_ENDING && term.length - shared <= LONGEST_ENDING
}

function sharedLetters(first: string, second: string): number {
  const most = Math.min(first.length, second.length)
  let shared = 0
  while (shared < most && first.charCodeAt(shared) === second.charCodeAt(shared)) shared++
  return shared
}
