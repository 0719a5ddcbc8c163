import { memo, type ReactNode } from 'react'
import type { HighlightTerm, Snippet } from '../../search'
import { useWording } from '../strings'
import { Marked, MarkedTerms } from './marked'
import type { RowData } from './use-row-data'

interface ArticleRowProps {
  readonly row: RowData | undefined
  readonly source: string
  /** Milliseconds since 1970; whole minutes, so that rows are not drawn anew all the time. */
  readonly now: number
  readonly selected: boolean
  readonly onOpen: (articleId: number) => void
  /** Why a search found it; it takes the place of the lead. */
  readonly snippet?: Snippet | undefined
  /** What was searched for, to be marked in the headline. */
  readonly terms: readonly HighlightTerm[]
}

/** An article in a list: source and time, headline, the first words. */
export const ArticleRowView = memo(function ArticleRowView(props: ArticleRowProps): ReactNode {
  const { row, source, now, selected, onOpen, snippet, terms } = props
  const { strings, format } = useWording()
  if (!row) return <div className="row row-waiting" />
  const { article, unread, starred, thumbnail } = row
  const { id, title, dateline, lead, language } = article
  return (
    <div
      className="row"
      data-unread={unread || undefined}
      data-selected={selected || undefined}
      data-pictured={thumbnail !== null || undefined}
      onClick={() => onOpen(id)}
    >
      <p className="row-meta">
        <span className="row-source" dir="auto">
          {source}
        </span>
        {starred && (
          <span className="row-star" role="img" aria-label={strings.list.starredRow}>
            ★
          </span>
        )}
        <time dateTime={format.machine(dateline)}>{format.moment(dateline, now)}</time>
      </p>
      {thumbnail && <img className="row-picture" src={thumbnail} alt="" decoding="async" draggable={false} />}
      <h3 dir="auto" lang={language ?? undefined}>
        <MarkedTerms text={title || lead} terms={terms} />
        {unread && <span className="spoken"> ({strings.list.unreadRow})</span>}
      </h3>
      {title && (snippet ? snippet.text : lead) && (
        <p className="row-lead" dir="auto" lang={language ?? undefined}>
          {snippet ? <Marked snippet={snippet} /> : lead}
        </p>
      )}
      {article.quotes > 0 && <p className="row-also">{strings.list.quotes(article.quotes)}</p>}
    </div>
  )
})
