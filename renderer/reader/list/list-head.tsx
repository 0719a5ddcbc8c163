import type { ReactNode } from 'react'
import { useCollections } from '../data/collections'
import { useDecisions } from '../data/use-decisions'
import { problemSentence } from '../sidebar/problem-sentence'
import type { ListPlace } from '../state/reader-state'
import { useWording } from '../strings'

interface ListHeadProps {
  readonly place: ListPlace
  /** The articles that the person sees: what arrives later stays unread. */
  readonly ids: Uint32Array
}

/** The head of a list: its name, its order, and what can be done with all of it. */
export function ListHead({ place, ids }: ListHeadProps): ReactNode {
  const { strings } = useWording()
  const { fetches } = useCollections()
  const { markRead } = useDecisions()
  const trouble = place.kind === 'feed' ? problemSentence(fetches.get(place.feedId)?.problem, strings) : null
  return (
    <header className="list-head">
      <h2 dir="auto">{usePlaceName(place)}</h2>
      <span className="list-order">{strings.list.newestFirst}</span>
      {ids.length > 0 && (
        <button type="button" className="text-button list-action" onClick={() => markRead(ids)}>
          {strings.list.markAllRead}
        </button>
      )}
      {trouble && <p className="list-trouble">{strings.sidebar.failing(trouble)}</p>}
    </header>
  )
}

/** @returns what a place is called */
export function usePlaceName(place: ListPlace): string {
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
      return strings.sidebar[place.kind]
  }
}
