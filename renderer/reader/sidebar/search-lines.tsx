import { useState, type ReactNode } from 'react'
import { IconButton } from '../common/icon-button'
import { Menu, pointOf, type Point } from '../common/menu'
import type { SearchCount } from '../query/protocol'
import { savedAs } from '../search/find-saved'
import { useSavedSearches, type SavedSearch } from '../search/saved-searches'
import { useSearchCounts } from '../search/use-search-counts'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { PlaceButton } from './place-button'
import { useSearchActions } from './use-search-actions'

/** The saved searches, as folders that fill themselves; nothing while there are none. */
export function SearchLines(): ReactNode {
  const { strings } = useWording()
  const { query } = useReaderState()
  const { searches } = useSavedSearches()
  const counts = useSearchCounts(searches)
  const current = savedAs(searches, query)
  if (!searches.length) return null
  return (
    <>
      <h2>{strings.search.saved}</h2>
      <ul>
        {searches.map(search => (
          <SearchLine
            key={search.id}
            search={search}
            count={counts.get(search.query)}
            current={search === current}
          />
        ))}
      </ul>
    </>
  )
}

interface SearchLineProps {
  readonly search: SavedSearch
  readonly count: SearchCount | undefined
  readonly current: boolean
}

/** The number is that of unread articles, as with the feeds below: what is new is what one goes there for. */
function SearchLine({ search, count, current }: SearchLineProps): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const [menuAt, setMenuAt] = useState<Point | null>(null)
  const { name, query } = search
  return (
    <li
      className="place-line"
      onContextMenu={event => {
        event.preventDefault()
        setMenuAt(pointOf(event))
      }}
    >
      <PlaceButton
        current={current}
        label={name}
        count={count?.unread ? format.number(count.unread) : ''}
        countLabel={count ? strings.search.savedCount(count.total, count.unread) : ''}
        onGo={() => dispatch({ kind: 'search', query, order: 'date' })}
      />
      <IconButton
        icon="actions"
        label={strings.sidebar.actions(name)}
        onPress={event => setMenuAt(pointOf(event))}
      />
      {menuAt && <SearchMenu search={search} at={menuAt} onClose={() => setMenuAt(null)} />}
    </li>
  )
}

interface SearchMenuProps {
  readonly search: SavedSearch
  readonly at: Point
  readonly onClose: () => void
}

function SearchMenu({ search, ...menu }: SearchMenuProps): ReactNode {
  const { strings } = useWording()
  return <Menu {...menu} label={strings.sidebar.actions(search.name)} items={useSearchActions(search)} />
}
