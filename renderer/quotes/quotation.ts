/**
 * `direct`: the speaker's own words as a whole. `mixed`: some of the speaker's words inside a sentence of the
 * writer's. `indirect`: what was said, in the writer's words.
 */
export type QuotationKind = 'direct' | 'mixed' | 'indirect'

/** Words in a text that somebody said. Offsets are UTF-16 code units. */
export interface Quotation {
  /** The first of the quoted words; the quotation mark before it is not included. */
  readonly start: number
  /** After the last of the quoted words; the quotation mark after it is not included. */
  readonly end: number
  /** The quoted words: `text.slice(start, end)`. */
  readonly text: string
  readonly kind: QuotationKind
  /** As written: a name, a role or a pronoun. */
  readonly speaker: string | null
  /** The person's fullest name in the article, when the speaker can be told to be one person. */
  readonly resolvedSpeaker: string | null
  /** What the speaker is, as written beside the speaker's name or instead of it. */
  readonly role: string | null
  /** The word that tells that something was said: `said`, `according to`. */
  readonly cue: string | null
  /** 0 to 1: how sure it is that these words are a quotation of this speaker. */
  readonly confidence: number
}
