import type { Stem } from '../text'
import type { ParsedQuery, QueryCondition, SearchField } from './query-tree'

/** What the index needs to know of one article. */
export interface IndexDocument {
  /** A whole number from 0 to 2^53 - 1, unique in the batch. */
  readonly id: number
  readonly title: string
  readonly text: string
  /** Texts of the fields that can be searched by name. They are no part of the title or the text, nor of their lengths. */
  readonly fields?: Readonly<Partial<Record<Exclude<SearchField, 'title'>, readonly string[]>>>
}

/** The parts of a segment, in the order in which they stand in it. */
export type SegmentRegion = 'positions' | 'frequencies' | 'dictionary' | 'documents'

/**
 * What is known of a segment without reading its bytes: kept in memory while the searcher lives. Of some 100,000
 * documents it is still below 64 KiB, above which Chromium stores values as files of their own.
 *
 * It survives a structured clone, so a store may keep it as it is. FORMAT.md describes the bytes.
 */
export interface SegmentHeader {
  readonly version: 4
  readonly documentCount: number
  readonly termCount: number
  /** The least and the greatest id. */
  readonly firstId: number
  readonly lastId: number
  /** Length in tokens of all titles together. */
  readonly titleTokens: number
  /** Length in tokens of all texts together. */
  readonly textTokens: number
  /** Length in bytes of each region, in the order in which they stand in the segment. */
  readonly positionBytes: number
  readonly frequencyBytes: number
  readonly dictionaryBytes: number
  readonly documentBytes: number
  /** Of the bytes of each region (Adler-32). */
  readonly checksums: Readonly<Record<SegmentRegion, number>>
  /** The sparse dictionary: the first term and the length of each dictionary block. */
  readonly sparse: Uint8Array
  /** A Bloom filter of the terms; empty when it would be too large, and then every term may be there. */
  readonly filter: Uint8Array
}

/** An immutable index of one batch of articles. */
export interface Segment {
  readonly header: SegmentHeader
  readonly bytes: Uint8Array
}

/** A header under the id that the store gave its segment. No id is used twice. */
export interface StoredSegment {
  readonly id: number
  /** The greatest id of a batch in it; its own id unless it was merged. What it says of an article replaces what a lesser one says. */
  readonly newest: number
  readonly header: SegmentHeader
}

/** The bytes of a segment. */
export interface SegmentBytes {
  /**
   * Fills memory with the bytes from a place on.
   *
   * @returns how many there were
   */
  read(into: Uint8Array, start: number): number
  /** Nothing is read after it. */
  close(): void
}

/** Where segments are kept. */
export interface SegmentStore {
  /** All current segments, in any order. */
  segments(): Promise<readonly StoredSegment[]>
  /**
   * Opens one of them: what was opened can be read until it is closed, whatever becomes of the segment.
   *
   * @param segment the id from `segments()`
   * @throws anything, by rejecting, when it is gone: the searcher then reads `segments()` anew, as long as they change
   */
  open(segment: number): Promise<SegmentBytes>
}

/** One word of a phrase: where it stands after the first word, and whether it is only the beginning of a word. */
export interface PhraseWord {
  readonly term: string
  readonly prefix: boolean
  /** In tokens: 0 for the first word. */
  readonly offset: number
}

/** What one place in a text can match: folded terms, as `tokenize` of renderer/text gives them. */
export type HighlightTerm =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'prefix'; readonly term: string }
  | { readonly kind: 'phrase'; readonly words: readonly PhraseWord[] }

/** What the parser of words, phrases and a last prefix gives. `and` of nothing matches nothing. */
export type Query = HighlightTerm | { readonly kind: 'and'; readonly of: readonly HighlightTerm[] }

/** One document found. */
export interface Hit {
  readonly id: number
  /** Greater is better; comparable within one result only. Below zero where a guess matched. */
  readonly score: number
}

/** What a search found. */
export interface SearchResult {
  /** How many documents match, also beyond the limit. */
  readonly total: number
  /** In the order that was asked for; equal ones by id, greatest (newest) first. */
  readonly hits: readonly Hit[]
  /** The ids of all documents that match, in no order. */
  readonly matched: Float64Array
  /** For `highlight` and `snippet`: those of the query, and the inflected forms that were looked for. */
  readonly terms: readonly HighlightTerm[]
}

/** Settings of one search. */
export interface SearchOptions {
  /** At most so many hits. */
  readonly limit: number
  /** By relevance, best first, or by date, newest first. */
  readonly order: 'relevance' | 'date'
  /** Asked once a search for each condition of the query: says which documents fulfil it. */
  readonly fulfils: (condition: QueryCondition) => (id: number) => boolean
  /** For the order by date. */
  readonly datelineOf: (id: number) => number
  /** By these the inflected forms of the words are guessed; absent: words count only as they were typed. */
  readonly stems?: readonly Stem[]
  /** Keeps a search that was not begun from being made: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** What similar documents are looked for by: a text, or folded terms. */
export type Likeness =
  { readonly title: string; readonly text: string } | { readonly terms: readonly string[] }

/** Settings of a search for similar documents. */
export interface SimilarOptions {
  /** At most so many hits. */
  readonly limit: number
  /** As that of a search. */
  readonly signal?: AbortSignal
  /** Left out of the result: the document itself. */
  readonly exclude?: number
}

/** How rare terms are in the whole index. */
export interface TermStatistics {
  /**
   * Inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), of a folded term; N is at least 1,000, because of
   * fewer documents one cannot tell how rare a word is.
   *
   * A term that was not asked for when these statistics were made counts as one that no document has.
   */
  idf(term: string): number
}

/** Settings of a searcher. */
export interface SearcherOptions {
  /** Documents for which it is true are left out of every result. Asked at each search. */
  readonly isDeleted?: (id: number) => boolean
  /** Waited for before each answer, which is made in one turn: only until then it can be heard that nobody wants it. */
  readonly pause?: () => Promise<void>
}

/** Answers queries over all segments of a store. Calls may overlap. */
export interface Searcher {
  /** Reads `segments()` anew. The first search does it by itself; later ones see the segments of the last refresh. */
  refresh(): Promise<void>
  /** The documents that match a query. Never fails because of what the query says. */
  search(query: ParsedQuery, options: SearchOptions): Promise<SearchResult>
  /** Documents that share the rarest terms with a text, best first. */
  similar(like: Likeness, options: SimilarOptions): Promise<readonly Hit[]>
  /** Looks up every term of the given texts. */
  statistics(texts: readonly string[]): Promise<TermStatistics>
  /**
   * Did you mean: the term nearest to a word that has no match, the most frequent of the nearest; null when there is
   * none. At most one letter may be missing, too many, wrong or swapped with its neighbour in words of 3 to 5 letters,
   * two in longer ones; where two are, the first letter must be right.
   */
  suggest(word: string): Promise<string | null>
  /** The terms of a field that begin with the last word of what was typed, those of most documents first. */
  complete(field: SearchField, prefix: string, limit: number): Promise<readonly string[]>
}

/** A range of a text in UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** A passage of a text, and where in the passage the terms stand. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly Mark[]
}
