import { useEffect, useRef, useState } from 'react'
import { followTables, reconnecting } from '../../library'
import { useDatabase } from '../data/collections'
import { readArticle, type ShownArticle } from './read-article'

const TABLES = ['heads', 'completions', 'ledger'] as const

interface OnScreen {
  readonly shown: ShownArticle | null
  /** Shows a text that came later and did not take its place by itself; null when there is none. */
  readonly showNewer: (() => void) | null
}

/**
 * The article that is on the screen, kept current: the one before stays, whole, until the next one is read. What is
 * fetched for it appears; a later form of its text only where that disturbs nobody.
 *
 * @param mayReplace whether another text may take the place of the one that is shown
 * @param asked another value has all of it read at once
 */
export function useShownArticle(
  id: number | null,
  mayReplace: (id: number) => boolean,
  asked: unknown,
): OnScreen {
  const newest = useNewest(id, asked)
  const [shown, setShown] = useState<ShownArticle | null>(null)
  useEffect(() => {
    setShown(before =>
      isOther(before, newest) && !mayReplace(newest.id) ? keepText(before, newest) : newest,
    )
  }, [newest, mayReplace])
  return { shown, showNewer: isOther(shown, newest) ? () => setShown(newest) : null }
}

/** An article with its text. */
type WithText = ShownArticle & { readonly full: NonNullable<ShownArticle['full']> }

/** Whether the texts of one article differ. */
function isOther(before: ShownArticle | null, now: ShownArticle | null): now is WithText {
  if (!before?.full || !now?.full || before.id !== now.id) return false
  return before.full.html !== now.full.html
}

/** What is new of an article, around the text that is being read. */
const keepText = (before: ShownArticle | null, now: ShownArticle): ShownArticle =>
  before ? { ...now, full: before.full, earlier: before.earlier } : now

/** @returns what was read of the article last; until it was read, that of the one before */
function useNewest(id: number | null, asked: unknown): ShownArticle | null {
  const database = useDatabase()
  const latest = useRef<ShownArticle | null>(null)
  const [newest, setNewest] = useState<ShownArticle | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    if (id === null) return setNewest((latest.current = null))
    let ended = false
    const end = followTables(TABLES, async () => {
      try {
        const read = await reconnecting(database, () => readArticle(database, id, latest.current))
        if (!ended) setNewest((latest.current = read))
      } catch (error) {
        if (!ended) setFailure({ error })
      }
    })
    return () => {
      ended = true
      end()
    }
  }, [database, id, asked])
  if (failure) throw failure.error
  return newest
}
