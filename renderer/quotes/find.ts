import { paragraphs } from '../text'
import type { Span } from '../text'
import { articleOf } from './article'
import { attributeParagraph, INHERITED } from './attribute'
import type { Attributed } from './attribute'
import { dialogueSpans, mayHoldDialogue } from './dialogue'
import { lastSpeaker } from './heirs'
import type { Heir } from './heirs'
import { languageOf } from './languages'
import type { QuoteLanguage } from './languages/language'
import { markedSpans, marksOf } from './marks'
import type { Quotation } from './quotation'
import { resolveSpeaker } from './resolve'
import type { Resolved } from './resolve'
import { paragraphTokens } from './tokens'

/** What is known beside the text itself. */
export interface QuotationOptions {
  /** BCP 47 tag of what the text is written in, which is not always what its feed says; null when unknown. */
  readonly language: string | null
  /** May name people more fully than the text does. */
  readonly title: string
}

const NOBODY: Resolved = { person: null, role: null }

/**
 * The quotations of a text in its order, with their speakers.
 *
 * @param text plain text; a blank line separates paragraphs
 */
export function findQuotations(text: string, options: QuotationOptions): readonly Quotation[] {
  const marks = marksOf(text)
  if (marks.double.length === 0 && marks.single.length === 0 && !mayHoldDialogue(text)) return []
  const language = languageOf(options.language)
  const spans = paragraphs(text)
  const marked = markedSpans(text, marks, spans).map((quotes, index) =>
    quotes.length > 0 ? quotes : dialogueSpans(text, spans[index] as Span, language),
  )
  const found: Attributed[] = []
  spans.forEach((paragraph, index) => {
    const quotes = marked[index] ?? []
    if (quotes.length === 0) return
    const previous = spans[index - 1]
    const heir = (): Heir | null => {
      if (!previous) return null
      const before = paragraphTokens(text, previous, marked[index - 1] ?? [], language)
      return lastSpeaker(before, 0, before.length, language)
    }
    const tokens = paragraphTokens(text, paragraph, quotes, language)
    const last = found.at(-1)
    const running = last?.quote.span.continues && last.quote.end === previous?.end ? last : null
    found.push(...attributeParagraph({ text, tokens, language, running }, heir))
  })
  return found.length === 0 ? [] : named(text, options, withLaterSpeakers(found), language)
}

/** A quotation over several paragraphs whose speaker is only told after its last one. */
function withLaterSpeakers(found: readonly Attributed[]): readonly Attributed[] {
  const result = [...found]
  for (let index = result.length - 2; index >= 0; index--) {
    const [one, next] = [result[index], result[index + 1]]
    if (one?.quote.span.continues && next && next.certainty > one.certainty)
      result[index] = { ...one, speaker: next.speaker, cue: next.cue, certainty: next.certainty * INHERITED }
  }
  return result
}

function named(
  text: string,
  options: QuotationOptions,
  found: readonly Attributed[],
  language: QuoteLanguage,
): readonly Quotation[] {
  const speakers = found.flatMap(({ speaker }) => (speaker ? [speaker] : []))
  const article = articleOf(text, options.title, speakers, language)
  return found.map(({ quote, kind, speaker, cue, certainty }) => {
    const resolved = speaker ? resolveSpeaker(speaker, article) : NOBODY
    return {
      start: quote.span.start,
      end: quote.span.end,
      text: text.slice(quote.span.start, quote.span.end),
      kind,
      speaker: speaker && text.slice(speaker.start, speaker.end),
      resolvedSpeaker: resolved.person,
      role: resolved.role,
      cue: cue && text.slice(cue.start, cue.end),
      confidence: Math.round(certainty * 100) / 100,
    }
  })
}
