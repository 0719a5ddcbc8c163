import {
  AND,
  CALENDAR,
  CLAUSE_OPENER,
  CONTINUING,
  DETERMINER,
  FILLER,
  LABELLING,
  LINKER,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  ROLE,
  ROLE_ENDING_KEY,
  SAYING,
  SECOND_PARTICLE,
} from './languages/language'
import type { QuoteLanguage } from './languages/language'
import type { Point, QuoteToken, Token, Word } from './tokens'

/** Tokens `from` to before `to`. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

const SMALL_S = 0x73
const LONGEST_PHRASE = 14
/** How many small words may stand between two capital ones of one phrase: `Republican political consultant Chris`. */
const LONGEST_GAP = 4

export const isPoint = (token: Token | undefined, texts: string): token is Point =>
  token?.kind === 'point' && texts.includes(token.text)

export const isWord = (token: Token | undefined): token is Word => token?.kind === 'word'

/** Whether the word at `at` is of one of the classes and small, so that it is no name. */
const isIn = (classes: number, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return isWord(token) && (token.classes & classes) !== 0 && token.small
}

export const isFiller = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(FILLER, tokens, at) || isCalendar(tokens[at], language)

const isCalendar = (token: Token | undefined, language: QuoteLanguage): boolean =>
  isWord(token) && (token.classes & (language.capitalNouns ? CALENDAR | FILLER : CALENDAR)) !== 0

export const isClauseOpener = (tokens: readonly Token[], at: number): boolean =>
  isIn(CLAUSE_OPENER, tokens, at)

export const isPreposition = (tokens: readonly Token[], at: number): boolean => isIn(PREPOSITION, tokens, at)

export const isDeterminer = (tokens: readonly Token[], at: number): boolean => isIn(DETERMINER, tokens, at)

const isLinker = (tokens: readonly Token[], at: number): boolean => isIn(LINKER, tokens, at)

export const isPronoun = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return isWord(token) && (token.classes & PRONOUN) !== 0 && (token.small || token.lower === 'i')
}

export const isAnd = (tokens: readonly Token[], at: number): boolean => isIn(AND, tokens, at)

/** Whether a word in lower case, of these classes, tells what a person is; it may be a possessive. */
export function isRole(word: string, ownClasses: number, { classes, roleEndings }: QuoteLanguage): boolean {
  if (ownClasses & ROLE) return true
  const isPossessive = word.charCodeAt(word.length - 1) === SMALL_S && word.endsWith("'s")
  const plain = isPossessive ? word.slice(0, -2) : word
  if (isPossessive && (classes.get(plain) ?? 0) & ROLE) return true
  if (roleEndings.size === 0) return false
  return roleEndings.get(plain.slice(-ROLE_ENDING_KEY))?.some(ending => plain.endsWith(ending)) ?? false
}

/** The same of a word in a sentence. */
export const isRoleWord = (word: Word, language: QuoteLanguage): boolean =>
  isRole(word.lower, word.classes, language)

/**
 * Whether the word is of one of the classes (`SAYING`, `LABELLING`, `CONTINUING`) and stands where a verb can: not with
 * a capital, not after an article.
 */
export function isVerb(
  classes: number,
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): boolean {
  if (!isIn(classes, tokens, at)) return false
  return language.capitalNouns || !isDeterminer(tokens, at - 1) || isPronoun(tokens, at - 1)
}

const endsPhrase = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isFiller(tokens, at, language) ||
  isClauseOpener(tokens, at) ||
  isPronoun(tokens, at) ||
  isVerb(SAYING | LABELLING | CONTINUING, tokens, at, language)

/** Whether a small word after a capital one still belongs to the phrase, as a noun or a name comes soon. */
function leadsOn(tokens: readonly Token[], at: number, to: number, language: QuoteLanguage): boolean {
  for (let next = at; next < Math.min(to, at + LONGEST_GAP); next++) {
    const token = tokens[next]
    if (!isWord(token)) return false
    if (token.capital || isRoleWord(token, language)) return !isCalendar(token, language)
    if (endsPhrase(tokens, next, language) || isPreposition(tokens, next)) return false
    if (isAnd(tokens, next) || isDeterminer(tokens, next)) return false
  }
  return false
}

/** A point inside a phrase: after an initial or an abbreviation before a name. */
const isAbbreviationPoint = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  const next = tokens[at + 1]
  return isPoint(token, '.') && !token.endsSentence && isWord(next) && next.capital
}

/** Whether the phrase that begins at `from` can go on with the small linking word at `at`: `secretary of state`. */
function canLink(tokens: readonly Token[], from: number, at: number, language: QuoteLanguage): boolean {
  const before = tokens[at - 1]
  if (!isWord(before) || !isWord(tokens[at + 1])) return false
  return (
    isDeterminer(tokens, from) || isRoleWord(before, language) || !before.capital || isLinker(tokens, at - 1)
  )
}

