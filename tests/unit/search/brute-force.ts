import { tokenize } from '../../../renderer/text'
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
}

/**
 * Answers a query without an index, by relevance.
 *
 * @param batches oldest first; a document in a newer one replaces its older version in results, not in statistics
 */
export function searchByReading(
  batches: readonly (readonly IndexDocument[])[],
  query: QueryNode,
  { isDeleted, fulfils }: Reading,
): readonly Hit[] {
  const versions = batches.map(batch => batch.map(readDocument))
  const documents = versions.flat()
  const corpus: Corpus = {
    documents,
    titleLength: average(documents.map(({ title }) => title.length)) || 1,
    textLength: average(documents.map(({ text }) => text.length)) || 1,
  }
  const score = scorerOf(query, corpus, fulfils)
  const hits: Hit[] = []
  versions.forEach((batch, number) => {
    for (const document of batch) {
      const isReplaced = versions.slice(number + 1).some(newer => newer.some(({ id }) => id === document.id))
      if (isReplaced || isDeleted(document.id)) continue
      const found = score(document)
      if (found !== null) hits.push({ id: document.id, score: found })
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

/** Gives the score of a document, or null when it does not match. */
type Scorer = (document: ReadDocument) => number | null

function scorerOf(node: QueryNode, corpus: Corpus, fulfils: Reading['fulfils']): Scorer {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.of.map(part => scorerOf(part, corpus, fulfils))
      return document => {
        const scores = parts.map(part => part(document))
        const matching = scores.filter(score => score !== null)
        const isMatch = node.kind === 'and' ? matching.length === scores.length : true
        return isMatch && matching.length > 0 ? matching.reduce((sum, score) => sum + score, 0) : null
      }
    }
    case 'not': {
      const part = scorerOf(node.of, corpus, fulfils)
      return document => (part(document) === null ? 0 : null)
    }
    case 'condition': {
      const isFulfilled = fulfils(node.condition)
      return ({ id }) => (isFulfilled(id) ? 0 : null)
    }
    case 'term':
    case 'prefix':
    case 'phrase':
      return wordScorer(node, corpus)
  }
}

function wordScorer(node: QueryWord, corpus: Corpus): Scorer {
  const weight = rarityOf(node, corpus) * (node.weight ?? 1)
  return ({ title, text, fields }) => {
    if (node.field !== null && node.field !== 'title') {
      const count = (fields[node.field] ?? []).reduce((sum, words) => sum + occurrences(node, words), 0)
      return count > 0 ? (weight * count) / (1.2 + count) : null
    }
    const inTitle = occurrences(node, title)
    const inText = node.field === 'title' ? 0 : occurrences(node, text)
    if (inTitle + inText === 0) return null
    const titlePart = (3 * inTitle) / (0.6 + (0.4 * title.length) / corpus.titleLength)
    const textPart = inText / (0.25 + (0.75 * text.length) / corpus.textLength)
    return (weight * (titlePart + textPart)) / (1.2 + titlePart + textPart)
  }
}

function partsOf(node: QueryWord) {
  if (node.kind === 'phrase') return node.words
  return [{ term: node.term, prefix: node.kind === 'prefix', offset: 0 }]
}

function occurrences(node: QueryWord, words: readonly string[]): number {
  const parts = partsOf(node)
  let count = 0
  for (let at = 0; at < words.length; at++)
    if (parts.every(({ term: part, prefix, offset }) => fits(words[at + offset], part, prefix))) count++
  return count
}

function fits(word: string | undefined, part: string, prefix: boolean): boolean {
  return word !== undefined && (prefix ? word.startsWith(part) : word === part)
}

/** A prefix counts once for each different term in a document, a phrase is as rare as its words together. */
function rarityOf(node: QueryWord, { documents }: Corpus): number {
  return partsOf(node).reduce((sum, { term: part, prefix }) => {
    let count = 0
    for (const { distinct, fields } of documents) {
      const isField = node.field !== null && node.field !== 'title'
      const words = isField ? new Set((fields[node.field] ?? []).flat()) : distinct
      for (const word of words) if (fits(word, part, prefix)) count++
    }
    const having = Math.min(count, documents.length)
    return sum + Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
  }, 0)
}
