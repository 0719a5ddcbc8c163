import { CAPITAL, DIGIT, kindAt } from './characters'
import { AND, DETERMINER, FILLER, LINKER, NAMING, PREPOSITION } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { isWord } from './phrases'
import type { QuoteToken, Token } from './tokens'

const LONGEST_TITLE = 60
/** What has no capital in a title. */
const SMALL = PREPOSITION | DETERMINER | AND | LINKER | FILLER
const WORDS = /[\p{L}\p{N}'’.-]+/gu

/** Words that all have capitals, but for the smallest, and no punctuation at the end: a title of a work or a name. */
function isTitle(text: string, { span }: QuoteToken, language: QuoteLanguage): boolean {
  if (span.end - span.start > LONGEST_TITLE) return false
  const written = text.slice(span.start, span.end)
  if (/[.,!?…]$/.test(written)) return false
  return (written.match(WORDS) ?? []).every(
    word => (kindAt(word, 0) & (CAPITAL | DIGIT)) !== 0 || ((language.classes.get(word) ?? 0) & SMALL) !== 0,
  )
}

/** A title, or what a noun before it says is only a name: `the film “...”`. */
export function isName(text: string, tokens: readonly Token[], at: number, language: QuoteLanguage): boolean {
  const before = tokens[at - 1]
  const isNamed = isWord(before) && (before.classes & NAMING) !== 0
  return isNamed || isTitle(text, tokens[at] as QuoteToken, language)
}

/** `“The Guardian” reported`: a title that opens a sentence as its subject, with no comma after it. */
export const isSubjectTitle = (
  text: string,
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): boolean => isWord(tokens[at + 1]) && isTitle(text, tokens[at] as QuoteToken, language)
