import { tokenize } from '../../../renderer/text'
import type { Stem } from '../../../renderer/text'
import type { Hit, IndexDocument, QueryCondition, QueryNode, QueryWord } from '../../../renderer/search'

/** Scores by reading every document in full: what the index must be equal to. */
interface ReadDocument {
  readonly id: number
  readonly title: readonly string[]
  readonly text: readonly string[]
  /** Those of title and text, each once. */
  readonly distinct: ReadonlySet<string>
  /** The words of each text of each field. */
  readonly fields: Readonly<Record<string, readonly (readonly string[])[]>>
}

/** All documents there are, and the mean lengths of their titles and texts. */
interface Corpus {
  readonly documents: readonly ReadDocument[]
  readonly titleLength: number
  readonly textLength: number
}

/** What is left out, and how conditions are decided. */
export interface Reading {
  readonly isDeleted: (id: number) => boolean
  readonly fulfils: (condition: QueryCondition) => (id: number) => boolean
  /** By these the forms of words are guessed. */
  readonly stems?: readonly Stem[]
}

/**
 * Answers a query without an index, by relevance.
 *
 * @param batches oldest first; a document in a newer one replaces its older version in results, not in statistics
 */
export function searchByReading(
  batches: readonly (readonly IndexDocument[])[],
  query: QueryNode,
  { isDeleted, fulfils, stems = [] }: Reading,
): readonly Hit[] {
  const versions = batches.map(batch => batch.map(readDocument))
  const documents = versions.flat()
  const corpus: Corpus = {
    documents,
    titleLength: average(documents.map(({ title }) => title.length)) || 1,
    textLength: average(documents.map(({ text }) => text.length)) || 1,
  }
  const asked = withForms(query, corpus, stems)
  const score = scorerOf(asked, corpus, fulfils)
  const guessCost = sumOfRarities(asked, corpus)
  const hits: Hit[] = []
  versions.forEach((batch, number) => {
    for (const document of batch) {
      const isReplaced = versions.slice(number + 1).some(newer => newer.some(({ id }) => id === document.id))
      if (isReplaced || isDeleted(document.id)) continue
      const found = score(document)
      if (found !== null) hits.push({ id: document.id, score: found.score - found.guesses * guessCost })
    }
  })
  return hits.sort((first, second) => second.score - first.score || second.id - first.id)
}

/** Documents that were read: the same are asked about many times. */
const read = new WeakMap<IndexDocument, ReadDocument>()

function readDocument(document: IndexDocument): ReadDocument {
  const known = read.get(document) ?? readAnew(document)
  read.set(document, known)
  return known
}

function readAnew({ id, title, text, fields = {} }: IndexDocument): ReadDocument {
  const words = Object.entries(fields).map(([field, texts]) => [field, texts.map(termsOf)] as const)
  const [titleWords, textWords] = [termsOf(title), termsOf(text)]
  const distinct = new Set([...titleWords, ...textWords])
  return { id, title: titleWords, text: textWords, distinct, fields: Object.fromEntries(words) }
}

function termsOf(text: string): readonly string[] {
  const terms: string[] = []
  tokenize(text, term => terms.push(term))
  return terms
}

function average(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

/** The score of a document, and how many guesses its match needs. */
interface Found {
  readonly score: number
  readonly guesses: number
}

/** Says how a document matches, or null when it does not. */
type Scorer = (document: ReadDocument) => Found | null

const PLAINLY: Found = { score: 0, guesses: 0 }

function scorerOf(node: QueryNode, corpus: Corpus, fulfils: Reading['fulfils']): Scorer {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.of.map(part => scorerOf(part, corpus, fulfils))
      return document => {
        const found = parts.map(part => part(document))
        const matching = found.filter(one => one !== null)
        if (matching.length === 0) return null
        if (node.kind === 'and') return matching.length === found.length ? inAll(matching) : null
        return byFewestGuesses(matching)
      }
    }
    case 'guess': {
      const part = scorerOf(node.of, corpus, fulfils)
      return document => {
        const found = part(document)
        return found && { ...found, guesses: found.guesses + 1 }
      }
    }
    case 'not': {
      const part = scorerOf(node.of, corpus, fulfils)
      return document => (part(document) === null ? PLAINLY : null)
    }
    case 'condition': {
      const isFulfilled = fulfils(node.condition)
      return ({ id }) => (isFulfilled(id) ? PLAINLY : null)
    }
    case 'any':
    case 'term':
    case 'prefix':
    case 'phrase':
      return wordScorer(node, corpus)
  }
}

function inAll(found: readonly Found[]): Found {
  return { score: sumOf(found, ({ score }) => score), guesses: sumOf(found, ({ guesses }) => guesses) }
}

function byFewestGuesses(found: readonly Found[]): Found {
  const guesses = Math.min(...found.map(one => one.guesses))
  const plainest = found.filter(one => one.guesses === guesses)
  return { score: sumOf(plainest, ({ score }) => score), guesses }
}

