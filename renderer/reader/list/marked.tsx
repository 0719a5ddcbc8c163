import type { ReactNode } from 'react'
import { highlight, type HighlightTerm, type Snippet } from '../../search'

/** A passage with the words that were looked for marked in it. */
export function Marked({ snippet: { text, marks } }: { readonly snippet: Snippet }): ReactNode {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}

interface MarkedTermsProps {
  readonly text: string
  readonly terms: readonly HighlightTerm[]
}

/** A short text in which the words that were looked for are marked. */
export function MarkedTerms({ text, terms }: MarkedTermsProps): ReactNode {
  return terms.length ? <Marked snippet={{ text, marks: highlight(text, terms) }} /> : text
}
