import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { readingMinutes } from '../../pages'
import { textOfHtml } from '../../text'
import type { FullArticle, Status, Want } from '../../library'
import { useAnnounce } from '../common/announcer'
import { useSources } from '../data/use-sources'
import { MarkedTerms } from '../list/marked'
import { useTerms } from '../search/context'
import { useReader, useReaderState } from '../state/context'
import type { Passage } from '../state/reader-state'
import { useWording } from '../strings'
import { BodyFrame, type BodyHandle } from './body-frame'
import { Dateline } from './dateline'
import { FindBar } from './find/find-bar'
import { useFind } from './find/use-find'
import { MoreHeadlines } from './more-headlines'
import { newBlocks } from './new-blocks'
import { countPictures, leadPictureOf } from './picture-counts'
import { QuotesRail } from './quotes-rail'
import { Standing } from './standing'
import type { Asked } from './progress'
import { useExport } from './use-export'
import type { ShownArticle } from './read-article'
import { useVersion, type ShownVersion } from './use-version'

interface ArticleViewProps {
  readonly shown: ShownArticle
  readonly full: FullArticle
  readonly status: Status
  readonly asked: Asked
  readonly onAsk: (want: Want) => void
  readonly onNewer: (() => void) | null
  readonly pane: RefObject<HTMLElement | null>
}

/** An article as a newspaper sets it. */
export function ArticleView(props: ArticleViewProps): ReactNode {
  const { shown, full, status, asked, onAsk, onNewer, pane } = props
  const { strings } = useWording()
  const { article } = full
  const source = useSources()(article)
  const version = useVersion(full, useReaderState().passage)
  const { html, quotations } = version
  const { body, goTo } = useBody(full)
  const text = useMemo(() => (html ? textOfHtml(html).text : ''), [html])
  const minutes = useMemo(() => readingMinutes(text), [text])
  const find = useFind(text)
  const { leadPicture, pictures, fresh } = useParts(shown, full, version)
  const language = article.language ?? undefined
  const terms = useTerms()
  const exportArticle = useExport(article, html, source)
  useArticleHandle(full, version, onAsk, exportArticle)
  useSpokenVersion(full, version)
  return (
    <>
      <article className="sheet" aria-labelledby="headline" data-quoted={quotations.length > 0 || undefined}>
        <Dateline {...{ article, status, source, minutes }} onExport={exportArticle} />
        <h1 id="headline" dir="auto" lang={language}>
          <MarkedTerms text={article.title || article.lead} terms={terms} />
        </h1>
        <Standing
          {...{ article, shown, version, pictures, asked, onAsk, onNewer }}
          fresh={fresh.length}
          onFresh={() => fresh[0] && goTo(fresh[0])}
        />
        {(html || leadPicture !== null) && (
          <BodyFrame
            {...{ quotations, fresh, leadPicture, pane }}
            hits={find.hits}
            target={find.target}
            ref={body}
            html={html ?? ''}
            language={article.language}
            fetched={shown.fetched}
          />
        )}
        {!html && (
          <p className="body-lost">{html === null ? strings.article.lost : strings.article.noText}</p>
        )}
        {quotations.length > 0 && <QuotesRail quotations={quotations} language={language} onGo={goTo} />}
        <MoreHeadlines articleId={article.id} />
      </article>
      <FindBar find={find} />
    </>
  )
}

const NOTHING_NEW: readonly Passage[] = []

/** What is told of a text besides its words. */
function useParts(
  { fetched, earlier }: ShownArticle,
  { article, html: kept }: FullArticle,
  version: ShownVersion,
) {
  const { html } = version
  const leadPicture = leadPictureOf(article, html)
  const pictures = useMemo(() => countPictures(html, leadPicture, fetched), [html, leadPicture, fetched])
  const fresh = useMemo(
    () => (html !== null && html === kept && earlier.length ? newBlocks(html, earlier) : NOTHING_NEW),
    [html, kept, earlier],
  )
  return { leadPicture, pictures, fresh }
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

/** Lets keys and the menu work on the article. */
function useArticleHandle(
  { article }: FullArticle,
  { origin, change }: ShownVersion,
  onAsk: (want: Want) => void,
  exportArticle: () => void,
): void {
  const { article: handle } = useReader()
  const canFetch = origin === 'feed' && article.link !== null
  useImperativeHandle(
    handle,
    () => ({
      switchText: () => (change ? change() : canFetch && onAsk('page')),
      exportArticle,
    }),
    [change, canFetch, onAsk, exportArticle],
  )
}

/** Who does not see it hears which text came in the place of another. */
function useSpokenVersion({ article }: FullArticle, { origin }: ShownVersion): void {
  const { strings } = useWording()
  const announce = useAnnounce()
  const before = useRef({ id: article.id, origin })
  useEffect(() => {
    const { id, origin: old } = before.current
    before.current = { id: article.id, origin }
    if (id === article.id && old !== origin) announce(strings.offline.texts[origin])
  }, [article.id, origin, announce, strings])
}