const sumOf = (found: readonly Found[], of: (one: Found) => number): number =>
  found.reduce((sum, one) => sum + of(one), 0)

/** The rarities of all words of a query: more than any document can score. */
function sumOfRarities(node: QueryNode, corpus: Corpus): number {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.reduce((sum, part) => sum + sumOfRarities(part, corpus), 0)
    case 'not':
    case 'guess':
      return sumOfRarities(node.of, corpus)
    case 'condition':
      return 0
    default:
      return rarityOf(node, corpus)
  }
}

/** The query with the forms that words have in the documents: at most 12 of each, those of most documents. */
function withForms(node: QueryNode, corpus: Corpus, stems: readonly Stem[]): QueryNode {
  if (node.kind === 'and' || node.kind === 'or')
    return { kind: node.kind, of: node.of.map(part => withForms(part, corpus, stems)) }
  if ((node.kind !== 'term' && node.kind !== 'prefix') || !node.inflected) return node
  const counts = new Map<string, number>()
  for (const { distinct } of corpus.documents)
    for (const word of distinct)
      if (!fits(word, node.term, node.kind === 'prefix') && isForm(word, node.term, stems))
        counts.set(word, (counts.get(word) ?? 0) + 1)
  const forms = [...counts].sort(([one, often], [other, often2]) => often2 - often || (one < other ? -1 : 1))
  const terms = forms.slice(0, 12).map(([term]) => term)
  if (terms.length === 0) return node
  return { kind: 'or', of: [node, { kind: 'guess', of: { kind: 'any', terms, field: node.field } }] }
}

/**
 * Both begin with what the word shares with its stem, three letters or more, of which the last may differ behind three;
 * and they go on with four at most after what they share.
 */
function isForm(word: string, term: string, stems: readonly Stem[]): boolean {
  if (!/^\p{L}+$/u.test(term)) return false
  const shared = commonBeginning(word, term).length
  if (word.length > shared + 4 || term.length > shared + 4) return false
  return stems.some(stem => {
    const beginning = commonBeginning(stem(term), term)
    const kept = beginning.slice(0, Math.max(3, beginning.length - 1))
    return beginning.length >= 3 && word.startsWith(kept) && stem(word) === stem(term)
  })
}

function commonBeginning(one: string, other: string): string {
  for (let length = one.length; length > 0; length--)
    if (other.startsWith(one.slice(0, length))) return one.slice(0, length)
  return ''
}

/** What counts as one word or phrase. */
type Counted = QueryWord | Extract<QueryNode, { kind: 'any' }>

function wordScorer(node: Counted, corpus: Corpus): Scorer {
  const weight = rarityOf(node, corpus)
  const by = (share: number): Found => ({ score: weight * share, guesses: 0 })
  return ({ title, text, fields }) => {
    if (node.field !== null && node.field !== 'title') {
      const count = (fields[node.field] ?? []).reduce((sum, words) => sum + occurrences(node, words), 0)
      return count > 0 ? by(count / (1.2 + count)) : null
    }
    const inTitle = occurrences(node, title)
    const inText = node.field === 'title' ? 0 : occurrences(node, text)
    if (inTitle + inText === 0) return null
    const titlePart = (3 * inTitle) / (0.6 + (0.4 * title.length) / corpus.titleLength)
    const textPart = inText / (0.25 + (0.75 * text.length) / corpus.textLength)
    return by((titlePart + textPart) / (1.2 + titlePart + textPart))
  }
}

/** A word of a phrase. */
interface Part {
  readonly isMet: (word: string) => boolean
  readonly offset: number
}

function partsOf(node: Counted): readonly Part[] {
  if (node.kind === 'any') return [{ isMet: word => node.terms.includes(word), offset: 0 }]
  if (node.kind === 'phrase')
    return node.words.map(({ term, prefix, offset }) => ({ isMet: word => fits(word, term, prefix), offset }))
  return [{ isMet: word => fits(word, node.term, node.kind === 'prefix'), offset: 0 }]
}

function occurrences(node: Counted, words: readonly string[]): number {
  const parts = partsOf(node)
  let count = 0
  for (let at = 0; at < words.length; at++)
    if (parts.every(({ isMet, offset }) => at + offset < words.length && isMet(words[at + offset] ?? '')))
      count++
  return count
}

function fits(word: string, part: string, prefix: boolean): boolean {
  return prefix ? word.startsWith(part) : word === part
}

/** A prefix, or any of several terms, counts once for each different term in a document, a phrase is as rare as its words together. */
function rarityOf(node: Counted, { documents }: Corpus): number {
  return partsOf(node).reduce((sum, { isMet }) => {
    let count = 0
    for (const { distinct, fields } of documents) {
      const isField = node.field !== null && node.field !== 'title'
      const words = isField ? new Set((fields[node.field] ?? []).flat()) : distinct
      for (const word of words) if (isMet(word)) count++
    }
    const having = Math.min(count, documents.length)
    return sum + Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
  }, 0)
}
