import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type RefObject } from 'react'
import { highlight, type Mark } from '../../../search'
import { useTerms } from '../../search/context'
import { useReader } from '../../state/context'
import { foldText, occurrencesIn } from './find-text'

/** What is marked in a text, and the way through it: what a search looked for, or what is looked for in this text alone. */
export interface Find {
  /** What stands in the bar's field; null while it is shut. */
  readonly wanted: string | null
  readonly hits: readonly Mark[]
  /** The hit that one is at, from 0; -1 for none yet. */
  readonly at: number
  /** A new object whenever one goes to a hit, be it the same one. */
  readonly target: Mark | null
  readonly field: RefObject<HTMLInputElement | null>
  readonly change: (wanted: string) => void
  readonly go: (by: 1 | -1) => void
  readonly close: () => void
}

interface Position {
  /** The hits that are walked: other ones begin anew. */
  readonly hits: readonly Mark[]
  readonly at: number
  readonly target: Mark | null
}

const NO_HITS: readonly Mark[] = []
const NOWHERE = { at: -1, target: null } as const

/**
 * Looks for words in a text.
 *
 * @param text as its places are counted
 */
export function useFind(text: string): Find {
  const terms = useTerms()
  const [wanted, setWanted] = useState<string | null>(null)
  const isOpen = wanted !== null
  const folded = useMemo(() => (isOpen ? foldText(text) : null), [text, isOpen])
  const hits = useMemo(() => {
    if (folded && wanted?.trim()) return occurrencesIn(folded, wanted)
    return terms.length ? highlight(text, terms) : NO_HITS
  }, [text, folded, terms, wanted])
  const [position, setPosition] = useState<Position | null>(null)
  const { at, target } = position?.hits === hits ? position : NOWHERE
  const go = useCallback(
    (by: 1 | -1): void =>
      setPosition(before => {
        const from = before?.hits === hits ? before.at : -1
        const next = from < 0 ? (by === 1 ? 0 : hits.length - 1) : (from + by + hits.length) % hits.length
        const hit = hits[next]
        return hit ? { hits, at: next, target: { ...hit } } : null
      }),
    [hits],
  )
  useFirstHit(wanted, hits, go)
  const bar = useBar(setWanted)
  useFindHandle(bar, go)
  return { wanted, hits, at, target, go, ...bar }
}

/** Who types in the bar is led to the first hit. */
function useFirstHit(wanted: string | null, hits: readonly Mark[], go: (by: 1) => void): void {
  useEffect(() => {
    if (wanted?.trim() && hits.length) go(1)
  }, [wanted, hits, go])
}

/** The bar with its field: it takes the focus, and gives it back. */
function useBar(setWanted: (wanted: string | null) => void) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  return useMemo(
    () => ({
      field,
      change: setWanted,
      open: () => {
        if (field.current) return field.current.select()
        before.current = document.activeElement
        setWanted('')
      },
      close: () => {
        setWanted(null)
        if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
      },
    }),
    [setWanted],
  )
}

/** Lets keys pressed anywhere work on it. */
function useFindHandle({ field, open, close }: ReturnType<typeof useBar>, go: (by: 1 | -1) => void): void {
  const { find } = useReader()
  useImperativeHandle(
    find,
    () => ({
      open,
      go,
      close: () => {
        const wasOpen = field.current !== null
        if (wasOpen) close()
        return wasOpen
      },
    }),
    [field, open, close, go],
  )
}
