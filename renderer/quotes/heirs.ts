import { cueBefore } from './attribution-before'
import { clauseAfter, clauseBefore } from './clauses'
import type { Span } from '../text'
import { firstPhrase, isPoint, isVerb, mainSubject } from './phrases'
import { SAYING } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import type { Token } from './tokens'
import { spanOf } from './tokens'

/** A speaker that a quotation without a cue of its own takes over. */
export interface Heir {
  /** Where the speaker is written, in the whole text. */
  readonly speaker: Span | null
  readonly cue: Span | null
  /** 0 to 1. */
  readonly certainty: number
}

/** How far back a speaker is looked for, in tokens: keeps the work linear. */
const LONGEST_REACH = 150

/**
 * Who spoke last before the token at `to`: the subject of the last verb of saying, else that of the sentence before. A
 * quotation without a cue of its own is usually theirs.
 *
 * @param from nothing before this token is looked at
 */
export function lastSpeaker(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): Heir | null {
  return (
    subjectOfLastCue(tokens, clauseBefore(tokens, to - 1).from, to, language) ??
    subjectOfLastSentence(tokens, from, to, language) ??
    subjectOfLastCue(tokens, from, to, language)
  )
}

/** The subject of the last verb of saying in a range. */
export function subjectOfLastCue(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): Heir | null {
  for (let at = to - 1; at >= Math.max(from, to - LONGEST_REACH); at--) {
    if (!isVerb(SAYING, tokens, at, language)) continue
    const sentence = { from: clauseBefore(tokens, at).from, to: clauseAfter(tokens, at).to }
    const clause = { from: Math.max(from, sentence.from), to: Math.min(to, sentence.to) }
    const speaker = cueBefore(tokens, clause, language)?.speaker
    if (speaker) return { speaker: spanOf(tokens, speaker), cue: null, certainty: 0.65 }
  }
  return null
}

function subjectOfLastSentence(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): Heir | null {
  const end = isPoint(tokens[to - 1], '.:!?') ? to - 1 : to
  const start = Math.max(from, clauseBefore(tokens, end).from)
  const phrase = mainSubject(tokens, start, end, language) ?? firstPhrase(tokens, start, end, language)
  return phrase && { speaker: spanOf(tokens, phrase), cue: null, certainty: 0.45 }
}
