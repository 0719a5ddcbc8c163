import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { NO_COUNTS, type Counts } from '../../library'
import { useCollections } from '../data/collections'
import { useReader, useReaderState } from '../state/context'
import { samePlace, type Place } from '../state/reader-state'
import { useWording } from '../strings'
import { FeedLine, FolderLine } from './feed-lines'
import { PlaceButton } from './place-button'
import { treeLines } from './tree'

/** Where one can go: the whole library, what lies across it, and the feeds. */
export function Sidebar(): ReactNode {
  const { strings } = useWording()
  const totals = useTotals()
  return (
    <nav className="sidebar" aria-label={strings.sidebar.label}>
      <div className="sidebar-scroller">
        <ul>
          <Simple place={{ kind: 'all' }} label={strings.sidebar.all} count={totals.articles} />
          <Simple place={{ kind: 'unread' }} label={strings.sidebar.unread} count={totals.unread} />
          <Simple place={{ kind: 'starred' }} label={strings.sidebar.starred} count={totals.starred} />
          <Simple place={{ kind: 'saved' }} label={strings.sidebar.saved} count={totals.saved} />
        </ul>
        <h2>{strings.sidebar.acrossSources}</h2>
        <ul>
          <Simple place={{ kind: 'quotes' }} label={strings.sidebar.quotes} count={totals.quotes} />
        </ul>
        <h2>{strings.sidebar.feeds}</h2>
        <Feeds />
      </div>
    </nav>
  )
}

interface SimpleProps {
  readonly place: Place
  readonly label: string
  readonly count: number
}

function Simple({ place, label, count }: SimpleProps): ReactNode {
  const { format } = useWording()
  const { dispatch } = useReader()
  const isCurrent = useIsCurrent()
  return (
    <li>
      <PlaceButton
        current={isCurrent(place)}
        label={label}
        count={format.number(count)}
        onGo={() => dispatch({ kind: 'go', place })}
      />
    </li>
  )
}

function Feeds(): ReactNode {
  const { strings } = useWording()
  const { folders, feeds, counts, fetches } = useCollections()
  const isCurrent = useIsCurrent()
  const [shut, setShut] = useState<ReadonlySet<number>>(new Set())
  const lines = useMemo(() => treeLines({ folders, feeds, counts, shut }), [folders, feeds, counts, shut])
  const toggle = useCallback((folderId: number): void => setShut(before => toggled(before, folderId)), [])
  if (!lines.length) return <p className="sidebar-empty">{strings.sidebar.noFeeds}</p>
  return (
    <ul>
      {lines.map(line =>
        line.kind === 'folder' ? (
          <FolderLine
            key={`folder-${line.folder.id}`}
            {...line}
            current={isCurrent({ kind: 'folder', folderId: line.folder.id })}
            onToggle={toggle}
          />
        ) : (
          <FeedLine
            key={`feed-${line.feed.id}`}
            {...line}
            problem={fetches.get(line.feed.id)?.problem ?? null}
            current={isCurrent({ kind: 'feed', feedId: line.feed.id })}
          />
        ),
      )}
    </ul>
  )
}

function useTotals(): Counts {
  const { counts } = useCollections()
  return useMemo(
    () =>
      [...counts.values()].reduce(
        (sum, count) => ({
          articles: sum.articles + count.articles,
          unread: sum.unread + count.unread,
          starred: sum.starred + count.starred,
          saved: sum.saved + count.saved,
          quotes: sum.quotes + count.quotes,
        }),
        NO_COUNTS,
      ),
    [counts],
  )
}

/** While someone searches, the list shows no place. */
function useIsCurrent(): (place: Place) => boolean {
  const { query, place: current } = useReaderState()
  return place => query === null && samePlace(current, place)
}

function toggled(set: ReadonlySet<number>, value: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
