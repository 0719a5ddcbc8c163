import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWording } from '../strings'
import { IconButton } from './icon-button'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly className?: string
}

/** A page in front of the window. The browser keeps the focus inside it and closes it with Escape. */
export function Dialog({ title, onClose, children, className = '' }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const { strings } = useWording()
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // The first field, else the page itself: the browser would choose the button that closes it.
    const first = dialog?.querySelector<HTMLElement>('.field input, .field select') ?? dialog
    first?.focus()
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog ${className}`}
      tabIndex={-1}
      aria-labelledby={heading}
      onClose={onClose}
      onMouseDown={event => {
        // The dialog's own box is covered by its content: only a press beside it meets the dialog itself.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="dialog-sheet">
        <header className="dialog-head">
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" label={strings.add.close} onPress={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
