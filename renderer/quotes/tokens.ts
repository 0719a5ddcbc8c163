import { isSentenceEnd } from '../text'
import type { Span } from '../text'
import type { QuoteLanguage } from './languages/language'
import type { MarkedSpan } from './marks'

export interface Word extends Span {
  readonly kind: 'word'
  /** In lower case, without an apostrophe at its end. */
  readonly lower: string
  readonly capital: boolean
  /** It ends in a possessive `'s`. */
  readonly possessive: boolean
}

export interface Point extends Span {
  readonly kind: 'point'
  readonly text: string
  readonly endsSentence: boolean
}

/** A whole quotation stands as one token in the sentence around it. */
export interface QuoteToken extends Span {
  readonly kind: 'quote'
  readonly span: MarkedSpan
  /** Its last words end a sentence, and what follows begins another. */
  readonly endsSentence: boolean
  readonly asksOrExclaims: boolean
}

export type Token = Word | Point | QuoteToken

/** An abbreviation with its points, or letters and digits with apostrophes, hyphens and ampersands inside. */
const WORD_OR_POINT =
  /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-‐‑&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*['’]?|[^\s\p{L}\p{N}]/gu
const TERMINATOR = /[.!?…。！？]/
const POSSESSIVE = /['’]s$|s['’]$/i
const APOSTROPHE = /['’]/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

function word(text: string, start: number, end: number): Word {
  const written = text.slice(start, end)
  const lower = written.toLowerCase()
  const capital = lower.charCodeAt(0) !== written.charCodeAt(0)
  if (!APOSTROPHE.test(written)) return { kind: 'word', start, end, lower, capital, possessive: false }
  const plain = lower.replace(/['’]$/, '').replaceAll('’', "'")
  return { kind: 'word', start, end, lower: plain, capital, possessive: POSSESSIVE.test(written) }
}

/** Where inside `start` to `end` a new word begins, though nothing but an apostrophe, a hyphen or nothing separates. */
function cutsOf(written: string, language: QuoteLanguage): readonly (readonly [end: number, next: number])[] {
  if (language.cutAt)
    return [...written.matchAll(language.cutAt)].flatMap(({ 0: cue, index }) => [
      [index, index] as const,
      [index + cue.length, index + cue.length] as const,
    ])
  const cuts: (readonly [number, number])[] = []
  const apostrophe = language.elisions.size > 0 ? written.search(APOSTROPHE) : -1
  if (language.elisions.has(written.slice(0, Math.max(0, apostrophe)).toLowerCase()))
    cuts.push([apostrophe, apostrophe + 1])
  const hyphen = language.hyphenatedPronouns ? written.lastIndexOf('-') : -1
  if (hyphen > apostrophe && language.pronouns.has(written.slice(hyphen + 1).toLowerCase()))
    cuts.push([written.startsWith('-t', hyphen - 2) ? hyphen - 2 : hyphen, hyphen + 1])
  return cuts
}

/** Adds a word, or several that the language writes as one: `l'avocat`, `dit-il`. */
function pushWord(tokens: Token[], text: string, start: number, end: number, language: QuoteLanguage): void {
  let from = start
  for (const [cutEnd, next] of cutsOf(text.slice(start, end), language)) {
    if (start + cutEnd > from) tokens.push(word(text, from, start + cutEnd))
    from = start + next
  }
  if (end > from) tokens.push(word(text, from, end))
}

function pushPlain(tokens: Token[], text: string, from: number, to: number, language: QuoteLanguage): void {
  WORD_OR_POINT.lastIndex = from
  for (let match = WORD_OR_POINT.exec(text); match && match.index < to; match = WORD_OR_POINT.exec(text)) {
    const start = match.index
    const end = Math.min(to, start + match[0].length)
    if (LETTER_OR_DIGIT.test(match[0])) pushWord(tokens, text, start, end, language)
    else {
      const endsSentence = TERMINATOR.test(match[0]) && isSentenceEnd(text, start)
      tokens.push({ kind: 'point', start, end, text: match[0], endsSentence })
    }
  }
}

function quoteToken(text: string, span: MarkedSpan): QuoteToken {
  const last = span.end - 1
  const endsSentence = TERMINATOR.test(text.charAt(last)) && isSentenceEnd(text, last)
  return {
    kind: 'quote',
    start: span.open,
    end: span.close,
    span,
    endsSentence,
    asksOrExclaims: /[?!]/.test(text.charAt(last)),
  }
}

/** The words and punctuation of one paragraph in order, each quoted stretch as one token. */
export function paragraphTokens(
  text: string,
  paragraph: Span,
  spans: readonly MarkedSpan[],
  language: QuoteLanguage,
): readonly Token[] {
  const tokens: Token[] = []
  let from = paragraph.start
  for (const span of spans) {
    pushPlain(tokens, text, from, span.open, language)
    tokens.push(quoteToken(text, span))
    from = span.close
  }
  pushPlain(tokens, text, from, paragraph.end, language)
  return tokens
}

/** Where the tokens of a range stand in the whole text; a possessive `'s` at the end is left out. */
export function spanOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): Span | null {
  const first = tokens[from]
  const last = tokens[to - 1]
  if (!first || !last) return null
  const isPossessive = last.kind === 'word' && last.possessive && last.lower.endsWith("'s")
  return { start: first.start, end: isPossessive ? last.end - 2 : last.end }
}
