import type { ReactNode } from 'react'
import type { ArticleRow, Decision, Status } from '../../library'
import { openAddress } from '../bridge'
import { IconButton } from '../common/icon-button'
import { useDecisions } from '../data/use-decisions'
import { useWording } from '../strings'

interface DatelineProps {
  readonly article: ArticleRow
  readonly status: Status
  readonly source: string
  readonly minutes: number
  readonly onExport: () => void
}

/** The line above the headline: where from and when; what one can decide about the article; the way to the original. */
export function Dateline({ article, status, source, minutes, onExport }: DatelineProps): ReactNode {
  const { strings, format } = useWording()
  const { link } = article
  return (
    <div className="dateline">
      {source && (
        <span className="dateline-source" dir="auto">
          {source}
        </span>
      )}
      <time dateTime={format.machine(article.dateline)} title={article.datelineText ?? undefined}>
        {format.dateline(article.dateline)}
      </time>
      {minutes > 0 && (
        <span role="img" aria-label={strings.article.minutesLabel(minutes)}>
          {strings.article.minutes(minutes)}
        </span>
      )}
      <span className="dateline-end">
        <Decisions articleId={article.id} status={status} onExport={onExport} />
        {link && (
          <button
            type="button"
            className="more"
            title={strings.article.moreHint}
            aria-keyshortcuts="O"
            onClick={() => openAddress(link)}
          >
            {strings.article.more} <span aria-hidden="true">↗</span>
          </button>
        )}
      </span>
    </div>
  )
}

interface DecisionsProps extends Pick<DatelineProps, 'status' | 'onExport'> {
  readonly articleId: number
}

function Decisions({ articleId, status, onExport }: DecisionsProps): ReactNode {
  const { strings } = useWording()
  const { decide } = useDecisions()
  const make = (decision: Decision) => () => decide(articleId, decision)
  const { starred, saved, unread } = status
  const { star, unstar, save, unsave, markRead, markUnread } = strings.article
  return (
    <span className="decisions" role="group" aria-label={strings.article.toolbar}>
      <IconButton
        icon="star"
        label={starred ? unstar : star}
        shortcut="S"
        pressed={starred}
        onPress={make({ kind: 'starred', value: !starred })}
      />
      <IconButton
        icon="save"
        label={saved ? unsave : save}
        pressed={saved}
        onPress={make({ kind: 'saved', value: !saved })}
      />
      <IconButton
        icon="read"
        label={unread ? markRead : markUnread}
        shortcut="M"
        pressed={!unread}
        onPress={make({ kind: 'read', value: unread })}
      />
      <IconButton icon="export" label={strings.offline.exportArticle} shortcut="E" onPress={onExport} />
    </span>
  )
}
