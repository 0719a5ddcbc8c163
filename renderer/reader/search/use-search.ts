import { useCallback, useEffect, useMemo, useState } from 'react'
import { followTables } from '../../library'
import type { FoundArticles, SearchOrder } from '../query/protocol'
import type { QueryClient } from '../query/client'

/** Typing pauses so long before a search begins, in milliseconds. */
const PAUSE = 60

/** What stands in the list while somebody searches. */
export interface Search {
  /** The answer for the latest query that has one: results stay until the next ones are there. */
  readonly found: (FoundArticles & { readonly query: string; readonly order: SearchOrder }) | null
  readonly failed: boolean
  /** Searches again: the library may have more by now. */
  readonly reload: () => void
}

const TABLES = ['segments'] as const
/** Milliseconds until what failed is tried once more. */
const TRIES_AGAIN = 10_000

const NOTHING = { found: null, failed: false } as const

/**
 * Searches as somebody types; of several queries on the way only the latest counts.
 *
 * @param query null or blank searches nothing
 */
export function useSearch(queries: QueryClient, query: string | null, order: SearchOrder): Search {
  const [search, setSearch] = useState<Omit<Search, 'reload'>>(NOTHING)
  const [version, setVersion] = useState(0)
  const words = query?.trim() ? query : null
  useEffect(() => {
    if (words === null) {
      setSearch(NOTHING)
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(() => {
      queries.ask('search', { query: words, order }, controller.signal).then(
        found => setSearch({ found: { ...found, query: words, order }, failed: false }),
        () => {
          if (!controller.signal.aborted) setSearch({ found: null, failed: true })
        },
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [queries, words, order, version])
  const reload = useCallback(() => setVersion(before => before + 1), [])
  // Where nothing is shown nothing can move: what can be found by now comes by itself.
  const isEmpty = search.failed || search.found?.total === 0
  useEffect(() => (isEmpty ? followTables(TABLES, async () => reload()) : undefined), [isEmpty, reload])
  useEffect(() => {
    if (!search.failed) return
    const timer = setInterval(reload, TRIES_AGAIN)
    return () => clearInterval(timer)
  }, [search.failed, reload])
  return useMemo(() => ({ ...search, reload }), [search, reload])
}
