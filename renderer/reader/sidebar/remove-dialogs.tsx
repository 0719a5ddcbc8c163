import type { ReactNode } from 'react'
import { command } from '../bridge'
import { useCollections } from '../data/collections'
import { useReader, useReaderState } from '../state/context'
import { samePlace, type Place } from '../state/reader-state'
import { useWording } from '../strings'
import { QuestionDialog } from './question-dialog'

interface RemoveFeedProps {
  readonly feedId: number
  readonly onClose: () => void
}

/** Asks before a feed and its articles leave. */
export function RemoveFeedDialog({ feedId, onClose }: RemoveFeedProps): ReactNode {
  const { strings } = useWording()
  const { feeds } = useCollections()
  const leave = useLeave({ kind: 'feed', feedId })
  return (
    <QuestionDialog
      title={strings.ask.removeTitle(feeds.get(feedId)?.title ?? '')}
      confirm={strings.ask.removeConfirm}
      onConfirm={async () => {
        leave()
        await command({ kind: 'remove-feed', feedId })
      }}
      onClose={onClose}
    >
      <p>{strings.ask.removeText}</p>
    </QuestionDialog>
  )
}

interface RemoveFolderProps {
  readonly folderId: number
  readonly onClose: () => void
}

/** Asks before a folder is dissolved. */
export function RemoveFolderDialog({ folderId, onClose }: RemoveFolderProps): ReactNode {
  const { strings } = useWording()
  const { folders } = useCollections()
  const leave = useLeave({ kind: 'folder', folderId })
  return (
    <QuestionDialog
      title={strings.ask.removeFolderTitle(folders.find(folder => folder.id === folderId)?.name ?? '')}
      confirm={strings.ask.removeFolderConfirm}
      onConfirm={async () => {
        leave()
        await command({ kind: 'remove-folder', folderId })
      }}
      onClose={onClose}
    >
      <p>{strings.ask.removeFolderText}</p>
    </QuestionDialog>
  )
}

/** Nobody stays in a place that is about to go. */
function useLeave(place: Place): () => void {
  const { dispatch } = useReader()
  const state = useReaderState()
  return () => {
    if (samePlace(state.place, place)) dispatch({ kind: 'go', place: { kind: 'all' } })
  }
}
