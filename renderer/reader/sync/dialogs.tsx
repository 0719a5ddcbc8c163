import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import type { LeftOut } from '../../../preload/contract'
import { CredentialsDialog } from './credentials-dialog'
import { FeedDialog } from './feed-dialog'
import { LeftOutDialog } from './left-out'
import { OptionsDialog } from './options-dialog'
import { StorageDialog } from './storage-dialog'

/** What can be asked and told about syncing, in front of whatever is there: of a feed also over the dialog for adding. */
export type SyncDialog =
  /** @property onKept called when something was kept, to ask the feed again */
  | { readonly kind: 'credentials'; readonly url: string; readonly onKept: () => void }
  | { readonly kind: 'feed'; readonly feedId: number }
  | { readonly kind: 'options' | 'storage' }
  | { readonly kind: 'left-out'; readonly leftOut: readonly LeftOut[] }

const DialogContext = createContext<(dialog: SyncDialog) => void>(() => undefined)

/** @returns a function that opens a dialog about syncing */
export const useSyncDialog = (): ((dialog: SyncDialog) => void) => useContext(DialogContext)

/** The place of the dialogs about syncing; it keeps which one is open. */
export function SyncDialogs({ children }: { readonly children: ReactNode }): ReactNode {
  const [dialog, setDialog] = useState<SyncDialog | null>(null)
  const close = useCallback(() => setDialog(null), [])
  return (
    <DialogContext value={setDialog}>
      {children}
      {dialog && <Shown dialog={dialog} onOpen={setDialog} onClose={close} />}
    </DialogContext>
  )
}

interface ShownProps {
  readonly dialog: SyncDialog
  readonly onOpen: (dialog: SyncDialog) => void
  readonly onClose: () => void
}

function Shown({ dialog, onOpen, onClose }: ShownProps): ReactNode {
  switch (dialog.kind) {
    case 'credentials':
      return <CredentialsDialog url={dialog.url} onKept={dialog.onKept} onClose={onClose} />
    case 'feed':
      return <FeedDialog feedId={dialog.feedId} onClose={onClose} />
    case 'options':
      return <OptionsDialog onStorage={() => onOpen({ kind: 'storage' })} onClose={onClose} />
    case 'storage':
      return <StorageDialog onClose={onClose} />
    case 'left-out':
      return <LeftOutDialog leftOut={dialog.leftOut} onClose={onClose} />
  }
}
