import { useMemo, useState, type ReactNode } from 'react'
import type { SyncState } from '../../../preload/contract'
import { useCollections } from '../data/collections'
import { useSync } from '../header/use-sync'
import { useNow } from '../list/use-now'
import { useWording } from '../strings'
import { FeedTable } from './feed-table'
import { feedsShown, type FeedFilter } from './feed-state'
import { Lately } from './lately'
import { SyncHead } from './sync-head'
import { WaitingList } from './waiting-list'

/** All feeds and how they stand, what waits for a network, and what happened lately. */
export function SyncView(): ReactNode {
  const { strings } = useWording()
  const sync = useSync()
  const [filter, setFilter] = useState<FeedFilter>('all')
  const shown = useShown(sync)
  return (
    <main className="sync-view" aria-label={strings.sync.title}>
      <section className="sync-feeds">
        <SyncHead sync={sync} filter={filter} counts={shown.counts} onFilter={setFilter} />
        {shown[filter].length === 0 ? (
          <p className="list-empty">{strings.sync.empty[filter]}</p>
        ) : (
          <FeedTable key={filter} feeds={shown[filter]} sync={sync} now={shown.now} />
        )}
      </section>
      <aside className="sync-aside">
        <WaitingList />
        <Lately />
      </aside>
    </main>
  )
}

/** The feeds by filter. While a round goes on they keep their places: only what stands on the lines changes. */
function useShown(sync: SyncState) {
  const { feeds, fetches, settings } = useCollections()
  const now = useNow()
  const { refreshMinutes } = settings
  const [placed, setPlaced] = useState(fetches)
  if (!sync.running && placed !== fetches) setPlaced(fetches)
  return useMemo(() => {
    const of = (filter: FeedFilter) => feedsShown(feeds.values(), placed, filter, { refreshMinutes, now })
    const [all, failing, soon] = [of('all'), of('failing'), of('soon')]
    const counts: Readonly<Record<FeedFilter, number>> = {
      all: all.length,
      failing: failing.length,
      soon: soon.length,
    }
    return { all, failing, soon, counts, now }
  }, [feeds, placed, refreshMinutes, now])
}
