import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useAnnounce } from '../common/announcer'
import { useCollections } from '../data/collections'
import { useArticleRows, useSight } from '../list/use-article-rows'
import { useListHandle } from '../list/use-list-handle'
import { VirtualList } from '../list/virtual-list'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { useFound } from './context'
import { FacetLines } from './facet-lines'
import { savedAs } from './find-saved'
import { useRecent } from './recent'
import { ResultsHead } from './results-head'
import type { Search } from './use-search'
import { useSearchCounts } from './use-search-counts'
import { useSnippets } from './use-snippets'

const ROW_HEIGHT = 124

/** The list column while somebody searches. What is searched is always said. */
export function SearchResults({ query }: { readonly query: string }): ReactNode {
  const { strings } = useWording()
  const { found, failed } = useFound()
  useRemembered(query)
  return (
    <section className="list" aria-label={strings.search.title}>
      <ResultsHead query={query} found={found} />
      {query.trim() && !failed && found?.total !== 0 && <FacetLines query={query} found={found} />}
      {failed && (
        <p className="list-empty" role="alert">
          {strings.search.failed}
        </p>
      )}
      {!query.trim() && <p className="list-empty">{strings.search.placeholderHelp}</p>}
      {found && found.articles.length === 0 && <NothingFound found={found} />}
      {found && found.articles.length > 0 && <Found key={`${found.order} ${found.query}`} found={found} />}
    </section>
  )
}

/** Who opens what a search found had a use for it: it is offered again. */
function useRemembered(query: string): void {
  const { articleId } = useReaderState()
  const { remember } = useRecent()
  const opened = useRef(articleId)
  useEffect(() => {
    if (opened.current === articleId) return
    opened.current = articleId
    remember(query)
  }, [articleId, query, remember])
}

type FoundNow = NonNullable<Search['found']>

function NothingFound({ found: { query, suggestion } }: { readonly found: FoundNow }): ReactNode {
  const { strings } = useWording()
  const { dispatch, searchField } = useReader()
  const sentence = strings.search.none(query.trim())
  useAnnounced(suggestion === null ? sentence : `${sentence} ${strings.search.didYouMean} ${suggestion}?`)
  return (
    <div className="list-empty">
      <p>{sentence}</p>
      {suggestion === null ? (
        <p>{strings.search.noneHelp}</p>
      ) : (
        <p className="did-you-mean">
          {strings.search.didYouMean}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              dispatch({ kind: 'search', query: suggestion })
              searchField.current?.focus()
            }}
          >
            {suggestion}
          </button>
          ?
        </p>
      )}
    </div>
  )
}

function Found({ found }: { readonly found: FoundNow }): ReactNode {
  const { strings } = useWording()
  const { articleId } = useReaderState()
  const ids = useMemo(() => found.articles.map(article => article.id), [found])
  const selected = articleId === null ? -1 : ids.indexOf(articleId)
  useListHandle({ selected, ids })
  const { inSight, onRange } = useSight(ids)
  const snippets = useSnippets(found, inSight)
  const renderRow = useArticleRows(ids, inSight, { snippets, terms: found.terms })
  useAnnounced(strings.search.found(found.total))
  return (
    <>
      <NewlyFound found={found} />
      {found.total > ids.length && (
        <p className="list-note">{strings.search.more(ids.length, found.order)}</p>
      )}
      <VirtualList
        label={strings.search.title}
        count={ids.length}
        estimate={ROW_HEIGHT}
        selected={selected}
        opened={articleId}
        onRange={onRange}
      >
        {renderRow}
      </VirtualList>
    </>
  )
}

/** What a saved search finds by now besides what is shown: nothing moves before it is asked for. */
function NewlyFound({ found: { query, total } }: { readonly found: FoundNow }): ReactNode {
  const { strings } = useWording()
  const { reload } = useFound()
  const saved = savedAs(useCollections().searches, query)
  const counts = useSearchCounts(saved ? [saved] : NO_SEARCHES)
  const more = (saved && counts.get(saved.query)?.total) ?? 0
  if (more <= total) return null
  return (
    <button type="button" className="list-fresh" onClick={reload}>
      {strings.list.newArticles(more - total)}
    </button>
  )
}

const NO_SEARCHES: readonly { readonly query: string }[] = []

/** Has a sentence spoken whenever it is another one. */
function useAnnounced(sentence: string): void {
  const announce = useAnnounce()
  useEffect(() => announce(sentence), [announce, sentence])
}
