import { useCallback, useEffect, useImperativeHandle, useRef, useState, type ReactNode } from 'react'
import { fullArticle, reconnecting, statusesByIds, type FullArticle, type Status } from '../../library'
import { useDatabase } from '../data/collections'
import { useDecisions } from '../data/use-decisions'
import { useLive } from '../data/use-live'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { ArticleView } from './article-view'

const STATUSES = ['ledger'] as const
/** So much of the page stays in sight when the text is moved by a page, in pixels. */
const KEPT_IN_SIGHT = 64

/** The open article, or what stands there when none is. */
export function ArticlePane(): ReactNode {
  const { strings } = useWording()
  const { articleId } = useReaderState()
  const shown = useShownArticle(articleId)
  const status = useStatus(shown?.id ?? null)
  const pane = useRef<HTMLElement>(null)
  usePaging(pane)
  useMarkedRead(shown?.id ?? null)
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0
  }, [shown?.id])
  return (
    <main ref={pane} className="pane" aria-label={strings.article.label} aria-busy={shown?.id !== articleId}>
      {!shown && (
        <div className="pane-empty">
          <p>{strings.article.none}</p>
          <p>{strings.article.noneHelp}</p>
        </div>
      )}
      {shown && (!shown.full || status === null) && (
        <div className="pane-empty">
          <p>{strings.article.gone}</p>
        </div>
      )}
      {shown?.full && status !== null && (
        <ArticleView full={shown.full} status={status ?? shown.full.status} pane={pane} />
      )}
    </main>
  )
}

interface Shown {
  readonly id: number
  /** Null when it is not in the library any more. */
  readonly full: FullArticle | null
}

/** The article that is on the screen: the one before stays, whole, until the next one is read. */
function useShownArticle(id: number | null): Shown | null {
  const database = useDatabase()
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    let ended = false
    if (id === null) setShown(null)
    else
      reconnecting(database, () => fullArticle(database, id)).then(
        full => !ended && setShown({ id, full }),
        (error: unknown) => !ended && setFailure({ error }),
      )
    return () => {
      ended = true
    }
  }, [database, id])
  if (failure) throw failure.error
  return shown
}

/** The state of the article, kept current; null when it is gone. */
function useStatus(id: number | null): Status | null | undefined {
  const database = useDatabase()
  const query = useCallback(
    async () => (id === null ? null : ((await statusesByIds(database, [id]))[0] ?? null)),
    [database, id],
  )
  return useLive(database, query, STATUSES)
}

/** Who opens an article reads it. Marked as unread afterwards, it stays so. */
function useMarkedRead(id: number | null): void {
  const { decide } = useDecisions()
  useEffect(() => {
    if (id !== null) decide(id, { kind: 'read', value: true })
  }, [decide, id])
}

function usePaging(pane: React.RefObject<HTMLElement | null>): void {
  const { pane: handle } = useReader()
  useImperativeHandle(handle, () => ({
    page: by => {
      const element = pane.current
      if (!element) return false
      const before = element.scrollTop
      const end = element.scrollHeight - element.clientHeight
      if (by === 1 ? before >= end - 1 : before <= 0) return false
      element.scrollBy({ top: by * Math.max(80, element.clientHeight - KEPT_IN_SIGHT) })
      return true
    },
  }))
}
