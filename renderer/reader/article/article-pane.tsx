import { useCallback, useEffect, useImperativeHandle, useRef, type ReactNode, type RefObject } from 'react'
import { useDecisions } from '../data/use-decisions'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'
import { ArticleView } from './article-view'
import { useAsking } from './use-asking'
import { useShownArticle } from './use-shown'

/** So much of the page stays in sight when the text is moved by a page, in pixels. */
const KEPT_IN_SIGHT = 64

/** The open article, or what stands there when none is. */
export function ArticlePane(): ReactNode {
  const { strings } = useWording()
  const { articleId } = useReaderState()
  const pane = useRef<HTMLElement>(null)
  const [asked, ask] = useAsking(articleId)
  const mayReplace = useMayReplace(pane, asked.page ? articleId : null)
  const { shown, showNewer } = useShownArticle(articleId, mayReplace, asked)
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0
  }, [shown?.id])
  usePaging(pane)
  useMarkedRead(shown?.id ?? null)
  const { full, status } = shown ?? { full: null, status: null }
  return (
    <main ref={pane} className="pane" aria-label={strings.article.label} aria-busy={shown?.id !== articleId}>
      {!shown && (
        <div className="pane-empty">
          <p>{strings.article.none}</p>
          <p>{strings.article.noneHelp}</p>
        </div>
      )}
      {shown && !(full && status) && (
        <div className="pane-empty">
          <p>{strings.article.gone}</p>
        </div>
      )}
      {shown && full && status && (
        <ArticleView {...{ shown, full, status, asked, pane }} onAsk={ask} onNewer={showNewer} />
      )}
    </main>
  )
}

/** Where the top of a text stands in the pane while nobody has read on, in pixels. */
const AT_TOP = 8

/**
 * Another text may take the place of one that somebody reads only when they asked for it, or have not read on.
 *
 * @param askedFor the article for whose full text they asked
 */
function useMayReplace(
  pane: RefObject<HTMLElement | null>,
  askedFor: number | null,
): (id: number) => boolean {
  const latest = useRef<number | null>(null)
  useEffect(() => {
    latest.current = askedFor
  }, [askedFor])
  return useCallback(id => latest.current === id || (pane.current?.scrollTop ?? 0) < AT_TOP, [pane])
}

/** Who opens an article reads it. Marked as unread afterwards, it stays so. */
function useMarkedRead(id: number | null): void {
  const { decide } = useDecisions()
  useEffect(() => {
    if (id !== null) decide(id, { kind: 'read', value: true })
  }, [decide, id])
}

function usePaging(pane: RefObject<HTMLElement | null>): void {
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
