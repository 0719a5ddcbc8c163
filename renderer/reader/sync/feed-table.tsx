import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { SyncState } from '../../../preload/contract'
import type { FeedRow } from '../../library'
import { VirtualLines } from '../common/virtual-lines'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'
import { FeedTableLine } from './feed-table-line'

/** Height of a line before it is measured: a title and a line of words. */
const LINE_HEIGHT = 58

interface FeedTableProps {
  readonly feeds: readonly FeedRow[]
  readonly sync: SyncState
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Feeds, a line each, of any number. */
export function FeedTable({ feeds, sync, now }: FeedTableProps): ReactNode {
  const { strings } = useWording()
  const { fetches: current, settings } = useCollections()
  const fetches = useDeferredValue(current)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const asking = useMemo(() => new Set(sync.asking), [sync.asking])
  const { columns } = strings.sync
  return (
    <>
      <div className="feed-table-head" aria-hidden="true">
        <span>{columns.feed}</span>
        <span>{columns.last}</span>
        <span>{columns.next}</span>
        <span>{columns.interval}</span>
        <span>{columns.notify}</span>
      </div>
      <div ref={setScroller} className="lines-scroller">
        <VirtualLines
          scroller={scroller}
          label={strings.sidebar.feeds}
          count={feeds.length}
          estimate={LINE_HEIGHT}
          keyOf={index => feeds[index]?.id ?? index}
        >
          {index => {
            const feed = feeds[index]
            return (
              feed && (
                <FeedTableLine
                  feed={feed}
                  fetch={fetches.get(feed.id)}
                  asking={asking.has(feed.id)}
                  running={sync.running}
                  paused={sync.paused}
                  refreshMinutes={settings.refreshMinutes}
                  now={now}
                />
              )
            )
          }}
        </VirtualLines>
      </div>
    </>
  )
}
