import { findQuotations } from '../quotes'
import { detectLanguage } from '../text'

/** A text whose quotes are wanted, as a line of JSON. */
interface Input {
  readonly id: string
  readonly lang?: string | null
  readonly title?: string | null
  readonly text: string
}

/** One line of the task `evaluate quotes`. @throws SyntaxError when the line is no JSON */
export function describeQuotes(line: string) {
  const { id, lang, title, text } = JSON.parse(line) as Input
  const language = lang ?? detectLanguage(text)
  const quotes = findQuotations(text, { language, title: title ?? '' })
  return {
    id,
    quotes: quotes.map(({ start, end, text: words, kind, speaker, resolvedSpeaker, cue, confidence }) => ({
      start,
      end,
      text: words,
      kind,
      speaker,
      resolvedSpeaker,
      cue,
      confidence,
    })),
  }
}
