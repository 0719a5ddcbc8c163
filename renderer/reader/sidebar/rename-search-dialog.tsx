import { useState, type ReactNode } from 'react'
import { Field } from '../common/field'
import { useSavedSearches } from '../search/saved-searches'
import { useWording } from '../strings'
import { QuestionDialog } from './question-dialog'

interface RenameSearchProps {
  readonly searchId: number
  readonly onClose: () => void
}

/** Asks for another name of a saved search. */
export function RenameSearchDialog({ searchId, onClose }: RenameSearchProps): ReactNode {
  const { strings } = useWording()
  const { searches, rename } = useSavedSearches()
  const before = searches.find(({ id }) => id === searchId)?.name ?? ''
  const [text, setText] = useState(before)
  return (
    <QuestionDialog
      title={strings.search.renameTitle}
      confirm={strings.ask.renameConfirm}
      onConfirm={async () => {
        const name = text.trim()
        if (name && name !== before) await rename(searchId, name)
      }}
      onClose={onClose}
    >
      <Field label={strings.ask.renameLabel}>
        {id => <input id={id} autoFocus value={text} onChange={event => setText(event.target.value)} />}
      </Field>
    </QuestionDialog>
  )
}
