import type { ReactNode } from 'react'
import { AddDialog } from './add/add-dialog'
import { KeysDialog } from './keys/keys-dialog'
import { MoveFeedDialog } from './sidebar/move-feed-dialog'
import { RemoveFeedDialog, RemoveFolderDialog } from './sidebar/remove-dialogs'
import { RenameFeedDialog } from './sidebar/rename-feed-dialog'
import { RenameSearchDialog } from './sidebar/rename-search-dialog'
import { useReader, useReaderState } from './state/context'
import { UpdatesDialog } from './updates/updates-dialog'

/** What lies in front of the window at the moment. */
export function Layers(): ReactNode {
  const { dispatch } = useReader()
  const close = (): void => dispatch({ kind: 'layer', layer: null })
  const { layer } = useReaderState()
  switch (layer?.kind) {
    case undefined:
      return null
    case 'add':
      return <AddDialog key={layer.asked} asked={layer.asked ?? null} onClose={close} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'updates':
      return <UpdatesDialog onClose={close} />
    case 'rename-feed':
      return <RenameFeedDialog feedId={layer.feedId} onClose={close} />
    case 'move-feed':
      return <MoveFeedDialog feedId={layer.feedId} onClose={close} />
    case 'remove-feed':
      return <RemoveFeedDialog feedId={layer.feedId} onClose={close} />
    case 'remove-folder':
      return <RemoveFolderDialog folderId={layer.folderId} onClose={close} />
    case 'rename-search':
      return <RenameSearchDialog searchId={layer.searchId} onClose={close} />
  }
}
