import type { ReactNode } from 'react'
import type { Quotation } from '../../quotes'
import { fold } from '../../text'
import { useReader } from '../state/context'
import type { Passage } from '../state/reader-state'
import { useWording } from '../strings'
import { SpokenWords } from './spoken-words'

interface QuotesRailProps {
  readonly quotations: readonly Quotation[]
  readonly language: string | undefined
  readonly onGo: (passage: Passage) => void
}

/** What was said in the article, beside it: the speaker first, then the words. */
export function QuotesRail({ quotations, language, onGo }: QuotesRailProps): ReactNode {
  const { strings } = useWording()
  return (
    <aside className="rail" aria-label={strings.article.quotes}>
      <h2>{strings.article.quotes}</h2>
      <ul>
        {quotations.map(quotation => (
          <li key={quotation.start} className="quote">
            <Speaker quotation={quotation} />
            <button
              type="button"
              className="quote-words"
              title={strings.article.toQuote(speakerOf(quotation) ?? strings.article.noSpeaker)}
              onClick={() => onGo({ start: quotation.start, end: quotation.end })}
            >
              <SpokenWords quotation={quotation} language={language} />
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The person's name where it is known, else who speaks as the text has it. */
export const speakerOf = (quotation: Quotation): string | null =>
  quotation.resolvedSpeaker ?? quotation.speaker

function Speaker({ quotation }: { readonly quotation: Quotation }): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const speaker = speakerOf(quotation)
  const { speaker: written, role } = quotation
  if (!speaker) return <p className="quote-nobody">{strings.article.noSpeaker}</p>
  const named = !written || isPartOf(written, speaker) || isPartOf(speaker, written)
  const title = role && !isPartOf(role, speaker) ? role : null
  const note = named ? title : strings.article.asWritten(written)
  return (
    <>
      <button
        type="button"
        className="quote-speaker"
        dir="auto"
        title={strings.article.allBySpeaker(speaker)}
        onClick={() => dispatch({ kind: 'speaker', speaker })}
      >
        {speaker}
      </button>
      {note && <small dir="auto">{note}</small>}
    </>
  )
}

/** "Stoltenberg" says nothing that "Jens Stoltenberg" does not. */
function isPartOf(written: string, name: string): boolean {
  const words = fold(name).split(/\s+/)
  return fold(written)
    .split(/\s+/)
    .every(word => words.includes(word))
}
