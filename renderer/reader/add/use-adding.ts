import { useCallback, useRef, useState } from 'react'
import { useAnnounce } from '../common/announcer'
import { useWording } from '../strings'
import type { Outcome } from './outcome'

/** Something that is being added, and what came of the last things that were. */
export interface Adding {
  /** What is going on, in words; null when nothing is. */
  readonly busy: string | null
  readonly outcomes: readonly Outcome[]
  /** Does one thing after the other, and keeps what came of each. */
  readonly run: (busy: string, works: readonly (() => Promise<Outcome>)[]) => Promise<readonly Outcome[]>
  readonly clear: () => void
}

/** Follows the adding of feeds and pages. */
export function useAdding(): Adding {
  const { strings } = useWording()
  const announce = useAnnounce()
  const [busy, setBusy] = useState<string | null>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const turn = useRef(0)
  const run = useCallback<Adding['run']>(
    async (sentence, works) => {
      const mine = ++turn.current
      setBusy(sentence)
      setOutcomes([])
      const done: Outcome[] = []
      for (const work of works) {
        done.push(
          await work().catch((): Outcome => ({
            kind: 'failed',
            sentence: strings.problems['reading-failed'],
          })),
        )
        if (turn.current === mine) setOutcomes([...done])
      }
      if (turn.current === mine) setBusy(null)
      announce(
        done.map(outcome => (outcome.kind === 'choice' ? strings.add.choice : outcome.sentence)).join(' '),
      )
      return done
    },
    [strings, announce],
  )
  const clear = useCallback(() => {
    turn.current++
    setBusy(null)
    setOutcomes([])
  }, [])
  return { busy, outcomes, run, clear }
}
