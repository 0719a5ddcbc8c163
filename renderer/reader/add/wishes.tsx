import { useCallback, useEffect, type ReactNode } from 'react'
import { bridge } from '../bridge'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { Notice } from './notice'
import { savePage, type Outcome } from './outcome'
import { useAdding } from './use-adding'

/**
 * Addresses that were given from outside the window. Those of the command line are saved, and a slip says what came of
 * it; one of a link only stands in the dialog for adding, because any page of the web can hold such a link.
 */
export function Wishes(): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const adding = useAdding()
  const { run, clear, busy, outcomes } = adding
  const take = useCallback(async () => {
    const wishes = await bridge().request('wishes.take', null)
    const asked = wishes.findLast(wish => wish.kind === 'ask')
    if (asked) dispatch({ kind: 'layer', layer: { kind: 'add', asked: asked.address } })
    const saved = wishes.filter(wish => wish.kind === 'save')
    const work = async (address: string): Promise<Outcome> => {
      const outcome = await savePage({ kind: 'address', address }, strings)
      // Nobody sees the command line beside the window.
      return outcome.kind === 'failed'
        ? { ...outcome, sentence: strings.add.ofFile(address, outcome.sentence) }
        : outcome
    }
    if (!saved.length) return
    const works = saved.map(
      ({ address }) =>
        () =>
          work(address),
    )
    await run(strings.add.busy.saving, works)
  }, [dispatch, run, strings])
  useEffect(() => {
    void take()
    return bridge().listen('wishes', () => void take())
  }, [take])
  if (busy === null && !outcomes.length) return null
  return <Notice adding={adding} onClose={clear} />
}
