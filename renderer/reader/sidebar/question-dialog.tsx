import { useState, type ReactNode } from 'react'
import { Dialog } from '../common/dialog'
import { useWording } from '../strings'

interface QuestionDialogProps {
  readonly title: string
  readonly confirm: string
  readonly children: ReactNode
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** A question with one answer that does something and one that does not. */
export function QuestionDialog({
  title,
  confirm,
  children,
  onConfirm,
  onClose,
}: QuestionDialogProps): ReactNode {
  const { strings } = useWording()
  const [busy, setBusy] = useState(false)
  const submit = (): void => {
    setBusy(true)
    void onConfirm().finally(onClose)
  }
  return (
    <Dialog title={title} onClose={onClose} className="question-dialog">
      <form
        aria-busy={busy}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        <div className="dialog-actions">
          <button type="button" className="text-button" onClick={onClose}>
            {strings.ask.cancel}
          </button>
          <button type="submit" className="button" disabled={busy}>
            {confirm}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
