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
  /** What counts in fields of the usual lengths are divided by, by length in tokens. */
  readonly titleNorms: Float64Array
  readonly textNorms: Float64Array
}

/** Longer fields are rare: their norms are computed when they are met. */
const USUAL_TITLE_LENGTH = 128
const USUAL_TEXT_LENGTH = 4096

/** The figures of so many documents of so many tokens. */
export function createCollection(documentCount: number, titleTokens: number, textTokens: number): Collection {
  // Where all fields are empty any average does: it divides only zeros.
  const averageTitleLength = titleTokens / documentCount || 1
  const averageTextLength = textTokens / documentCount || 1
  return {
    documentCount,
    averageTitleLength,
    averageTextLength,
    titleNorms: Float64Array.from({ length: USUAL_TITLE_LENGTH }, (_, length) =>
      norm(TITLE_LENGTH_PENALTY, length, averageTitleLength),
    ),
    textNorms: Float64Array.from({ length: USUAL_TEXT_LENGTH }, (_, length) =>
      norm(TEXT_LENGTH_PENALTY, length, averageTextLength),
    ),
  }
}

function norm(penalty: number, length: number, average: number): number {
  return 1 - penalty + penalty * (length / average)
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
  collection: Collection,
  inTitle: number,
  inText: number,
  titleLength: number,
  textLength: number,
): number {
  const { titleNorms, textNorms, averageTitleLength, averageTextLength } = collection
  const text = inText / (textNorms[textLength] ?? norm(TEXT_LENGTH_PENALTY, textLength, averageTextLength))
  if (inTitle === 0) return text / (SATURATION + text)
  const title =
    inTitle / (titleNorms[titleLength] ?? norm(TITLE_LENGTH_PENALTY, titleLength, averageTitleLength))
  const frequency = TITLE_WEIGHT * title + text
  return frequency / (SATURATION + frequency)
}

/** What a word contributes where the fields are of average length. */
export function averageSaturation(inTitle: number, inText: number): number {
  const frequency = TITLE_WEIGHT * inTitle + inText
  return frequency / (SATURATION + frequency)
}
