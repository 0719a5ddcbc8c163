import { useEffect, useMemo, useState } from 'react'
import type { FoundArticles, FoundSnippet } from '../query/protocol'
import { useReader } from '../state/context'

/**
 * The snippets of a result; those that did not come with it are asked for when they come into sight.
 *
 * @returns what is there, by article
 */
export function useSnippets(
  found: FoundArticles,
  inSight: readonly number[],
): ReadonlyMap<number, FoundSnippet> {
  const { queries } = useReader()
  const [more, setMore] = useState<{
    readonly of: FoundArticles
    readonly snippets: readonly FoundSnippet[]
  }>()
  const later = more?.of === found ? more.snippets : undefined
  const snippets = useMemo(
    () => new Map([...found.snippets, ...(later ?? [])].map(snippet => [snippet.articleId, snippet])),
    [found, later],
  )
  const missing = inSight.filter(id => !snippets.has(id)).join(',')
  useEffect(() => {
    if (!missing) return
    const controller = new AbortController()
    const input = { ids: missing.split(',').map(Number), terms: found.terms }
    queries.ask('snippets', input, controller.signal).then(
      added =>
        setMore(before => ({
          of: found,
          snippets: [...(before?.of === found ? before.snippets : []), ...added],
        })),
      // The lead stays in the place of a snippet that cannot be had.
      () => undefined,
    )
    return () => controller.abort()
  }, [queries, found, missing])
  return snippets
}
