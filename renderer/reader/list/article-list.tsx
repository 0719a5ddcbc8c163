import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { listPage, type ListScope, type StatusRow } from '../../library'
import { useDatabase } from '../data/collections'
import { useReaderState } from '../state/context'
import type { Place } from '../state/reader-state'
import { useWording } from '../strings'
import { useArticleRows, useSight } from './use-article-rows'
import { ListHead, usePlaceName } from './list-head'
import { useFresh } from './use-fresh'
import { useListHandle } from './use-list-handle'
import { usePages, type Pages } from './use-pages'
import { VirtualList } from './virtual-list'

/** Height of a row before it is measured: two lines of headline, two of lead. */
const ROW_HEIGHT = 124

interface ArticleListProps {
  readonly place: Place
  /** Memoised: another one is another list. */
  readonly scope: ListScope
}

/** The articles of a place, newest first. */
export function ArticleList({ place, scope }: ArticleListProps): ReactNode {
  const { strings } = useWording()
  const name = usePlaceName(place)
  const { articleId } = useReaderState()
  const { pages, ids, selected } = useListPages(scope)
  const { fresh, total, version, onTop, reload } = useNews(scope, pages, ids.length)
  useWhenChosenAgain(place, reload)
  const { inSight, onRange } = useSight(ids, pages.ensure)
  const renderRow = useArticleRows(ids, inSight)
  const count = pages.complete ? ids.length : Math.max(ids.length, total)
  return (
    <section className="list" aria-label={name}>
      <ListHead place={place} scope={scope} newest={pages.rows[0] ?? null} />
      {fresh > 0 && (
        <button type="button" className="list-fresh" onClick={reload}>
          {strings.list.newArticles(fresh)}
        </button>
      )}
      {pages.loaded && ids.length === 0 ? (
        <p className="list-empty">{strings.list.empty[scope.kind]}</p>
      ) : (
        <VirtualList
          key={version}
          label={strings.list.label(name)}
          count={count}
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

const idsOf = (rows: readonly StatusRow[]): readonly number[] => rows.map(row => row.id)

function useListPages(scope: ListScope) {
  const database = useDatabase()
  const { articleId } = useReaderState()
  const read = useCallback(
    (after: StatusRow | null, limit: number) => listPage(database, scope, after, limit),
    [database, scope],
  )
  const pages = usePages(database, read)
  const { rows, ensure } = pages
  const ids = useMemo(() => idsOf(rows), [rows])
  const selected = useMemo(() => (articleId === null ? -1 : ids.indexOf(articleId)), [ids, articleId])
  const idsUpTo = useCallback(async (count: number) => idsOf(await ensure(count)), [ensure])
  useListHandle({ selected, idsUpTo })
  return { pages, ids, selected }
}

/** Calls a function when the person chooses the place again that is shown already: a new object says so. */
function useWhenChosenAgain(place: Place, run: () => void): void {
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    run()
  })
}

/** What came since the list was read: it appears by itself where it disturbs nobody, else it is announced. */
function useNews(scope: ListScope, { loaded, reload: readAgain }: Pages<StatusRow>, length: number) {
  const { articleId } = useReaderState()
  const { fresh, total, reset } = useFresh(scope)
  const [atTop, onTop] = useState(true)
  const [version, setVersion] = useState(0)
  const load = useCallback(() => {
    readAgain()
    reset()
  }, [readAgain, reset])
  const quiet = length === 0 || (articleId === null && atTop)
  useEffect(() => {
    if (loaded && quiet && fresh > 0) load()
  }, [loaded, quiet, fresh, load])
  const reload = (): void => {
    load()
    onTop(true)
    setVersion(before => before + 1)
  }
  return { fresh: quiet ? 0 : fresh, total, version, onTop, reload }
}
