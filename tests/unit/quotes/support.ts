import { findQuotations } from '../../../renderer/quotes'
import type { Quotation } from '../../../renderer/quotes'

/** The quotations of a text; most are too short to tell their language. */
export const quotationsIn = (text: string, language: string | null = 'en'): readonly Quotation[] =>
  findQuotations(text, { language, title: '' })

/** Each quotation as `speaker: words`, the form in which most tests compare. */
export const spoken = (text: string, language: string | null = 'en'): readonly string[] =>
  quotationsIn(text, language).map(quotation => `${quotation.speaker ?? '?'}: ${quotation.text}`)
