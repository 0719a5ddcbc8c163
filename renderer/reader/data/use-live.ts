import { useEffect, useState } from 'react'
import { followTables, reconnecting, type Database, type TableName } from '../../library'

interface Answer<Value> {
  readonly query: unknown
  readonly value?: Value
  readonly error?: unknown
}

/**
 * The value of a query of the library, kept current while the tables change (at most four times a second, or as the pause
 * says).
 *
 * @param query memoised by the caller; another function is another query. It is given the tables that have changed
 * since it was asked last, which are all of them at first
 * @param tables a constant, so that the subscription stays
 * @returns undefined until the first answer of this very query: the answer of the query before is never shown for it
 * @throws while rendering, what the query rejected with
 */
export function useLive<Value, Name extends TableName>(
  database: Database,
  query: (changed: ReadonlySet<Name>) => Promise<Value>,
  tables: readonly Name[],
  pause?: number,
): Value | undefined {
  const [answer, setAnswer] = useState<Answer<Value>>({ query })
  useEffect(() => {
    let ended = false
    const end = followTables(
      tables,
      async changed => {
        try {
          const value = await reconnecting(database, () => query(changed))
          if (!ended) setAnswer({ query, value })
        } catch (error) {
          if (!ended) setAnswer({ query, error })
        }
      },
      pause,
    )
    return () => {
      ended = true
      end()
    }
  }, [database, query, tables, pause])
  if (answer.query !== query) return undefined
  if (answer.error !== undefined) throw answer.error
  return answer.value
}
