import type { ReactNode } from 'react'
import type { Quotation } from '../../quotes'

interface SpokenWordsProps {
  readonly quotation: Quotation
  readonly language: string | undefined
}

/** The words of a quotation, in the marks of their language; what was only reported stands without marks. */
export function SpokenWords({ quotation, language }: SpokenWordsProps): ReactNode {
  const { kind, text } = quotation
  return kind === 'indirect' ? (
    <span className="words" dir="auto" lang={language}>
      {text}
    </span>
  ) : (
    <q className="words" dir="auto" lang={language}>
      {text}
    </q>
  )
}
