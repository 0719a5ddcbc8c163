import type { Span } from '../text'
import { attributionAfter } from './attribution-after'
import { attributionAround, attributionBefore } from './attribution-before'
import type { Attribution } from './attribution'
import { clauseAfter, clauseBefore } from './clauses'
import { lastSpeaker, subjectOfLastCue } from './heirs'
import type { Heir } from './heirs'
import type { QuoteLanguage } from './languages/language'
import { isAnd, isPoint, isWord } from './phrases'
import { isName, isSubjectTitle } from './titles'
import { spanOf } from './tokens'
import type { QuoteToken, Token } from './tokens'

/** A quoted stretch that counts as a quotation, with what its sentence tells about it. */
export interface Attributed extends Heir {
  readonly quote: QuoteToken
  readonly kind: 'direct' | 'mixed'
}

/** A paragraph and how to read it. */
export interface Place {
  /** The quotation that the paragraph before left open and its first one continues. */
  readonly running: Attributed | null
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: QuoteLanguage
}

/** A quotation found earlier in the paragraph. */
interface Earlier {
  readonly at: number
  readonly result: Attributed
}

/** One quoted stretch while it is decided about. */
interface Candidate {
  readonly place: Place
  readonly at: number
  readonly quote: QuoteToken
  readonly words: number
  readonly opensSentence: boolean
  /** Another quotation stands before it in the paragraph, or goes on in it. */
  readonly follows: boolean
  /** Who spoke last before it. */
  readonly ancestor: () => Heir | null
}

/** Fewer words than these are a word or a title, not speech. */
const FEWEST_DIRECT_WORDS = 2
const FEWEST_EMBEDDED_WORDS = 2
const FEWEST_UNATTRIBUTED_WORDS = 4
const FEWEST_UNATTRIBUTED_EMBEDDED_WORDS = 6
/** How much of its certainty an inherited speaker keeps. */
export const INHERITED = 0.9
/** A part of a sentence is less surely a quotation. */
const MIXED = 0.8
const NOBODY: Heir = { speaker: null, cue: null, certainty: 0.45 }
/** Words are counted in the beginning of a quotation only, and up to so many: more make no difference. */
const COUNTED_LENGTH = 200
const MOST_COUNTED = FEWEST_UNATTRIBUTED_EMBEDDED_WORDS

/** Scripts without spaces have about two letters a word. */
const WORD = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]{1,2}|[\p{L}\p{N}]+/gu

function wordCount(text: string, { start, end }: Span): number {
  const beginning = text.slice(start, Math.min(end, start + COUNTED_LENGTH))
  let count = 0
  WORD.lastIndex = 0
  while (count < MOST_COUNTED && WORD.test(beginning)) count++
  return count
}

function hasWords(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWord(tokens[at])) return true
  return false
}

/** Decides about every quoted stretch of one paragraph. `heir` tells who spoke last before the paragraph. */
export function attributeParagraph(place: Place, heir: () => Heir | null): readonly Attributed[] {
  const found: Attributed[] = []
  let last: Earlier | null = null
  for (let at = 0; at < place.tokens.length; at++) {
    const token = place.tokens[at]
    if (token?.kind !== 'quote') continue
    const result = attribute(place, at, token, last, heir)
    if (!result) continue
    last = { at, result }
    found.push(result)
  }
  return found
}

function attribute(
  place: Place,
  at: number,
  quote: QuoteToken,
  last: Earlier | null,
  heir: () => Heir | null,
): Attributed | null {
  const words = wordCount(place.text, quote.span)
  if (words === 0) return null
  const clause = clauseBefore(place.tokens, at)
  const opensSentence = !hasWords(place.tokens, clause.from, clause.to)
  const ancestor = (): Heir | null => speakerBefore(place, clause.from, last, heir)
  const follows = last !== null || place.running !== null
  const candidate: Candidate = { place, at, quote, words, opensSentence, follows, ancestor }
  const chosen = chosenAttribution(candidate)
  if (chosen) return withAttribution(candidate, chosen)
  const goesOn = last && clause.from === last.at + 1 && !last.result.quote.endsSentence
  return goesOn ? withinSentence(candidate, last.result) : withoutAttribution(candidate)
}

