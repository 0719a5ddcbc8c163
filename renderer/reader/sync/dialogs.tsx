import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import type { LeftOut } from '../../../preload/contract'
import { CredentialsDialog } from './credentials-dialog'
import { IntervalDialog } from './interval-dialog'
import { LeftOutDialog } from './left-out'
import { OptionsDialog } from './options-dialog'

/** What can be asked and told about syncing, in front of whatever is there: of a feed also over the dialog for adding. */
export type SyncDialog =
  /** @property onKept called when something was kept, to ask the feed again */
  | { readonly kind: 'credentials'; readonly url: string; readonly onKept: () => void }
  | { readonly kind: 'interval'; readonly feedId: number }
  | { readonly kind: 'options' }
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
      {dialog && <Shown dialog={dialog} onClose={close} />}
    </DialogContext>
  )
}

interface ShownProps {
  readonly dialog: SyncDialog
  readonly onClose: () => void
}

function Shown({ dialog, onClose }: ShownProps): ReactNode {
  switch (dialog.kind) {
    case 'credentials':
      return <CredentialsDialog url={dialog.url} onKept={dialog.onKept} onClose={onClose} />
    case 'interval':
      return <IntervalDialog feedId={dialog.feedId} onClose={onClose} />
    case 'options':
      return <OptionsDialog onClose={onClose} />
    case 'left-out':
      return <LeftOutDialog leftOut={dialog.leftOut} onClose={onClose} />
  }
}
