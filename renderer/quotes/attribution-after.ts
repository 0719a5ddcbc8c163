import { cueAt, sourceAt } from './attribution'
import type { Attribution } from './attribution'
import { clauseAfter, skipFillers } from './clauses'
import { PRONOUN, SAYING, SOURCE_BEFORE, TRAILING } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import {
  firstPhrase,
  hasCapital,
  isClauseOpener,
  isFiller,
  isPoint,
  isPreposition,
  isRoleWord,
  isVerb,
  isWord,
  phraseAt,
} from './phrases'
import type { TokenRange } from './phrases'
import { subjectAfter } from './subjects'
import type { QuoteToken, Token } from './tokens'

const DASHES = '-–—―‐'

/** What stands at once after a quotation and can begin an attribution: comma and dash are passed over. */
function attributionStart(
  tokens: readonly Token[],
  at: number,
): { readonly start: number; readonly linked: boolean } {
  let start = at + 1
  // `“...”. - said NAME` is one attribution as well.
  if (isPoint(tokens[start], '.') && isPoint(tokens[start + 1], DASHES)) start++
  const first = start
  while (isPoint(tokens[start], `,${DASHES}`)) start++
  return { start, linked: start > first }
}

/**
 * How far the words after a quotation are from it: nothing between, a question or exclamation that may be part of
 * their sentence (`“Why?” she asked`), or a sentence's end, after which a clause must be nothing but an attribution.
 */
type Gap = 'none' | 'half' | 'full'

const gapAfter = (quote: QuoteToken, linked: boolean): Gap => {
  if (!quote.endsSentence || linked) return 'none'
  return quote.asksOrExclaims ? 'half' : 'full'
}

/** The attribution after a quotation: `“...,” said NAME`, `“...”, - NAME said`, `“...,” according to NAME`. */
export function attributionAfter(
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): Attribution | null {
  const quote = tokens[at] as QuoteToken
  const { start, linked } = attributionStart(tokens, at)
  if (!isWord(tokens[start])) return null
  const clause = clauseAfter(tokens, start - 1)
  const gap = gapAfter(quote, linked)
  return (
    sourceAt(tokens, start, clause.to, language) ??
    verbFirst(tokens, start, clause.to, language) ??
    subjectFirst(tokens, start, clause.to, gap, language) ??
    (gap === 'full' ? null : unknownVerb(tokens, start, clause.to, language)) ??
    signature(tokens, start, clause.to, language)
  )
}

/** Whether a clause begins with a verb of saying, or with a pronoun or name and one. */
export function opensWithCue(tokens: readonly Token[], language: QuoteLanguage): boolean {
  if (verbAt(tokens, 0, tokens.length, language) >= 0) return true
  const subject = phraseAt(tokens, 0, tokens.length, language)
  return subject !== null && isVerb(SAYING, tokens, subject.to, language)
}

/** `said NAME`, also after a small phrase: `- with a bow said NAME`. A verb with nothing after it has an elided subject. */
function verbFirst(
  tokens: readonly Token[],
  start: number,
  to: number,
  language: QuoteLanguage,
): Attribution | null {
  const at = verbAt(tokens, start, to, language)
  if (at < 0) return null
  const speaker = subjectAfter(tokens, at, to, language) ?? laterSubject(tokens, at + 1, to, language)
  return { speaker, cue: cueAt(at), close: true, certainty: speaker ? 0.95 : 0.8 }
}

const LONGEST_OPENING_PHRASE = 4

function verbAt(tokens: readonly Token[], start: number, to: number, language: QuoteLanguage): number {
  let at = skipFillers(tokens, start, to, language)
  const isCue = (): boolean => {
    const token = tokens[at]
    if (!isWord(token) || token.capital) return false
    return (token.classes & TRAILING) !== 0 || isVerb(SAYING, tokens, at, language)
  }
  if (isPreposition(tokens, at))
    while (at < Math.min(to, start + LONGEST_OPENING_PHRASE) && isWord(tokens[at]) && !isCue()) at++
  return at < to && isCue() ? at : -1
}

