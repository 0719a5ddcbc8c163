import { SOURCE_AFTER } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { isWord, phraseAt } from './phrases'
import type { TokenRange } from './phrases'
import type { Token } from './tokens'

/** How a quotation is tied to its speaker. */
export interface Attribution {
  readonly speaker: TokenRange | null
  readonly cue: TokenRange | null
  /** It stands after the quotation. */
  readonly isAfter?: true
  /** No verb tells it, only a colon: any other attribution is surer. */
  readonly colonOnly?: true
  /** The cue introduces the whole quotation, and does not only stand somewhere in the same sentence. */
  readonly close: boolean
  /** 0 to 1. */
  readonly certainty: number
}

/** The cue that is the one word at `at`. */
export const cueAt = (at: number): TokenRange => ({ from: at, to: at + 1 })

/** The length in tokens of a phrase such as `according to` at `at`, 0 when there is none. */
function sourcePhraseAt(tokens: readonly Token[], at: number, language: QuoteLanguage): number {
  const matches = (phrase: readonly string[]): boolean =>
    phrase.every((part, index) => {
      const token = tokens[at + index]
      return isWord(token) && token.lower === part
    })
  return language.sourceAfter.reduce(
    (longest, phrase) => (phrase.length > longest && matches(phrase) ? phrase.length : longest),
    0,
  )
}

/** `..., according to NAME` or `laut NAME`: the cue at `at` and the phrase after it. */
export function sourceAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  language: QuoteLanguage,
): Attribution | null {
  const token = tokens[at]
  if (!isWord(token) || (token.classes & SOURCE_AFTER) === 0) return null
  const length = sourcePhraseAt(tokens, at, language)
  const speaker = length > 0 ? phraseAt(tokens, at + length, to, language) : null
  return speaker && { speaker, cue: { from: at, to: at + length }, close: true, certainty: 0.85 }
}