/** The quotation with its own attribution; null when it is a name or too short to be speech. */
function withAttribution(candidate: Candidate, chosen: Attribution): Attributed | null {
  const { at, quote, words, opensSentence } = candidate
  const { text, tokens, language } = candidate.place
  const introduced = opensSentence || isPoint(tokens[at - 1], ':') || (chosen.close && !chosen.isAfter)
  const isDirect = introduced && chosen.close && words >= FEWEST_DIRECT_WORDS
  const isNothing = isDirect
    ? isSubjectTitle(text, tokens, at, language)
    : words < FEWEST_EMBEDDED_WORDS || isName(text, tokens, at, language)
  if (isNothing) return null
  const written = chosen.speaker && spanOf(tokens, chosen.speaker)
  const elided = written ? null : candidate.ancestor()
  return {
    quote,
    kind: isDirect ? 'direct' : 'mixed',
    speaker: written ?? elided?.speaker ?? null,
    cue: chosen.cue && spanOf(tokens, chosen.cue),
    certainty: chosen.certainty * (isDirect ? 1 : MIXED) * (elided ? INHERITED : 1),
  }
}

/** `NAME called it “one” and “two”`: the second has the first's speaker. */
function withinSentence(candidate: Candidate, before: Attributed): Attributed | null {
  const { at, words, opensSentence, quote } = candidate
  const { text, tokens, language } = candidate.place
  if (words < FEWEST_EMBEDDED_WORDS || isName(text, tokens, at, language)) return null
  return inherit(quote, opensSentence ? before.kind : 'mixed', before)
}

/** A sentence in quotation marks is speech, and so is a long part of one. */
function withoutAttribution(candidate: Candidate): Attributed | null {
  const { at, words, opensSentence, quote, follows } = candidate
  const { text, tokens, language } = candidate.place
  const isWhole = quote.endsSentence || !hasWords(tokens, at + 1, clauseAfter(tokens, at).to)
  if (opensSentence && isWhole)
    return words < FEWEST_UNATTRIBUTED_WORDS && !follows
      ? null
      : inherit(quote, 'direct', candidate.ancestor())
  if (words < FEWEST_UNATTRIBUTED_EMBEDDED_WORDS || isName(text, tokens, at, language)) return null
  return inherit(quote, 'mixed', candidate.ancestor())
}

/** Who spoke last: since the quotation before, in it, before it in the paragraph, or before the paragraph. */
function speakerBefore(
  { tokens, language, running }: Place,
  to: number,
  last: Earlier | null,
  heir: () => Heir | null,
): Heir | null {
  if (last) return subjectOfLastCue(tokens, clauseAfter(tokens, last.at).to, to, language) ?? last.result
  if (running && !hasWords(tokens, 0, to)) return running
  return hasWords(tokens, 0, to) ? lastSpeaker(tokens, 0, to, language) : heir()
}

function inherit(quote: QuoteToken, kind: 'direct' | 'mixed', heir: Heir | null): Attributed {
  const { speaker, cue, certainty } = heir ?? NOBODY
  return { quote, kind, speaker, cue, certainty: certainty * INHERITED }
}

/** An attribution before that introduces the quotation, else one after it, else one somewhere in its sentence. */
function chosenAttribution(candidate: Candidate): Attribution | null {
  const { at, opensSentence } = candidate
  const { tokens, language } = candidate.place
  const before = opensSentence ? null : attributionBefore(tokens, at, language)
  if (before?.close && !before.colonOnly) return before
  const after = attributionAfter(tokens, at, language) ?? laterInSentence(candidate)
  if (after) return { ...after, isAfter: true }
  return before ?? (opensSentence ? null : attributionAround(tokens, at, language))
}

/** `“One” and “two,” said NAME`: the attribution after the next quotation, when only `and` or a comma lies between. */
function laterInSentence({ at, place: { tokens, language } }: Candidate): Attribution | null {
  let next = at + 1
  while (isAnd(tokens, next) || isPoint(tokens[next], ',')) next++
  const token = tokens[next]
  if (next === at + 1 || token?.kind !== 'quote') return null
  const attribution = attributionAfter(tokens, next, language)
  return attribution && { ...attribution, certainty: attribution.certainty * INHERITED }
}
