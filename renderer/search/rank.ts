/** How much a word in the title counts against one in the text. */
const TITLE_WEIGHT = 3
/** How fast more of the same word stops to matter. */
const SATURATION = 1.2
/** How much a long field lowers what a word in it counts, 0 … 1. A long headline is still a headline. */
const TITLE_LENGTH_PENALTY = 0.4
const TEXT_LENGTH_PENALTY = 0.75

/** Sizes of the whole index, all segments together, deleted documents included until they are merged away. */
export interface Collection {
  readonly documentCount: number
  readonly averageTitleLength: number
  readonly averageTextLength: number
}

/** Inverse document frequency: ln(1 + (N - n + 0.5) / (n + 0.5)), for a word in n of N documents. */
export function inverseDocumentFrequency(documentCount: number, documentsWithTerm: number): number {
  const having = Math.min(documentsWithTerm, documentCount)
  return Math.log(1 + (documentCount - having + 0.5) / (having + 0.5))
}

/**
 * What a word contributes to the score of a document, before its inverse document frequency: 0 … 1.
 *
 * BM25F: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.
 */
export function saturation(
  { averageTitleLength, averageTextLength }: Collection,
  inTitle: number,
  inText: number,
  titleLength: number,
  textLength: number,
): number {
  const title =
    inTitle &&
    inTitle / (1 - TITLE_LENGTH_PENALTY + TITLE_LENGTH_PENALTY * (titleLength / averageTitleLength))
  const text = inText / (1 - TEXT_LENGTH_PENALTY + TEXT_LENGTH_PENALTY * (textLength / averageTextLength))
  const frequency = TITLE_WEIGHT * title + text
  return frequency / (SATURATION + frequency)
}
