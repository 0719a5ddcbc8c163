import { useMemo, type ReactNode } from 'react'
import type { ListScope } from '../../library'
import { useCollections } from '../data/collections'
import { QuotesList } from '../quotes/quotes-list'
import { SearchResults } from '../search/search-results'
import { useReaderState } from '../state/context'
import { scopeOfPlace } from '../state/reader-state'
import { ArticleList } from './article-list'

/** The column in the middle: a list of articles, what a search found, or the quotes. */
export function ListColumn(): ReactNode {
  const { place, query } = useReaderState()
  const { folders, feeds } = useCollections()
  // Compared by what it says: a list must not begin anew because some other folder changed.
  const key = JSON.stringify(scopeOfPlace(place, folders, feeds))
  const scope = useMemo(() => JSON.parse(key) as ListScope | null, [key])
  if (query !== null) return <SearchResults query={query} />
  if (!scope || place.kind === 'quotes' || place.kind === 'sync') return <QuotesList />
  return <ArticleList key={key} place={place} scope={scope} />
}
