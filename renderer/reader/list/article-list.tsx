import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ListScope } from '../../library'
import { useReaderState } from '../state/context'
import type { ListPlace } from '../state/reader-state'
import { useWording } from '../strings'
import { ListHead, usePlaceName } from './list-head'
import { useArticleRows, useSight } from './use-article-rows'
import { useListHandle } from './use-list-handle'
import { useListIds } from './use-list-ids'
import { VirtualList } from './virtual-list'

/** Height of a row before it is measured: two lines of headline, two of lead. */
const ROW_HEIGHT = 124

interface ArticleListProps {
  readonly place: ListPlace
  /** Memoised: another one is another list. */
  readonly scope: ListScope
}

/** The articles of a place, newest first. */
export function ArticleList({ place, scope }: ArticleListProps): ReactNode {
  const { strings } = useWording()
  const name = usePlaceName(place)
  const { articleId } = useReaderState()
  const { ids, loaded, fresh, version, onTop, reload } = useNews(scope)
  useWhenChosenAgain(place, reload)
  const selected = useMemo(() => (articleId === null ? -1 : ids.indexOf(articleId)), [ids, articleId])
  useListHandle({ selected, ids })
  const { inSight, onRange } = useSight(ids)
  const renderRow = useArticleRows(ids, inSight)
  return (
    <section className="list" aria-label={name}>
      <ListHead place={place} ids={ids} />
      {fresh > 0 && (
        <button type="button" className="list-fresh" onClick={reload}>
          {strings.list.newArticles(fresh)}
        </button>
      )}
      {loaded && ids.length === 0 ? (
        <p className="list-empty">{strings.list.empty[place.kind]}</p>
      ) : (
        <VirtualList
          key={version}
          label={strings.list.label(name)}
          count={ids.length}
          estimate={ROW_HEIGHT}
          selected={selected}
          opened={articleId}
          fromTop={version > 0}
          onRange={onRange}
          onTop={onTop}
        >
          {renderRow}
        </VirtualList>
      )}
    </section>
  )
}

/** Calls a function when the person chooses the place again that is shown already: a new object says so. */
function useWhenChosenAgain(place: ListPlace, run: () => void): void {
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    run()
  })
}

/** What came since the list was read: it appears by itself where it disturbs nobody, else it is announced. */
function useNews(scope: ListScope) {
  const { articleId } = useReaderState()
  const { ids, loaded, fresh, reload: load } = useListIds(scope)
  const [atTop, onTop] = useState(true)
  const [version, setVersion] = useState(0)
  const quiet = ids.length === 0 || (articleId === null && atTop)
  useEffect(() => {
    if (loaded && quiet && fresh > 0) load()
  }, [loaded, quiet, fresh, load])
  const reload = useCallback((): void => {
    load()
    onTop(true)
    setVersion(before => before + 1)
  }, [load])
  return { ids, loaded, fresh: quiet ? 0 : fresh, version, onTop, reload }
}
