import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined)

/** @returns a function that has a sentence spoken by screen readers, when they have finished the one before */
export const useAnnounce = (): ((sentence: string) => void) => useContext(AnnounceContext)

/** The window's one live region: several would speak over one another. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [sentence, setSentence] = useState('')
  const announce = useMemo(() => (next: string) => setSentence(next), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <p className="spoken" role="status" aria-live="polite">
        {sentence}
      </p>
    </AnnounceContext>
  )
}
