import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { NO_COUNTS, type Counts } from '../../library'
import { useCollections } from '../data/collections'
import { useReader, useReaderState } from '../state/context'
import { samePlace, type Place } from '../state/reader-state'
import { useWording } from '../strings'
import { VirtualLines } from '../common/virtual-lines'
import { isFailing } from '../sync/feed-state'
import { FeedLine, FolderLine } from './feed-lines'
import { PlaceButton } from './place-button'
import { SearchLines } from './search-lines'
import { treeLines, type TreeLine } from './tree'

const LINE_HEIGHT = 28

/** Where one can go: the whole library, what lies across it, and the feeds. */
export function Sidebar(): ReactNode {
  const { strings } = useWording()
  const totals = useTotals()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    <nav className="sidebar" aria-label={strings.sidebar.label}>
      <div ref={setScroller} className="sidebar-scroller">
        <div>
          <ul>
            <Simple place={{ kind: 'all' }} label={strings.sidebar.all} count={totals.articles} />
            <Simple place={{ kind: 'unread' }} label={strings.sidebar.unread} count={totals.unread} />
            <Simple place={{ kind: 'starred' }} label={strings.sidebar.starred} count={totals.starred} />
            <Simple place={{ kind: 'saved' }} label={strings.sidebar.saved} count={totals.saved} />
          </ul>
          <h2>{strings.sidebar.acrossSources}</h2>
          <ul>
            <Simple place={{ kind: 'quotes' }} label={strings.sidebar.quotes} count={totals.quotes} />
            <SyncPlace />
          </ul>
          <SearchLines />
        </div>
        <h2>{strings.sidebar.feeds}</h2>
        <Feeds scroller={scroller} />
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

/** The way to the Sync view, with the number of feeds that fail: a healthy sync needs no number. */
function SyncPlace(): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const { fetches } = useCollections()
  const isCurrent = useIsCurrent()
  const failing = useMemo(() => [...fetches.values()].filter(isFailing).length, [fetches])
  return (
    <li>
      <PlaceButton
        current={isCurrent({ kind: 'sync' })}
        label={strings.sidebar.sync}
        count={failing ? format.number(failing) : ''}
        countLabel={strings.sidebar.failingCount(failing)}
        onGo={() => dispatch({ kind: 'go', place: { kind: 'sync' } })}
      />
    </li>
  )
}

function Feeds({ scroller }: { readonly scroller: HTMLElement | null }): ReactNode {
  const { strings } = useWording()
  const { folders, feeds, counts, fetches } = useCollections()
  const isCurrent = useIsCurrent()
  const [shut, setShut] = useState<ReadonlySet<number>>(new Set())
  const lines = useMemo(() => treeLines({ folders, feeds, counts, shut }), [folders, feeds, counts, shut])
  const toggle = useCallback((folderId: number): void => setShut(before => toggled(before, folderId)), [])
  if (!lines.length) return <p className="sidebar-empty">{strings.sidebar.noFeeds}</p>
  return (
    <VirtualLines
      scroller={scroller}
      label={strings.sidebar.feeds}
      count={lines.length}
      estimate={LINE_HEIGHT}
      keyOf={index => keyOfLine(lines[index])}
    >
      {index => {
        const line = lines[index]
        if (!line) return null
        const { depth, unread } = line
        if (line.kind === 'feed')
          return (
            <FeedLine
              {...{ depth, unread }}
              feedId={line.feed.id}
              title={line.feed.title}
              problem={fetches.get(line.feed.id)?.problem ?? null}
              current={isCurrent({ kind: 'feed', feedId: line.feed.id })}
            />
          )
        return (
          <FolderLine
            {...{ depth, unread }}
            folderId={line.folder.id}
            name={line.folder.name}
            open={line.open}
            current={isCurrent({ kind: 'folder', folderId: line.folder.id })}
            onToggle={toggle}
          />
        )
      }}
    </VirtualLines>
  )
}

function keyOfLine(line: TreeLine | undefined): string {
  if (!line) return ''
  return line.kind === 'feed' ? `feed-${line.feed.id}` : `folder-${line.folder.id}`
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