/** `said in an interview the minister NAME`: the first phrase that is surely no part of what a preposition opened. */
function laterSubject(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  const phrase = firstPhrase(tokens, from, to, language)
  const isPerson =
    phrase && tokens.slice(phrase.from, phrase.to).some(token => isWord(token) && isRoleWord(token, language))
  return isPerson || (phrase && !isPreposition(tokens, from)) ? phrase : null
}

function subjectFirst(
  tokens: readonly Token[],
  start: number,
  to: number,
  gap: Gap,
  language: QuoteLanguage,
): Attribution | null {
  const speaker = phraseAt(tokens, skipFillers(tokens, start, to, language), to, language)
  if (!speaker) return null
  const verb = verbAfter(tokens, speaker.to, to, language)
  if (verb < 0) return sourceBefore(tokens, speaker)
  if (gap === 'full' && to > verb + 1) return null
  if (gap === 'half' && verb > speaker.to) return null
  return { speaker, cue: cueAt(verb), close: true, certainty: verb === speaker.to ? 0.95 : 0.9 }
}

/** German `NAME zufolge`. */
function sourceBefore(tokens: readonly Token[], speaker: TokenRange): Attribution | null {
  const cue = tokens[speaker.to]
  if (!isWord(cue) || (cue.classes & SOURCE_BEFORE) === 0) return null
  return { speaker, cue: cueAt(speaker.to), close: true, certainty: 0.85 }
}

/** `“...” — NAME`, and nothing more but what stands beside the name. */
function signature(
  tokens: readonly Token[],
  start: number,
  to: number,
  language: QuoteLanguage,
): Attribution | null {
  const speaker = isPoint(tokens[start - 1], DASHES) ? phraseAt(tokens, start, to, language) : null
  if (!speaker || !hasCapital(tokens, speaker)) return null
  const ends = speaker.to >= to || isPoint(tokens[speaker.to], ',')
  return ends ? { speaker, cue: null, close: true, certainty: 0.7 } : null
}

/** A verb that no list knows is one where nothing else could stand: `“...,” she thundered.` */
function unknownVerb(
  tokens: readonly Token[],
  start: number,
  to: number,
  language: QuoteLanguage,
): Attribution | null {
  const endsHere = (at: number): boolean =>
    at >= to || isPoint(tokens[at], ',:') || isPreposition(tokens, at) || isFiller(tokens, at, language)
  const isBare = (at: number): boolean => {
    const token = tokens[at]
    return isWord(token) && !token.capital && !isPreposition(tokens, at) && !isClauseOpener(tokens, at)
  }
  const first = phraseAt(tokens, start, to, language)
  if (first && isNameOrPronoun(tokens, first) && isBare(first.to) && endsHere(first.to + 1))
    return { speaker: first, cue: cueAt(first.to), close: true, certainty: 0.7 }
  const second = isBare(start) ? phraseAt(tokens, start + 1, to, language) : null
  if (second && isNameOrPronoun(tokens, second) && endsHere(second.to))
    return { speaker: second, cue: cueAt(start), close: true, certainty: 0.6 }
  return null
}

function isNameOrPronoun(tokens: readonly Token[], phrase: TokenRange): boolean {
  const token = tokens[phrase.from]
  return isWord(token) && (token.capital || (token.classes & PRONOUN) !== 0)
}

/** The first verb of saying in a range that is not in a relative clause or another parenthesis after a comma. */
function verbAfter(tokens: readonly Token[], from: number, to: number, language: QuoteLanguage): number {
  for (let at = from, relative = false; at < to; at++) {
    if (isPoint(tokens[at], ',()')) relative = false
    else if (isClauseOpener(tokens, at)) relative = true
    else if (!relative && isVerb(SAYING, tokens, at, language)) return at
  }
  return -1
}
