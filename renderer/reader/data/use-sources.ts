import { useCallback } from 'react'
import type { ArticleRow } from '../../library'
import { useWording } from '../strings'
import { useCollections } from './collections'

/** What is needed to name where an article comes from. */
export type Sourced = Pick<ArticleRow, 'feedId' | 'source'>

/** @returns gives the name under which an article appears: its feed's name as it is now, else that of its site */
export function useSources(): (article: Sourced) => string {
  const { strings } = useWording()
  const { feeds } = useCollections()
  return useCallback(
    ({ feedId, source }) => feeds.get(feedId)?.title || source || strings.list.addedByYou,
    [feeds, strings],
  )
}
