import type { ReactNode } from 'react'
import type { LeftOut } from '../../../preload/contract'
import { Dialog } from '../common/dialog'
import { useWording } from '../strings'

/** A list of this length is seen at a glance; a longer one is opened by hand. */
const SHORT = 5
/** Nobody reads more of them. */
const MOST = 500

/** What an import left out, and why. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }): ReactNode {
  const { strings } = useWording()
  return (
    <details className="left-out" open={leftOut.length <= SHORT}>
      <summary>{strings.sync.leftOut.line(leftOut.length)}</summary>
      <Reasons leftOut={leftOut} />
    </details>
  )
}

interface LeftOutDialogProps {
  readonly leftOut: readonly LeftOut[]
  readonly onClose: () => void
}

/** The same, in front of the window. */
export function LeftOutDialog({ leftOut, onClose }: LeftOutDialogProps): ReactNode {
  const { strings } = useWording()
  return (
    <Dialog title={strings.sync.leftOut.title} onClose={onClose}>
      <div className="left-out">
        <Reasons leftOut={leftOut} />
      </div>
    </Dialog>
  )
}

function Reasons({ leftOut }: { readonly leftOut: readonly LeftOut[] }): ReactNode {
  const { strings } = useWording()
  const { reasons, unnamed, more } = strings.sync.leftOut
  return (
    <ul>
      {leftOut.slice(0, MOST).map(({ title, reason }, index) => (
        <li key={index}>
          <b dir="auto">{title || unnamed}</b> {reasons[reason]}
        </li>
      ))}
      {leftOut.length > MOST && <li>{more(leftOut.length - MOST)}</li>}
    </ul>
  )
}
