import type { ReactNode } from 'react'
import { useWording } from './strings'

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
    </main>
  )
}
