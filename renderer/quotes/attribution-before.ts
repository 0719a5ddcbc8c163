import { cueAt, sourceAt } from './attribution'
import type { Attribution } from './attribution'
import { clauseAfter, clauseBefore } from './clauses'
import { CONTINUING, LABELLING, SAYING } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { firstPhrase, isPoint, isVerb, isWord, mainSubject } from './phrases'
import type { TokenRange } from './phrases'
import { subjectBefore, subjectOf } from './subjects'
import type { Token } from './tokens'

/** The attribution before a quotation, in its clause: `NAME said: “...”`, `NAME called it “...”`, `NAME: “...”`. */
export function attributionBefore(
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): Attribution | null {
  const clause = clauseBefore(tokens, at)
  if (clause.from === clause.to) return null
  const introduced = isPoint(tokens[at - 1], ':')
  return cueBefore(tokens, clause, language) ?? (introduced ? colonOnly(tokens, clause, language) : null)
}

function colonOnly(tokens: readonly Token[], clause: TokenRange, language: QuoteLanguage): Attribution {
  const speaker = mainSubject(tokens, clause.from, clause.to, language)
  return {
    speaker,
    cue: { from: clause.to - 1, to: clause.to },
    close: true,
    certainty: 0.6,
    colonOnly: true,
  }
}

/** The cue nearest to the end of a clause, with its subject. */
export function cueBefore(
  tokens: readonly Token[],
  clause: TokenRange,
  language: QuoteLanguage,
): Attribution | null {
  for (let at = clause.to - 1; at >= clause.from; at--) {
    const source = sourceAt(tokens, at, clause.to, language)
    if (source) return { ...source, close: isClose(tokens, source.speaker?.to ?? at, clause.to) }
    const saying = isVerb(SAYING, tokens, at, language)
    const labelling = isVerb(LABELLING, tokens, at, language)
    const continuing = isVerb(CONTINUING, tokens, at, language)
    if (!saying && !labelling && !continuing) continue
    const speaker = continuing
      ? subjectOfContinuing(tokens, at, clause, language)
      : subjectOf(tokens, at, clause, language)
    return {
      speaker,
      cue: cueAt(at),
      close: saying || continuing ? isClose(tokens, at + 1, clause.to) : false,
      certainty: speaker ? 0.85 : 0.6,
    }
  }
  return null
}

/** `NAME said no, adding “...”`: the subject of the verb of saying before, else of the sentence. */
function subjectOfContinuing(
  tokens: readonly Token[],
  verb: number,
  clause: TokenRange,
  language: QuoteLanguage,
): TokenRange | null {
  for (let at = verb - 1; at > clause.from; at--)
    if (isVerb(SAYING, tokens, at, language)) {
      const subject = subjectBefore(tokens, at, clause.from, language)
      if (subject && !subject.governed) return subject.phrase
    }
  return mainSubject(tokens, clause.from, verb, language) ?? firstPhrase(tokens, clause.from, verb, language)
}

/** `weil NAME es „...“ nannte`: the verb after the quotation, its subject before it in the same clause. */
export function attributionAround(
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): Attribution | null {
  if (!language.verbFinal) return null
  const after = clauseAfter(tokens, at)
  let verb = after.from
  while (
    isWord(tokens[verb]) &&
    !isVerb(SAYING, tokens, verb, language) &&
    !isVerb(LABELLING, tokens, verb, language)
  )
    verb++
  if (verb >= after.to || !isWord(tokens[verb])) return null
  const before = clauseBefore(tokens, at)
  const subject = subjectBefore(tokens, at, before.from, language)
  return subject && { speaker: subject.phrase, cue: cueAt(verb), close: false, certainty: 0.7 }
}

/** Nothing but punctuation stands between the cue and the quotation, or a colon introduces it. */
function isClose(tokens: readonly Token[], from: number, to: number): boolean {
  if (isPoint(tokens[to - 1], ':')) return true
  for (let at = from; at < to; at++) if (isWord(tokens[at])) return isPoint(tokens[to - 1], ',')
  return true
}
