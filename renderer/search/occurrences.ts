import { tokenize } from '../text'
import { FIELD_GAP, FIELD_MARKS, TEXT_PLACE } from './format'
import { sortTerms } from './sort-terms'
import type { IndexDocument } from './types'

/** All tokens of a batch, grouped by term. */
export interface Occurrences {
  /** Sorted, each once. */
  readonly terms: readonly string[]
  /** Where the occurrences of each term begin in the two arrays below; one entry more than there are terms. */
  readonly starts: Uint32Array
  /** The number of the document in the batch; ascending for each term. */
  readonly ordinals: Uint32Array
  /** Position in the title, or position in the text plus TEXT_PLACE; ascending for each document. */
  readonly places: Uint32Array
  /** Length in tokens of each title. */
  readonly titleLengths: Uint32Array
  /** Length in tokens of each text. */
  readonly textLengths: Uint32Array
}

/** Tokens in the order of the text: `terms` are numbers in order of first appearance. */
interface TokenStream {
  terms: Uint32Array
  places: Uint32Array
  length: number
}

/**
 * Kept from one batch to the next: memory that is new each time costs as much as what is written into it. Only a batch
 * of far more tokens than usual has arrays of its own.
 */
const FEWEST_TOKENS = 4096
const MOST_KEPT_TOKENS = 524_288
const stream: TokenStream = emptyStream()
let grouped = emptyGroups(FEWEST_TOKENS)

function emptyStream(): TokenStream {
  return { terms: new Uint32Array(FEWEST_TOKENS), places: new Uint32Array(FEWEST_TOKENS), length: 0 }
}

function emptyGroups(tokens: number): Pick<Occurrences, 'ordinals' | 'places'> {
  return { ordinals: new Uint32Array(tokens), places: new Uint32Array(tokens) }
}

/**
 * Tokenises a batch and groups the tokens by term: one counting sort, no array a term.
 *
 * @returns valid until the next call
 */
export function collectOccurrences(documents: readonly IndexDocument[]): Occurrences {
  if (stream.terms.length > MOST_KEPT_TOKENS) Object.assign(stream, emptyStream())
  stream.length = 0
  const numbers = new Map<string, number>()
  const titleLengths = new Uint32Array(documents.length)
  const textLengths = new Uint32Array(documents.length)
  const ends = documents.map((document, ordinal) => {
    titleLengths[ordinal] = appendTokens(numbers, document.title, '', 0)
    textLengths[ordinal] = appendTokens(numbers, document.text, '', TEXT_PLACE)
    appendFields(numbers, document)
    return stream.length
  })
  return { ...groupByTerm(numbers, ends), titleLengths, textLengths }
}

function appendFields(numbers: Map<string, number>, { fields }: IndexDocument): void {
  if (!fields) return
  for (const [field, mark] of FIELDS) {
    let place = TEXT_PLACE
    for (const text of fields[field] ?? []) place += appendTokens(numbers, text, mark, place) + FIELD_GAP
  }
}

const FIELDS = Object.entries(FIELD_MARKS) as [keyof typeof FIELD_MARKS, string][]

/** @param mark stands before each term */
function appendTokens(numbers: Map<string, number>, text: string, mark: string, base: number): number {
  const before = stream.length
  tokenize(text, (word, _start, _end, position) => {
    const term = mark === '' ? word : mark + word
    let number = numbers.get(term)
    if (number === undefined) {
      number = numbers.size
      numbers.set(term, number)
    }
    if (stream.length === stream.terms.length) grow()
    stream.terms[stream.length] = number
    stream.places[stream.length++] = base + position
  })
  return stream.length - before
}

function grow(): void {
  const { terms, places } = stream
  stream.terms = new Uint32Array(terms.length * 2)
  stream.terms.set(terms)
  stream.places = new Uint32Array(places.length * 2)
  stream.places.set(places)
}

function groupByTerm(
  numbers: ReadonlyMap<string, number>,
  ends: readonly number[],
): Pick<Occurrences, 'terms' | 'starts' | 'ordinals' | 'places'> {
  const unsorted = [...numbers.keys()]
  const order = sortTerms(unsorted)
  const terms: string[] = []
  const ranks = new Uint32Array(order.length)
  order.forEach((number, rank) => {
    terms.push(unsorted[number] ?? '')
    ranks[number] = rank
  })
  const starts = new Uint32Array(terms.length + 1)
  for (let at = 0; at < stream.length; at++) increment(starts, rankAt(ranks, at) + 1)
  for (let rank = 0; rank < terms.length; rank++)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0)
  const next = starts.slice()
  const { ordinals, places } = groupsFor(stream.terms.length)
  let ordinal = 0
  for (let at = 0; at < stream.length; at++) {
    while (at >= (ends[ordinal] ?? Infinity)) ordinal++
    const slot = increment(next, rankAt(ranks, at))
    ordinals[slot] = ordinal
    places[slot] = stream.places[at] ?? 0
  }
  return { terms, starts, ordinals, places }
}

function groupsFor(tokens: number): Pick<Occurrences, 'ordinals' | 'places'> {
  if (grouped.ordinals.length !== tokens) grouped = emptyGroups(tokens)
  return grouped
}

function rankAt(ranks: Uint32Array, at: number): number {
  return ranks[stream.terms[at] ?? 0] ?? 0
}

/** Adds one and returns what was there before. */
function increment(counts: Uint32Array, index: number): number {
  const before = counts[index] ?? 0
  counts[index] = before + 1
  return before
}
