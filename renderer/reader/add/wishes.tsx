import { useCallback, useEffect, type ReactNode } from 'react'
import { bridge } from '../bridge'
import { useReader } from '../state/context'
import { useWording, type Strings } from '../strings'
import { Notice } from './notice'
import type { AddWish } from '../../../preload/contract'
import { addFile, savePage, type Outcome } from './outcome'
import { useAdding } from './use-adding'

/**
 * What was given from outside the window. Addresses of the command line are saved, files are read, and a slip says what
 * came of it; an address of a link only stands in the dialog for adding, because any page of the web can hold such a link.
 */
export function Wishes(): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const adding = useAdding()
  const { run, clear, busy, outcomes } = adding
  const take = useCallback(async () => {
    const wishes = await bridge().request('wishes.take', null)
    const asked = wishes.flatMap(wish => (wish.kind === 'ask' ? [wish.address] : [])).at(-1)
    if (asked !== undefined) dispatch({ kind: 'layer', layer: { kind: 'add', asked } })
    const works = wishes.flatMap(wish => (wish.kind === 'ask' ? [] : [() => fulfil(wish, strings)]))
    if (works.length) await run(strings.add.busy.saving, works)
  }, [dispatch, run, strings])
  useEffect(() => {
    void take()
    return bridge().listen('wishes', () => void take())
  }, [take])
  if (busy === null && !outcomes.length) return null
  return <Notice adding={adding} onClose={clear} />
}

async function fulfil(wish: AddWish, strings: Strings): Promise<Outcome> {
  if (wish.kind === 'file') {
    const { name, bytes } = wish
    return bytes
      ? addFile(new File([new Uint8Array(bytes)], name), strings)
      : { kind: 'failed', sentence: strings.add.unreadableFile(name) }
  }
  const outcome = await savePage({ kind: 'address', address: wish.address }, strings)
  // Nobody sees the command line beside the window.
  return outcome.kind === 'failed'
    ? { ...outcome, sentence: strings.add.ofFile(wish.address, outcome.sentence) }
    : outcome
}
