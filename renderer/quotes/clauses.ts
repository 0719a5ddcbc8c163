import type { QuoteLanguage } from './languages/language'
import { isFiller, isQuotedName } from './phrases'
import type { TokenRange } from './phrases'
import type { Token } from './tokens'

/** Longer clauses are cut: nobody's attribution is that long, and each token is looked at a bounded number of times. */
const LONGEST_CLAUSE = 60

/** The range of tokens after `at` up to the end of the sentence or to the next quotation. */
export function clauseAfter(tokens: readonly Token[], at: number): TokenRange {
  let to = at + 1
  while (to < Math.min(tokens.length, at + LONGEST_CLAUSE)) {
    const token = tokens[to] as Token
    if (token.kind === 'point' && (token.endsSentence || token.text === ';')) break
    if (token.kind === 'quote') break
    to++
  }
  return { from: at + 1, to }
}

/**
 * The range of tokens before `at` back to the beginning of the sentence or to the quotation before; a name in
 * quotation marks is passed over.
 */
export function clauseBefore(tokens: readonly Token[], at: number): TokenRange {
  let from = at
  while (from > Math.max(0, at - LONGEST_CLAUSE)) {
    const token = tokens[from - 1] as Token
    if (token.kind === 'quote' && !isQuotedName(token)) break
    if (token.kind === 'point' && token.endsSentence) break
    from--
  }
  return { from, to: at }
}

/** The first token in a range that is no filler. */
export const skipFillers = (
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): number => {
  let at = from
  while (at < to && isFiller(tokens, at, language)) at++
  return at
}
