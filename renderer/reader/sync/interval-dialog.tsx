import type { ReactNode } from 'react'
import { Dialog } from '../common/dialog'
import { Field } from '../common/field'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'
import { IntervalSelect } from './interval-select'

interface IntervalDialogProps {
  readonly feedId: number
  readonly onClose: () => void
}

/** Asks how often a feed is to be asked. What is chosen holds at once. */
export function IntervalDialog({ feedId, onClose }: IntervalDialogProps): ReactNode {
  const { strings } = useWording()
  const feed = useCollections().feeds.get(feedId)
  const { intervalTitle, intervalLabel, intervalHelp, intervalConfirm } = strings.sync
  return (
    <Dialog title={intervalTitle(feed?.title ?? '')} onClose={onClose}>
      <Field label={intervalLabel}>{id => feed && <IntervalSelect feed={feed} id={id} />}</Field>
      <p className="dialog-help">{intervalHelp}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {intervalConfirm}
        </button>
      </div>
    </Dialog>
  )
}