const LONGEST_QUOTED_NAME = 30

/** A paper or a ship in quotation marks, as part of the phrase: `die „Computerwoche“`. */
export const isQuotedName = ({ span, endsSentence }: QuoteToken): boolean =>
  !endsSentence && span.end - span.start <= LONGEST_QUOTED_NAME

/** Whether a particle, or the second of two, stands between two capital words of one name. */
function isParticle(tokens: readonly Token[], at: number, language: QuoteLanguage): boolean {
  const token = tokens[at]
  if (!isWord(token) || (token.classes & (PARTICLE | SECOND_PARTICLE)) === 0) return false
  const [before, next, second] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (!isWord(before) || !isWord(next)) return false
  if (before.classes & PARTICLE) return (token.classes & SECOND_PARTICLE) !== 0 && next.capital
  if (!before.capital || (token.classes & PARTICLE) === 0 || isRoleWord(before, language)) return false
  return next.capital || ((next.classes & SECOND_PARTICLE) !== 0 && isWord(second) && second.capital)
}

type Step = 'stop' | 'take' | 'pass'

function stepAt(
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
  language: QuoteLanguage,
): Step {
  const token = tokens[at]
  if (token?.kind === 'quote') return at > from && isQuotedName(token) ? 'take' : 'stop'
  if (!isWord(token)) return isAbbreviationPoint(tokens, at) ? 'pass' : 'stop'
  if (at === from && isDeterminer(tokens, at)) return 'pass'
  const before = tokens[at - 1]
  const afterCapital = at > from && isWord(before) && before.capital && !before.possessive
  if (at > from && isParticle(tokens, at, language)) return 'pass'
  if (isLinker(tokens, at) && at > from) return canLink(tokens, from, at, language) ? 'pass' : 'stop'
  if (isPreposition(tokens, at) || endsPhrase(tokens, at, language)) return 'stop'
  if (isDeterminer(tokens, at)) return isLinker(tokens, at - 1) ? 'pass' : 'stop'
  if (isAnd(tokens, at)) return joinsNames(tokens, at, language) ? 'pass' : 'stop'
  if (afterCapital && !token.capital && !language.capitalNouns && !leadsOn(tokens, at, to, language))
    return 'stop'
  if (afterCapital && !token.capital && language.capitalNouns) return 'stop'
  return 'take'
}

function joinsNames(tokens: readonly Token[], at: number, language: QuoteLanguage): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return isWord(before) && before.capital && isWord(after) && after.capital && !isCalendar(after, language)
}

/**
 * The noun phrase that begins exactly at `from`: a pronoun, a name with its titles, or an article with its nouns.
 *
 * @param to the phrase ends before this token
 * @returns null when no noun phrase begins there
 */
export function phraseAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  if (isPronoun(tokens, from)) return { from, to: from + 1 }
  let end = from
  for (let at = from; at < Math.min(to, from + LONGEST_PHRASE); at++) {
    const step = stepAt(tokens, from, at, to, language)
    if (step === 'stop') break
    if (step === 'take') end = at + 1
  }
  return end > from ? { from, to: end } : null
}

/** The first noun phrase in a range that no preposition governs; the first at all when all are governed. */
export function firstPhrase(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  let governed: TokenRange | null = null
  let afterPreposition = false
  for (let at = from; at < to;) {
    const phrase = isPreposition(tokens, at) ? null : phraseAt(tokens, at, to, language)
    if (phrase && !afterPreposition) return phrase
    governed ??= phrase && hasCapital(tokens, phrase) ? phrase : null
    if (!phrase) afterPreposition = isPreposition(tokens, at) || (afterPreposition && isWord(tokens[at]))
    else afterPreposition = false
    at = phrase ? phrase.to : at + 1
  }
  return governed
}

/**
 * The subject of a clause whose verb is not known: the first phrase that opens one of its parts between commas, not
 * counting parts that a preposition or a conjunction opens.
 */
export function mainSubject(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: QuoteLanguage,
): TokenRange | null {
  for (let at = from; at < to; at++) {
    if (at > from && !isPoint(tokens[at - 1], ',;:-–—()')) continue
    let start = at
    while (start < to && (isAnd(tokens, start) || isFiller(tokens, start, language))) start++
    if (isPreposition(tokens, start)) continue
    const phrase = phraseAt(tokens, start, to, language)
    if (phrase) return phrase
  }
  return null
}

export const hasCapital = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  tokens.slice(from, to).some(token => isWord(token) && token.capital)
