import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { readingMinutes } from '../../pages'
import { textOfHtml } from '../../text'
import type { FullArticle, Status } from '../../library'
import { useSources } from '../data/use-sources'
import { MarkedTerms } from '../list/marked'
import { useTerms } from '../search/context'
import { useReaderState } from '../state/context'
import type { Passage } from '../state/reader-state'
import { useWording } from '../strings'
import { BodyFrame, type BodyHandle } from './body-frame'
import { Dateline } from './dateline'
import { MoreHeadlines } from './more-headlines'
import { QuotesRail } from './quotes-rail'

interface ArticleViewProps {
  readonly full: FullArticle
  readonly status: Status
  readonly pane: RefObject<HTMLElement | null>
}

/** An article as a newspaper sets it. */
export function ArticleView({ full, status, pane }: ArticleViewProps): ReactNode {
  const { strings } = useWording()
  const sourceOf = useSources()
  const { article, html, quotes } = full
  const quotations = quotes
  const { body, goTo } = useBody(full)
  const minutes = useMemo(() => (html ? readingMinutes(textOfHtml(html).text) : 0), [html])
  const language = article.language ?? undefined
  return (
    <article className="sheet" aria-labelledby="headline" data-quoted={quotations.length > 0 || undefined}>
      <Dateline article={article} status={status} source={sourceOf(article)} minutes={minutes} />
      <h1 id="headline" dir="auto" lang={language}>
        <MarkedTerms text={article.title || article.lead} terms={useTerms()} />
      </h1>
      <p className="byline">
        {article.byline && <span dir="auto">{article.byline}</span>}
        {html && <span>{strings.article.offline}</span>}
        {article.pictures > 0 && <span>{strings.article.pictures(article.pictures)}</span>}
      </p>
      {html ? (
        <BodyFrame ref={body} html={html} language={article.language} quotations={quotations} pane={pane} />
      ) : (
        <p className="body-lost">{html === null ? strings.article.lost : strings.article.noText}</p>
      )}
      {quotations.length > 0 && <QuotesRail quotations={quotations} language={language} onGo={goTo} />}
      <MoreHeadlines articleId={article.id} />
    </article>
  )
}

/** The frame of the text, and the way to a passage in it: one asked for on the way here, or by the rail. */
function useBody({ article }: FullArticle) {
  const { passage, articleId } = useReaderState()
  const body = useRef<BodyHandle>(null)
  const [target, setTarget] = useState<Passage | null>(null)
  const wanted = articleId === article.id ? passage : null
  useEffect(() => setTarget(wanted), [wanted, article.id])
  useEffect(() => {
    if (target) body.current?.goTo(target)
  }, [target])
  const goTo = useCallback(({ start, end }: Passage) => setTarget({ start, end }), [])
  return { body, goTo }
}
