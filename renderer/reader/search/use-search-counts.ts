import { useEffect, useState } from 'react'
import { followTables } from '../../library'
import type { SearchCount } from '../query/protocol'
import { useReader } from '../state/context'

const TABLES = ['ledger', 'segments', 'feeds'] as const
/** Every count searches the whole library: a sync must not keep the worker at it. In milliseconds. */
const PAUSE = 3000

const NO_COUNTS: ReadonlyMap<string, SearchCount> = new Map()

/** @returns how many articles each query finds, counted again when the library changes */
export function useSearchCounts(
  searches: readonly { readonly query: string }[],
): ReadonlyMap<string, SearchCount> {
  const { queries } = useReader()
  const [counts, setCounts] = useState(NO_COUNTS)
  const key = JSON.stringify(searches.map(({ query }) => query))
  useEffect(() => {
    const wanted = JSON.parse(key) as readonly string[]
    if (!wanted.length) return
    const controller = new AbortController()
    const count = async (): Promise<void> => {
      // What could not be counted keeps its last number.
      const found = await queries.ask('counts', wanted, controller.signal).catch(() => null)
      if (found) setCounts(new Map(found.map((each, index) => [wanted[index] ?? '', each])))
    }
    const end = followTables(TABLES, count, PAUSE)
    return () => {
      end()
      controller.abort()
    }
  }, [queries, key])
  return counts
}
