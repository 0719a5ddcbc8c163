import { useEffect, useRef } from 'react'
import type { SavedSearch } from '../../library'
import { bridge } from '../bridge'
import { useCollections } from '../data/collections'
import { useSync } from '../header/use-sync'
import type { QueryClient } from '../query/client'
import { useReader } from '../state/context'

/** After every sync, tells of what came for the saved searches of which the person wants to be told. */
export function useSearchNews(): void {
  const { queries } = useReader()
  const wanted = useCollections().searches.filter(({ notify }) => notify)
  const { running, rounds } = useSync()
  /** The last article that is no news any more; null until it is known. */
  const seen = useRef<number | null>(null)
  const latest = useRef({ wanted, running })
  useEffect(() => {
    latest.current = { wanted, running }
  })
  const key = wanted.map(({ id }) => id).join(' ')
  useEffect(() => {
    // What was there when the person asked to be told is no news.
    if (!latest.current.running) void look(queries, [], 0).then(last => (seen.current = last ?? seen.current))
  }, [queries, key])
  useEffect(() => {
    const { current } = latest
    if (running || rounds === 0 || seen.current === null) return
    void look(queries, current.wanted, seen.current).then(last => (seen.current = last ?? seen.current))
  }, [queries, running, rounds])
}

/** @returns the last article that was looked at; null when it failed: then it is news of the next time */
async function look(
  queries: QueryClient,
  searches: readonly SavedSearch[],
  after: number,
): Promise<number | null> {
  const input = { queries: searches.map(({ query }) => query), after }
  const news = await queries.ask('news', input).catch(() => null)
  const names = searches.filter((_, index) => (news?.found[index] ?? 0) > 0).map(({ name }) => name)
  if (news && names.length) void bridge().request('searches.tell', { names, articles: news.articles })
  return news?.last ?? null
}
