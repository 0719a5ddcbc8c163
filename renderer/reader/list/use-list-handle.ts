import { useEffect, useRef, type RefObject } from 'react'
import { statusesByIds, type Database } from '../../library'
import { useDatabase } from '../data/collections'
import { useReader } from '../state/context'

/** A list of articles as keys walk through it. */
export interface Walk {
  /** Where the open article stands, or -1. */
  readonly selected: number
  /** The articles from the first one on, at least so many if there are so many. */
  readonly idsUpTo: (count: number) => Promise<readonly number[]>
}

/** So many articles are asked at once whether they are unread. */
const SLICE = 200

/** Lets keys walk through a list while it is on the screen. */
export function useListHandle(walk: Walk): void {
  const { list, dispatch } = useReader()
  const database = useDatabase()
  const { selected, idsUpTo } = walk
  // Several presses may come before the first one is drawn: they count from where the last one led.
  const cursor = useRef(selected)
  useEffect(() => {
    cursor.current = selected
    const open = (articleId: number | undefined): void => {
      if (articleId !== undefined) dispatch({ kind: 'open', articleId })
    }
    list.current = {
      step: by => void stepped(cursor, idsUpTo, by).then(open),
      nextUnread: () => void nextUnread(database, { selected, idsUpTo }).then(open),
    }
    return () => {
      list.current = null
    }
  }, [list, dispatch, database, selected, idsUpTo])
}

async function stepped(
  cursor: RefObject<number>,
  idsUpTo: Walk['idsUpTo'],
  by: 1 | -1,
): Promise<number | undefined> {
  const ids = await idsUpTo(cursor.current + by + 1)
  const target = Math.max(0, cursor.current + by)
  if (target >= ids.length) return undefined
  cursor.current = target
  return ids[target]
}

async function nextUnread(database: Database, { selected, idsUpTo }: Walk): Promise<number | undefined> {
  for (let start = selected + 1; ; start += SLICE) {
    const ids = (await idsUpTo(start + SLICE)).slice(start, start + SLICE)
    const found = (await statusesByIds(database, ids)).find(status => status.unread === 1)
    if (found || ids.length < SLICE) return found?.id
  }
}
