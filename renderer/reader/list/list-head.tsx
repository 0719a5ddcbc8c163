import type { ReactNode } from 'react'
import type { ListScope, StatusRow } from '../../library'
import { command } from '../bridge'
import { useCollections } from '../data/collections'
import { problemSentence } from '../sidebar/problem-sentence'
import type { Place } from '../state/reader-state'
import { useWording } from '../strings'

interface ListHeadProps {
  readonly place: Place
  readonly scope: ListScope
  /** The newest article that the person sees: what arrives later stays unread. */
  readonly newest: StatusRow | null
}

/** The head of a list: its name, its order, and what can be done with all of it. */
export function ListHead({ place, scope, newest }: ListHeadProps): ReactNode {
  const { strings } = useWording()
  const { fetches } = useCollections()
  const trouble = place.kind === 'feed' ? problemSentence(fetches.get(place.feedId)?.problem, strings) : null
  return (
    <header className="list-head">
      <h2 dir="auto">{usePlaceName(place)}</h2>
      <span className="list-order">{strings.list.newestFirst}</span>
      {newest && (
        <button
          type="button"
          className="text-button list-action"
          onClick={() =>
            void command({
              kind: 'mark-all-read',
              scope,
              upTo: { order: newest.order, id: newest.id },
            })
          }
        >
          {strings.list.markAllRead}
        </button>
      )}
      {trouble && <p className="list-trouble">{strings.sidebar.failing(trouble)}</p>}
    </header>
  )
}

/** @returns what a place is called */
export function usePlaceName(place: Place): string {
  const { strings } = useWording()
  const { feeds, folders } = useCollections()
  switch (place.kind) {
    case 'feed':
      return feeds.get(place.feedId)?.title ?? ''
    case 'folder':
      return folders.find(folder => folder.id === place.folderId)?.name ?? ''
    case 'all':
    case 'unread':
    case 'starred':
    case 'saved':
    case 'quotes':
      return strings.sidebar[place.kind]
  }
}
