import type { ReactNode } from 'react'
import type { UpdateState, UpdateStep } from '../../../preload/contract'
import { Dialog } from '../common/dialog'
import { useWording } from '../strings'
import { actionsOfStep, sentenceOfStep } from './update-words'
import { actOnUpdate, chooseAutomatic, useUpdates } from './use-updates'

/** Which version this is, who renews it, and, where that is the program itself, how. */
export function UpdatesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWording().strings.updates
  const updates = useUpdates()
  return (
    <Dialog title={words.title} onClose={onClose} className="updates-dialog">
      {updates && (
        <>
          <p>
            {words.version(updates.version)} {updates.way !== 'itself' && words.ways[updates.way]}
          </p>
          {updates.way === 'itself' && <OwnUpdates updates={updates} />}
        </>
      )}
    </Dialog>
  )
}

function OwnUpdates({ updates }: { readonly updates: UpdateState }): ReactNode {
  const { strings } = useWording()
  const words = strings.updates
  const { step, automatic, host } = updates
  const sentence = sentenceOfStep(step, strings)
  return (
    <>
      <label className="option">
        <input
          type="checkbox"
          checked={automatic ?? false}
          aria-describedby="updates-help"
          onChange={event => chooseAutomatic(event.target.checked)}
        />
        {words.automatic}
      </label>
      <p id="updates-help" className="field-help">
        {words.automaticHelp(host)}
      </p>
      <p className="updates-step" role="status">
        {sentence ?? <LastCheck checkedAt={updates.checkedAt} />}
      </p>
      {'update' in step && step.update && <Notes {...step.update} />}
      <div className="dialog-actions">
        <DialogActions step={step} />
        {(step.kind === 'none' || step.kind === 'newest' || step.kind === 'checking') && (
          <button
            type="button"
            className="button"
            disabled={step.kind === 'checking'}
            onClick={() => actOnUpdate('check')}
          >
            {words.checkNow}
          </button>
        )}
      </div>
    </>
  )
}

/** The most likely one stands last, as in every dialog. */
function DialogActions({ step }: { readonly step: UpdateStep }): ReactNode {
  const { strings } = useWording()
  const actions = actionsOfStep(step, strings)
  return actions.toReversed().map(({ action, label }) => (
    <button
      key={action}
      type="button"
      className={action === actions[0]?.action ? 'button' : 'text-button'}
      onClick={() => actOnUpdate(action)}
    >
      {label}
    </button>
  ))
}

function LastCheck({ checkedAt }: { readonly checkedAt: number | null }): ReactNode {
  const { strings, format } = useWording()
  return checkedAt !== null && strings.updates.checkedAt(format.dateline(checkedAt))
}

interface NotesProps {
  readonly version: string
  readonly notes: string
}

/** What is new, as others wrote it: text, whatever it looks like. */
function Notes({ version, notes }: NotesProps): ReactNode {
  const words = useWording().strings.updates
  return (
    <section className="updates-notes" tabIndex={0} aria-label={words.notesTitle(version)}>
      <h3>{words.notesTitle(version)}</h3>
      <p>{notes || words.noNotes}</p>
    </section>
  )
}
