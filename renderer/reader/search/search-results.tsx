import { useEffect, useMemo, type ReactNode } from 'react'
import { useAnnounce } from '../common/announcer'
import { useCollections } from '../data/collections'
import { useArticleRows, useSight } from '../list/use-article-rows'
import { useListHandle } from '../list/use-list-handle'
import { VirtualList } from '../list/virtual-list'
import type { FoundArticles } from '../query/protocol'
import { useReaderState } from '../state/context'
import { useWording } from '../strings'
import { useFound } from './context'
import { useSnippets } from './use-snippets'

const ROW_HEIGHT = 124

/** The list column while somebody searches. What is searched is always said. */
export function SearchResults({ query }: { readonly query: string }): ReactNode {
  const { strings } = useWording()
  const { found, failed } = useFound()
  const { counts } = useCollections()
  const total = [...counts.values()].reduce((sum, { articles }) => sum + articles, 0)
  return (
    <section className="list" aria-label={strings.search.title}>
      <header className="list-head">
        <h2>{strings.search.title}</h2>
        <span className="list-order">{found && strings.search.found(found.total)}</span>
        <p className="list-scope">{strings.search.scope(total)}</p>
      </header>
      {failed && (
        <p className="list-empty" role="alert">
          {strings.search.failed}
        </p>
      )}
      {!found && !failed && !query.trim() && <p className="list-empty">{strings.search.placeholderHelp}</p>}
      {found && found.articles.length === 0 && <NothingFound query={found.query} />}
      {found && found.articles.length > 0 && <Found key={found.query} found={found} />}
    </section>
  )
}

function NothingFound({ query }: { readonly query: string }): ReactNode {
  const { strings } = useWording()
  const sentence = strings.search.none(query.trim())
  useAnnounced(sentence)
  return (
    <div className="list-empty">
      <p>{sentence}</p>
      <p>{strings.search.noneHelp}</p>
    </div>
  )
}

function Found({ found }: { readonly found: FoundArticles }): ReactNode {
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
      {found.total > ids.length && <p className="list-note">{strings.search.more(ids.length)}</p>}
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

/** Has a sentence spoken whenever it is another one. */
function useAnnounced(sentence: string): void {
  const announce = useAnnounce()
  useEffect(() => announce(sentence), [announce, sentence])
}
