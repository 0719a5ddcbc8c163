import type { QuoteLanguage } from './languages/language'
import { isWord } from './phrases'
import type { QuoteToken, Token } from './tokens'

const LONGEST_TITLE = 60
const WORDS = /[\p{L}\p{N}'’.-]+/gu

/** Words that all have capitals, but for the smallest, and no punctuation at the end: a title of a work or a name. */
function isTitle(text: string, { span }: QuoteToken, language: QuoteLanguage): boolean {
  if (span.end - span.start > LONGEST_TITLE) return false
  const written = text.slice(span.start, span.end)
  if (/[.,!?…]$/.test(written)) return false
  const { prepositions, determiners, and, linkers, fillers } = language
  const small = [prepositions, determiners, and, linkers, fillers]
  return (written.match(WORDS) ?? []).every(
    word => /^[\p{Lu}\p{N}]/u.test(word) || small.some(set => set.has(word)),
  )
}

/** A title, or what a noun before it says is only a name: `the film “...”`. */
export function isName(text: string, tokens: readonly Token[], at: number, language: QuoteLanguage): boolean {
  const before = tokens[at - 1]
  const isNamed = isWord(before) && language.naming.has(before.lower)
  return isNamed || isTitle(text, tokens[at] as QuoteToken, language)
}

/** `“The Guardian” reported`: a title that opens a sentence as its subject, with no comma after it. */
export const isSubjectTitle = (
  text: string,
  tokens: readonly Token[],
  at: number,
  language: QuoteLanguage,
): boolean => isWord(tokens[at + 1]) && isTitle(text, tokens[at] as QuoteToken, language)
