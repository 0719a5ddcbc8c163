import type { ReactNode } from 'react'
import type { SyncState } from '../../../preload/contract'
import { bridge } from '../bridge'
import { useCollections } from '../data/collections'
import { SyncProgress } from '../header/sync-progress'
import { useNow } from '../list/use-now'
import { RenewalLine } from '../search/renewal-line'
import { useWording } from '../strings'
import { useSyncDialog } from './dialogs'
import { lastAsked, type FeedFilter } from './feed-state'

const FILTERS: readonly FeedFilter[] = ['all', 'failing', 'soon']

interface SyncHeadProps {
  readonly sync: SyncState
  readonly filter: FeedFilter
  readonly counts: Readonly<Record<FeedFilter, number>>
  readonly onFilter: (filter: FeedFilter) => void
}

/** The head of the Sync view: how far a round is or when the last one was, why none is, and which feeds are shown. */
export function SyncHead({ sync, filter, counts, onFilter }: SyncHeadProps): ReactNode {
  const { strings } = useWording()
  const open = useSyncDialog()
  return (
    <header className="sync-head">
      <h2>{strings.sync.title}</h2>
      {sync.running ? (
        <SyncProgress sync={sync} />
      ) : (
        <button
          type="button"
          className="text-button"
          onClick={() => void bridge().request('sync.start', null)}
        >
          {strings.sync.askAll}
        </button>
      )}
      <button type="button" className="text-button" onClick={() => open({ kind: 'options' })}>
        {strings.sync.settings}
      </button>
      <button type="button" className="text-button" onClick={() => open({ kind: 'storage' })}>
        {strings.offline.storage.open}
      </button>
      <Summary feeds={counts.all} failing={counts.failing} />
      <RenewalLine />
      {sync.trouble && <p className="sync-reason">{strings.problems[sync.trouble]}</p>}
      {sync.paused && <p className="sync-reason">{strings.sync.paused[sync.paused]}</p>}
      <Filters filter={filter} counts={counts} onFilter={onFilter} />
    </header>
  )
}

/** `1,000 feeds · 12 are failing · last asked 14:02` */
function Summary({ feeds, failing }: { readonly feeds: number; readonly failing: number }): ReactNode {
  const { strings, format } = useWording()
  const { fetches } = useCollections()
  const now = useNow()
  const last = lastAsked(fetches.values())
  const parts = [
    strings.sync.feeds(feeds),
    ...(failing ? [strings.sync.failing(failing)] : []),
    last ? strings.sync.lastAsked(format.minute(last, now)) : strings.sync.neverAsked,
  ]
  return <p className="sync-summary">{parts.join(' · ')}</p>
}

type FiltersProps = Omit<SyncHeadProps, 'sync'>

function Filters({ filter, counts, onFilter }: FiltersProps): ReactNode {
  const { strings, format } = useWording()
  return (
    <div className="sync-filters" role="group" aria-label={strings.sync.filterLabel}>
      {FILTERS.map(each => (
        <button key={each} type="button" aria-pressed={each === filter} onClick={() => onFilter(each)}>
          {strings.sync.filters[each]} <small>{format.number(counts[each])}</small>
        </button>
      ))}
    </div>
  )
}
