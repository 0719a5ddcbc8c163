import { useEffect, type ReactNode } from 'react'
import type { UpdateState, UpdateStep } from '../../../preload/contract'
import { useAnnounce } from '../common/announcer'
import { useWording } from '../strings'
import { actionsOfStep, sentenceOfStep } from './update-words'
import { actOnUpdate, chooseAutomatic } from './use-updates'

interface UpdateRowProps {
  readonly updates: UpdateState
  /** Whether the person may be asked if newer versions are to be looked for. */
  readonly mayAsk: boolean
  /** Shows what is new; without it there is no such button. */
  readonly onNotes?: () => void
}

/** A quiet line across the window: the question whether to look for newer versions, or how far one is. */
export function UpdateRow({ updates, mayAsk, onNotes }: UpdateRowProps): ReactNode {
  const { way, automatic, step } = updates
  if (way !== 'itself') return null
  if (isTold(step)) return <StepLine step={step} {...(onNotes ? { onNotes } : {})} />
  return automatic === null && mayAsk && step.kind === 'none' ? <Question host={updates.host} /> : null
}

/** The rest is said in the dialog, to who asked for it there. */
const isTold = (step: UpdateStep): boolean => !['none', 'checking', 'newest'].includes(step.kind)

function Question({ host }: { readonly host: string }): ReactNode {
  const words = useWording().strings.updates
  return (
    <section className="update-row" aria-label={words.title}>
      <p>{words.ask(host)}</p>
      <button type="button" className="text-button" onClick={() => chooseAutomatic(true)}>
        {words.yes}
      </button>
      <button type="button" className="text-button" onClick={() => chooseAutomatic(false)}>
        {words.no}
      </button>
    </section>
  )
}

interface StepLineProps {
  readonly step: UpdateStep
  readonly onNotes?: () => void
}

function StepLine({ step, onNotes }: StepLineProps): ReactNode {
  const { strings } = useWording()
  const words = strings.updates
  const sentence = sentenceOfStep(step, strings)
  const isTrouble = step.kind === 'failed'
  useSpoken(step.kind === 'found' || step.kind === 'ready' ? sentence : null)
  return (
    <section className="update-row" aria-label={words.label}>
      <p role={isTrouble ? 'alert' : undefined}>{sentence}</p>
      {step.kind === 'downloading' && (
        <progress max={100} value={step.percent} aria-label={sentence ?? undefined} />
      )}
      {'update' in step && step.update?.notes && onNotes && (
        <button type="button" className="text-button" onClick={onNotes}>
          {words.notes}
        </button>
      )}
      <StepActions step={step} />
    </section>
  )
}

function StepActions({ step }: { readonly step: UpdateStep }): ReactNode {
  const { strings } = useWording()
  return actionsOfStep(step, strings).map(({ action, label }) => (
    <button key={action} type="button" className="text-button" onClick={() => actOnUpdate(action)}>
      {label}
    </button>
  ))
}

/** Screen readers hear of a newer version once, when they have finished what they say. */
function useSpoken(sentence: string | null): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [announce, sentence])
}
