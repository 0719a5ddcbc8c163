import { useState, type ReactNode } from 'react'
import { command } from '../bridge'
import { Field } from '../common/field'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'
import { QuestionDialog } from './question-dialog'

interface FeedDialogProps {
  readonly feedId: number
  readonly onClose: () => void
}

/** Asks for another name of a feed. */
export function RenameFeedDialog({ feedId, onClose }: FeedDialogProps): ReactNode {
  const { strings } = useWording()
  const { feeds } = useCollections()
  const before = feeds.get(feedId)?.title ?? ''
  const [title, setTitle] = useState(before)
  const rename = async (): Promise<void> => {
    const name = title.trim()
    if (name && name !== before) await command({ kind: 'rename-feed', feedId, title: name })
  }
  return (
    <QuestionDialog
      title={strings.ask.renameTitle}
      confirm={strings.ask.renameConfirm}
      onConfirm={rename}
      onClose={onClose}
    >
      <Field label={strings.ask.renameLabel}>
        {id => <input id={id} autoFocus value={title} onChange={event => setTitle(event.target.value)} />}
      </Field>
    </QuestionDialog>
  )
}
