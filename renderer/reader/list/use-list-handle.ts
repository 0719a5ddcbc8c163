import { useEffect, useRef } from 'react'
import { statusesByIds, type Database } from '../../library'
import { useDatabase } from '../data/collections'
import { useReader } from '../state/context'

/** A list of articles as keys walk through it. */
export interface Walk {
  /** Where the open article stands, or -1. */
  readonly selected: number
  readonly ids: ArrayLike<number>
}

/** So many articles are asked at once whether they are unread. */
const SLICE = 1000

/** Lets keys walk through a list while it is on the screen. */
export function useListHandle({ selected, ids }: Walk): void {
  const { list, dispatch } = useReader()
  const database = useDatabase()
  // Several presses may come before the first one is drawn: they count from where the last one led.
  const cursor = useRef(selected)
  useEffect(() => {
    cursor.current = selected
    const open = (articleId: number | undefined): void => {
      if (articleId !== undefined) dispatch({ kind: 'open', articleId })
    }
    list.current = {
      step: by => {
        const target = Math.max(0, cursor.current + by)
        if (target >= ids.length) return
        cursor.current = target
        open(ids[target])
      },
      nextUnread: () => void nextUnread(database, { selected, ids }).then(open),
    }
    return () => {
      list.current = null
    }
  }, [list, dispatch, database, selected, ids])
}

async function nextUnread(database: Database, { selected, ids }: Walk): Promise<number | undefined> {
  for (let start = selected + 1; start < ids.length; start += SLICE) {
    const slice = Array.from({ length: Math.min(SLICE, ids.length - start) }, (_, at) => ids[start + at] ?? 0)
    const found = (await statusesByIds(database, slice)).find(status => status.unread)
    if (found) return found.id
  }
  return undefined
}
