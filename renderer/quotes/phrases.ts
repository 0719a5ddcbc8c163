import type { QuoteLanguage } from './languages/language'
import type { Point, QuoteToken, Token, Word } from './tokens'

/** Tokens `from` to before `to`. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

const LONGEST_PHRASE = 14
/** How many small words may stand between two capital ones of one phrase: `Republican political consultant Chris`. */
const LONGEST_GAP = 4

export const isPoint = (token: Token | undefined, texts: string): token is Point =>
  token?.kind === 'point' && texts.includes(token.text)

export const isWord = (token: Token | undefined): token is Word => token?.kind === 'word'

/** Where a clause can begin: at the start, after a quotation and after punctuation. A capital means nothing there. */
export const opensClause = (tokens: readonly Token[], at: number): boolean => !isWord(tokens[at - 1])

/** A small word, or one whose capital only comes from its place. */
const isSmall = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return isWord(token) && (!token.capital || opensClause(tokens, at))
}

const isIn = (set: ReadonlySet<string>, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return isWord(token) && set.has(token.lower) && isSmall(tokens, at)
}

export const isFiller = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.fillers, tokens, at) || isCalendar(tokens[at], language)

const isCalendar = (token: Token | undefined, language: QuoteLanguage): boolean =>
  isWord(token) &&
  (language.calendar.has(token.lower) || (language.capitalNouns && language.fillers.has(token.lower)))

export const isClauseOpener = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.clauseOpeners, tokens, at)

export const isPreposition = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.prepositions, tokens, at)

export const isDeterminer = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.determiners, tokens, at)

const isLinker = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.linkers, tokens, at)

export const isPronoun = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean => {
  const token = tokens[at]
  return isWord(token) && language.pronouns.has(token.lower) && (isSmall(tokens, at) || token.lower === 'i')
}

export const isAnd = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isIn(language.and, tokens, at)

export function isRole(word: string, language: QuoteLanguage): boolean {
  const plain = word.replace(/'s$/, '')
  return language.roles.has(plain) || language.roleEndings.some(ending => plain.endsWith(ending))
}

/** Whether the word is one of `verbs` and stands where a verb can: not with a capital, not after an article. */
export function isVerb(
  verbs: ReadonlySet<string>,
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): boolean {
  if (!isIn(verbs, tokens, at)) return false
  return (
    language.capitalNouns || !isDeterminer(tokens, at - 1, language) || isPronoun(tokens, at - 1, language)
  )
}

const endsPhrase = (tokens: readonly Token[], at: number, language: QuoteLanguage): boolean =>
  isFiller(tokens, at, language) ||
  isClauseOpener(tokens, at, language) ||
  isPronoun(tokens, at, language) ||
  isVerb(language.saying, tokens, at, language) ||
  isVerb(language.labelling, tokens, at, language) ||
  isVerb(language.continuing, tokens, at, language)

/** Whether a small word after a capital one still belongs to the phrase, as a noun or a name comes soon. */
function leadsOn(tokens: readonly Token[], at: number, to: number, language: QuoteLanguage): boolean {
  for (let next = at; next < Math.min(to, at + LONGEST_GAP); next++) {
    const token = tokens[next]
    if (!isWord(token)) return false
    if (token.capital || isRole(token.lower, language)) return !isCalendar(token, language)
    if (endsPhrase(tokens, next, language) || isPreposition(tokens, next, language)) return false
    if (isAnd(tokens, next, language) || isDeterminer(tokens, next, language)) return false
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
    isDeterminer(tokens, from, language) ||
    isRole(before.lower, language) ||
    !before.capital ||
    isLinker(tokens, at - 1, language)
  )
}

const LONGEST_QUOTED_NAME = 30

/** A paper or a ship in quotation marks, as part of the phrase: `die „Computerwoche“`. */
export const isQuotedName = ({ span, endsSentence }: QuoteToken): boolean =>
  !endsSentence && span.end - span.start <= LONGEST_QUOTED_NAME

/** Small words inside names, in every language: `Jan de Vries`, `Ursula von der Leyen`. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das di del della van von ter ten zu bin al'.split(' '),
)
const SECOND_PARTICLES: ReadonlySet<string> = new Set('la las los der den de'.split(' '))

/** Whether a particle, or the second of two, stands between two capital words of one name. */
function isParticle(tokens: readonly Token[], at: number, language: QuoteLanguage): boolean {
  const [before, token, next, second] = tokens.slice(at - 1, at + 3)
  if (!isWord(before) || !isWord(token) || !isWord(next)) return false
  if (PARTICLES.has(before.lower)) return SECOND_PARTICLES.has(token.lower) && next.capital
  if (!before.capital || isRole(before.lower, language) || !PARTICLES.has(token.lower)) return false
  return next.capital || (SECOND_PARTICLES.has(next.lower) && isWord(second) && second.capital)
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
  if (at === from && isDeterminer(tokens, at, language)) return 'pass'
  const before = tokens[at - 1]
  const afterCapital = at > from && isWord(before) && before.capital && !before.possessive
  if (at > from && isParticle(tokens, at, language)) return 'pass'
  if (isLinker(tokens, at, language) && at > from)
    return canLink(tokens, from, at, language) ? 'pass' : 'stop'
  if (isPreposition(tokens, at, language) || endsPhrase(tokens, at, language)) return 'stop'
  if (isDeterminer(tokens, at, language)) return isLinker(tokens, at - 1, language) ? 'pass' : 'stop'
  if (isAnd(tokens, at, language)) return joinsNames(tokens, at, language) ? 'pass' : 'stop'
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
  if (isPronoun(tokens, from, language)) return { from, to: from + 1 }
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
    const phrase = isPreposition(tokens, at, language) ? null : phraseAt(tokens, at, to, language)
    if (phrase && !afterPreposition) return phrase
    governed ??= phrase && hasCapital(tokens, phrase) ? phrase : null
    if (!phrase)
      afterPreposition = isPreposition(tokens, at, language) || (afterPreposition && isWord(tokens[at]))
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
    while (start < to && (isAnd(tokens, start, language) || isFiller(tokens, start, language))) start++
    if (isPreposition(tokens, start, language)) continue
    const phrase = phraseAt(tokens, start, to, language)
    if (phrase) return phrase
  }
  return null
}

export const hasCapital = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  tokens.slice(from, to).some(token => isWord(token) && token.capital)
