import { tokenize } from '../../../renderer/text'
import type { HighlightTerm, Hit, IndexDocument, Query } from '../../../renderer/search'

/** Scores by reading every document in full: what the index must be equal to. */
interface ReadDocument {
  readonly id: number
  readonly title: readonly string[]
  readonly text: readonly string[]
  readonly isShown: boolean
}

/**
 * Answers a query without an index.
 *
 * @param batches oldest first; a document in a newer one replaces its older version in results, not in statistics
 */
export function searchByReading(
  batches: readonly (readonly IndexDocument[])[],
  query: Query,
  isDeleted: (id: number) => boolean,
): readonly Hit[] {
  const documents = batches.flatMap((batch, number) =>
    batch.map(({ id, title, text }) => ({
      id,
      title: termsOf(title),
      text: termsOf(text),
      isShown:
        !isDeleted(id) && !batches.slice(number + 1).some(newer => newer.some(other => other.id === id)),
    })),
  )
  const terms = query.kind === 'and' ? query.of : [query]
  if (terms.length === 0) return []
  const weights = terms.map(term => rarityOf(term, documents))
  const averages = [
    average(documents.map(({ title }) => title.length)),
    average(documents.map(({ text }) => text.length)),
  ]
  const hits: Hit[] = []
  for (const { id, title, text, isShown } of documents) {
    if (!isShown) continue
    const counts = terms.map(term => [occurrences(term, title), occurrences(term, text)] as const)
    if (counts.some(([inTitle, inText]) => inTitle + inText === 0)) continue
    let score = 0
    counts.forEach(([inTitle, inText], index) => {
      const titlePart = (3 * inTitle) / (0.6 + (0.4 * title.length) / (averages[0] || 1))
      const textPart = inText / (0.25 + (0.75 * text.length) / (averages[1] || 1))
      score += ((weights[index] ?? 0) * (titlePart + textPart)) / (1.2 + titlePart + textPart)
    })
    hits.push({ id, score })
  }
  return hits.sort((first, second) => second.score - first.score || second.id - first.id)
}

function termsOf(text: string): readonly string[] {
  const terms: string[] = []
  tokenize(text, term => terms.push(term))
  return terms
}

function average(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

function partsOf(term: HighlightTerm) {
  if (term.kind === 'phrase') return term.words
  return [{ term: term.term, prefix: term.kind === 'prefix', offset: 0 }]
}

function occurrences(term: HighlightTerm, words: readonly string[]): number {
  const parts = partsOf(term)
  let count = 0
  for (let at = 0; at < words.length; at++)
    if (parts.every(({ term: part, prefix, offset }) => fits(words[at + offset], part, prefix))) count++
  return count
}

function fits(word: string | undefined, part: string, prefix: boolean): boolean {
  return word !== undefined && (prefix ? word.startsWith(part) : word === part)
}

/** A prefix counts once for each different term in a document, a phrase is as rare as its words together. */
function rarityOf(term: HighlightTerm, documents: readonly ReadDocument[]): number {
  return partsOf(term).reduce((sum, { term: part, prefix }) => {
    let count = 0
    for (const { title, text } of documents)
      count += new Set([...title, ...text].filter(word => fits(word, part, prefix))).size
    const having = Math.min(count, documents.length)
    return sum + Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
  }, 0)
}
