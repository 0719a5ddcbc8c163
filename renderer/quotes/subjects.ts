import { skipFillers } from './clauses'
import { IMPERSONAL } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { firstPhrase, isClauseOpener, isFiller, isPoint, isPreposition, isWord, phraseAt } from './phrases'
import type { TokenRange } from './phrases'
import type { Token } from './tokens'

/** The subject of the verb at `verb`: before it, or after it where the language or the clause inverts. */
export function subjectOf(
  tokens: readonly Token[],
  verb: number,
  clause: TokenRange,
  language: QuoteLanguage,
): TokenRange | null {
  const before = subjectBefore(tokens, verb, clause.from, language)
  if (before && !before.governed) return before.phrase
  const after = subjectAfter(tokens, verb, clause.to, language)
  if (after && (language.inverts || !before)) return after
  return before?.phrase ?? firstPhrase(tokens, clause.from, verb, language)
}

/** A subject that stands before its verb. */
export interface Subject {
  readonly phrase: TokenRange
  /** A preposition opens its clause, so that it may not be the subject. */
  readonly governed: boolean
}

/** The noun phrase before the verb at `verb` in its clause, not looking before `start`. */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  start: number,
  language: QuoteLanguage,
): Subject | null {
  let end = verb
  while (end > start && isFiller(tokens, end - 1, language)) end--
  if (isPoint(tokens[end - 1], ',)')) end = openingOfParenthesis(tokens, end - 1, start)
  let from = end
  while (from > start && !breaksClause(tokens, from - 1)) from--
  if (from === end) return null
  const governed = isPreposition(tokens, from)
  const phrase = governed ? lastPhrase(tokens, from, end, language) : firstPhrase(tokens, from, end, language)
  return phrase && { phrase, governed }
}

/** `NAME, who was there, said`: the index of the comma or bracket that opened what the one at `close` closes. */
function openingOfParenthesis(tokens: readonly Token[], close: number, start: number): number {
  const opening = isPoint(tokens[close], ')') ? '(' : ','
  for (let at = close - 1; at > start; at--) if (isPoint(tokens[at], opening)) return at
  return close
}

const breaksClause = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (!isWord(token)) return !isPoint(token, ".'’-‐‑&/")
  return isClauseOpener(tokens, at)
}

/** The last noun phrase in a range. */
function lastPhrase(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  let last: TokenRange | null = null
  for (let at = from; at < to;) {
    const phrase = phraseAt(tokens, at, to, language)
    if (phrase) last = phrase
    at = phrase ? phrase.to : at + 1
  }
  return last
}

/** The noun phrase after a verb; after an impersonal one (`heißt es im Bericht`) the thing in which it says so. */
export function subjectAfter(
  tokens: readonly Token[],
  verb: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  const phrase = phraseAt(tokens, skipFillers(tokens, verb + 1, to, language), to, language)
  const first = phrase ? tokens[phrase.from] : undefined
  const isImpersonal = isWord(first) && (first.classes & IMPERSONAL) !== 0
  return phrase && isImpersonal ? firstPhrase(tokens, phrase.to, to, language) : phrase
}
