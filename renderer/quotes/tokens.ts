import { isSentenceEnd } from '../text'
import type { Span } from '../text'
import {
  endOfRun,
  JOINER,
  kindAt,
  kindOf,
  LETTER,
  LETTER_OR_DIGIT,
  lowerCase,
  SPACE,
  widthOf,
} from './characters'
import type { QuoteLanguage } from './languages/language'
import type { MarkedSpan } from './marks'

export interface Word extends Span {
  readonly kind: 'word'
  /** In lower case, without an apostrophe at its end. */
  readonly lower: string
  readonly capital: boolean
  /** It ends in a possessive `'s`. */
  readonly possessive: boolean
  /** What it can be in its language: the bits of `languages/language.ts`. */
  readonly classes: number
  /** Without a capital, or with one that only comes from its place: where a clause can begin it means nothing. */
  readonly small: boolean
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

const TERMINATORS: ReadonlySet<number> = new Set([...'.!?…。！？'].map(mark => mark.charCodeAt(0)))
const POSSESSIVE = /['’]s$|s['’]$/
const APOSTROPHE = /['’]/

function word(text: string, start: number, end: number, before: Token | undefined, scan: WordScan): Word {
  const lower = lowerCase(text, start, end)
  const capital = lower.charCodeAt(0) !== text.charCodeAt(start)
  const small = !capital || before?.kind !== 'word'
  const hasApostrophe = scan.joined && APOSTROPHE.test(lower)
  const plain = hasApostrophe ? lower.replace(/['’]$/, '').replaceAll('’', "'") : lower
  const possessive = hasApostrophe && POSSESSIVE.test(lower)
  const classes = scan.language.classes.get(plain) ?? 0
  return { kind: 'word', start, end, lower: plain, capital, possessive, classes, small }
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
function pushWord(tokens: Token[], text: string, start: number, end: number, scan: WordScan): void {
  let from = start
  if (scan.joined ? scan.cutsJoined : scan.cutsAny)
    for (const [cutEnd, next] of cutsOf(text.slice(start, end), scan.language)) {
      if (start + cutEnd > from)
        tokens.push(word(text, from, start + cutEnd, tokens[tokens.length - 1], scan))
      from = start + next
    }
  if (end > from) tokens.push(word(text, from, end, tokens[tokens.length - 1], scan))
}

/** A word while it is scanned. */
interface WordScan {
  readonly language: QuoteLanguage
  /** Words of the language may be cut: any word, and those with an apostrophe or a hyphen. */
  readonly cutsAny: boolean
  readonly cutsJoined: boolean
  /** This one may have an apostrophe, a hyphen or an ampersand inside or at its end. */
  joined: boolean
}

const AMPERSAND = 0x26
const FULL_STOP = 0x2e

const isApostrophe = (text: string, at: number): boolean => text[at] === "'" || text[at] === '’'
const joinsAt = (text: string, at: number): boolean =>
  (kindAt(text, at) & JOINER) !== 0 || text.charCodeAt(at) === AMPERSAND

/**
 * The end of the word that begins at `start`: an abbreviation with its points, or letters and digits with apostrophes,
 * hyphens and ampersands inside and perhaps an apostrophe at the end.
 */
function endOfWord(text: string, start: number, scan: WordScan): number {
  scan.joined = false
  const abbreviation = endOfAbbreviation(text, start)
  if (abbreviation > start) return abbreviation
  let end = endOfRun(text, start)
  while (joinsAt(text, end)) {
    scan.joined = true
    if ((kindAt(text, end + 1) & LETTER_OR_DIGIT) === 0) return isApostrophe(text, end) ? end + 1 : end
    end = endOfRun(text, end + 1)
  }
  return end
}

/** The end of two and more letters with a full stop each, `start` when there are none. */
function endOfAbbreviation(text: string, start: number): number {
  let end = start
  let letters = 0
  for (let kind = kindAt(text, end); kind & LETTER; kind = kindAt(text, end)) {
    const stop = end + widthOf(text.codePointAt(end) as number)
    if (text.charCodeAt(stop) !== FULL_STOP) break
    end = stop + 1
    letters++
  }
  return letters > 1 ? end : start
}

function pushPlain(tokens: Token[], text: string, from: number, to: number, language: QuoteLanguage): void {
  const cutsAny = language.cutAt !== null
  const cutsJoined = cutsAny || language.elisions.size > 0 || language.hyphenatedPronouns
  const scan: WordScan = { language, cutsAny, cutsJoined, joined: false }
  for (let at = from; at < to;) {
    const codePoint = text.codePointAt(at) as number
    const kind = kindOf(codePoint)
    if (kind & SPACE) at++
    else if (kind & LETTER_OR_DIGIT) {
      const end = endOfWord(text, at, scan)
      pushWord(tokens, text, at, Math.min(to, end), scan)
      at = end
    } else {
      const end = Math.min(to, at + widthOf(codePoint))
      const point = text.slice(at, end)
      tokens.push({ kind: 'point', start: at, end, text: point, endsSentence: endsSentence(text, at) })
      at = end
    }
  }
}

const endsSentence = (text: string, at: number): boolean =>
  TERMINATORS.has(text.charCodeAt(at)) && isSentenceEnd(text, at)

function quoteToken(text: string, span: MarkedSpan): QuoteToken {
  const last = span.end - 1
  return {
    kind: 'quote',
    start: span.open,
    end: span.close,
    span,
    endsSentence: endsSentence(text, last),
    asksOrExclaims: text[last] === '?' || text[last] === '!',
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
