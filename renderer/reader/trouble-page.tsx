import type { ReactNode } from 'react'
import { useWording } from './strings'
import { sentenceOfStep } from './updates/update-words'
import { UpdateRow } from './updates/update-row'
import { actOnUpdate, useUpdates } from './updates/use-updates'

/** The whole window, when the library cannot be shown: one sentence, and a way on. */
export function TroublePage({
  sentence,
  onRetry,
}: {
  readonly sentence: string
  readonly onRetry: () => void
}): ReactNode {
  const { strings } = useWording()
  return (
    <main className="trouble" role="alert">
      <p className="brand">{strings.brand}</p>
      <h1>{strings.trouble.title}</h1>
      <p>{sentence}</p>
      <button type="button" className="button" onClick={onRetry}>
        {strings.trouble.again}
      </button>
      <NewerVersion />
    </main>
  )
}

/** A newer version may be what helps: what wrote the library, or what mends it. */
function NewerVersion(): ReactNode {
  const { strings } = useWording()
  const updates = useUpdates()
  if (updates?.way !== 'itself') return null
  const { step } = updates
  const isQuiet = step.kind === 'none' || step.kind === 'newest' || step.kind === 'checking'
  if (!isQuiet) return <UpdateRow updates={updates} mayAsk={false} />
  return (
    <>
      <button
        type="button"
        className="text-button"
        disabled={step.kind === 'checking'}
        onClick={() => actOnUpdate('check')}
      >
        {strings.updates.look}
      </button>
      <p role="status">{sentenceOfStep(step, strings)}</p>
    </>
  )
}
