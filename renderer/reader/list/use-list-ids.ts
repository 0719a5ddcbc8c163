import { useCallback, useEffect, useState } from 'react'
import { followTables, listIds, LONG_PAUSE, reconnecting, type ListScope } from '../../library'
import { useDatabase } from '../data/collections'

/** A list as it was when it was read, and how much has come into it since. */
export interface ListIds {
  /** Newest first. */
  readonly ids: Uint32Array
  readonly loaded: boolean
  /** Articles that have come since. */
  readonly fresh: number
  /** Reads the list anew; what is shown stays until then, whatever happens to the library. */
  readonly reload: () => void
}

interface Content {
  readonly scope: ListScope
  readonly ids: Uint32Array
  /** The greatest number at that time: what comes later has a greater one. */
  readonly last: number
}

const NO_IDS = new Uint32Array(0)
const LEDGER = ['ledger'] as const

/**
 * Reads a list. Nothing moves under the eyes of the reader: what comes is counted, and shown when it is asked for.
 *
 * @param scope memoised: another one is another list
 */
export function useListIds(scope: ListScope): ListIds {
  const database = useDatabase()
  const [content, setContent] = useState<Content | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [fresh, setFresh] = useState(0)
  const reload = useCallback(() => {
    reconnecting(database, () => listIds(database, scope)).then(
      ids => {
        setContent({ scope, ids, last: greatest(ids) })
        setFresh(0)
      },
      (error: unknown) => setFailure({ error }),
    )
  }, [database, scope])
  useEffect(reload, [reload])
  const last = content?.scope === scope ? content.last : null
  useEffect(() => {
    // Stars and saved marks are the person's own: nothing comes into their lists by itself.
    if (last === null || scope.kind === 'starred' || scope.kind === 'saved') return
    return followTables(
      LEDGER,
      async () => {
        const ids = await listIds(database, scope).catch(() => NO_IDS)
        setFresh(countGreater(ids, last))
      },
      LONG_PAUSE,
    )
  }, [database, scope, last])
  if (failure) throw failure.error
  const current = content?.scope === scope ? content : null
  return { ids: current?.ids ?? NO_IDS, loaded: current !== null, fresh, reload }
}

const greatest = (ids: Uint32Array): number => ids.reduce((most, id) => Math.max(most, id), 0)

function countGreater(ids: Uint32Array, last: number): number {
  let count = 0
  for (const id of ids) if (id > last) count++
  return count
}
