import { memo, useCallback, type ReactNode } from 'react'
import { articlesByIds } from '../../library'
import { speakerOf } from '../article/quotes-rail'
import { SpokenWords } from '../article/spoken-words'
import { useDatabase } from '../data/collections'
import { useSources } from '../data/use-sources'
import { useLive } from '../data/use-live'
import { useNow } from '../list/use-now'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import type { ListedQuote } from './speakers'

interface QuoteRowProps {
  readonly quote: ListedQuote
  readonly index: number
  readonly selected: boolean
  readonly onOpen: (index: number) => void
}

/** A quotation in the list: who, the words, where and when. */
export const QuoteRow = memo(function QuoteRow({ quote, index, selected, onOpen }: QuoteRowProps): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const sourceOf = useSources()
  const now = useNow()
  const { row, quotation } = quote
  const article = useArticle(row.articleId)
  const speaker = speakerOf(quotation)
  return (
    <div className="row quote-row" data-selected={selected || undefined} onClick={() => onOpen(index)}>
      {speaker ? (
        <button
          type="button"
          className="quote-speaker"
          dir="auto"
          tabIndex={-1}
          title={strings.article.allBySpeaker(speaker)}
          onClick={event => {
            event.stopPropagation()
            dispatch({ kind: 'speaker', speaker })
          }}
        >
          {speaker}
        </button>
      ) : (
        <p className="quote-nobody">{strings.quotesView.unnamed}</p>
      )}
      <SpokenWords quotation={quotation} language={article?.language ?? undefined} />
      <p className="row-meta">
        <span className="row-source" dir="auto">
          {article && sourceOf(article)}
        </span>
        <time dateTime={format.machine(-row.order)}>{format.moment(-row.order, now)}</time>
      </p>
    </div>
  )
})

const NO_TABLES = [] as const

function useArticle(id: number) {
  const database = useDatabase()
  return useLive(
    database,
    useCallback(async () => (await articlesByIds(database, [id]))[0], [database, id]),
    NO_TABLES,
  )
}
