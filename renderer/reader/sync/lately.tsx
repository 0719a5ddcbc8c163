import { memo, useCallback, useDeferredValue, useState, type ReactNode } from 'react'
import { recentActivity, type ActivityLine } from '../../library'
import { VirtualLines } from '../common/virtual-lines'
import { useCollections, useDatabase } from '../data/collections'
import { useLive } from '../data/use-live'
import { useNow } from '../list/use-now'
import { useWording } from '../strings'
import { activityWords } from './activity-words'

/** So many lines of what happened are shown. */
const LIMIT = 200
const LINE_HEIGHT = 62
const ACTIVITY = ['activity'] as const
/** What happened is read once a second at most: nobody reads faster. */
const PAUSE = 1_000

/** What happened lately, newest first. */
export function Lately(): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const { feeds } = useCollections()
  const now = useNow()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const current = useLive(
    database,
    useCallback(() => recentActivity(database, LIMIT), [database]),
    ACTIVITY,
    PAUSE,
  )
  // During a sync all lines are others once a second: they are drawn when nothing else is to do.
  const rows = useDeferredValue(current)
  if (!rows) return null
  return (
    <section className="lately" aria-labelledby="lately-title">
      <h3 id="lately-title">{strings.sync.latelyTitle}</h3>
      {rows.length === 0 && <p className="sync-summary">{strings.sync.latelyEmpty}</p>}
      <div ref={setScroller} className="lines-scroller">
        <VirtualLines
          scroller={scroller}
          label={strings.sync.latelyTitle}
          count={rows.length}
          estimate={LINE_HEIGHT}
          keyOf={index => rows[index]?.id ?? index}
        >
          {index => {
            const row = rows[index]
            if (!row) return null
            const title = row.feedId === null ? null : (feeds.get(row.feedId)?.title ?? null)
            return <LatelyLine row={row} title={title} now={now} />
          }}
        </VirtualLines>
      </div>
    </section>
  )
}

interface LatelyLineProps {
  readonly row: ActivityLine
  /** Of the feed, when it is there. */
  readonly title: string | null
  readonly now: number
}

const LatelyLine = memo(function LatelyLine({ row, title, now }: LatelyLineProps): ReactNode {
  const { strings, format } = useWording()
  return (
    <div className="lately-line" data-event={row.event}>
      <p>
        {title && <b dir="auto">{title}</b>}
        <time dateTime={format.machine(row.at)} title={format.dateline(row.at)}>
          {format.minute(row.at, now)}
        </time>
      </p>
      <p>{activityWords(row, strings)}</p>
    </div>
  )
})
