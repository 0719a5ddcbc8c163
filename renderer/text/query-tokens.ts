import { classAt, isDense } from './characters'
import { tokenize } from './tokens'

/** A token as a query has to look for it. */
export interface QueryToken {
  readonly term: string
  /** In UTF-16 code units of the original text; `end` exclusive. */
  readonly start: number
  readonly end: number
  /** In tokens of the text, from 0. */
  readonly position: number
  /** A single letter of a script without spaces: texts have it as the beginning of a two-letter term. */
  readonly isBeginning: boolean
}

/**
 * The tokens that a text must have for this text to stand in it.
 *
 * They are those of `tokenize` less the last letter of each run in a script without spaces: in the text that is
 * searched the run may go on, and the two-letter term before has that letter already.
 */
export function queryTokens(text: string): readonly QueryToken[] {
  const tokens: { -readonly [Key in keyof QueryToken]: QueryToken[Key] }[] = []
  let previousEnd = 0
  tokenize(text, (term, start, end, position) => {
    const previous = tokens.at(-1)
    if (previous && start < previous.end) previous.isBeginning = false
    const isLastLetter = start < previousEnd && end === previousEnd
    previousEnd = end
    if (!isLastLetter) tokens.push({ term, start, end, position, isBeginning: isDense(classAt(text, start)) })
  })
  return tokens
}
