import { useEffect, useState, type ReactNode } from 'react'
import { useSources } from '../data/use-sources'
import { useNow } from '../list/use-now'
import type { RelatedHeadline } from '../query/protocol'
import { useReader } from '../state/context'
import { useWording } from '../strings'

/** Articles on the same matter, from the library, each with why it is here. */
export function MoreHeadlines({ articleId }: { readonly articleId: number }): ReactNode {
  const { strings } = useWording()
  const found = useRelated(articleId)
  const headlines = found.filter(({ kind }) => kind === 'related')
  const elsewhere = found.filter(({ kind }) => kind === 'duplicate').slice(0, MOST_COPIES)
  if (!found.length) return null
  return (
    <section className="headlines" aria-label={strings.article.headlines}>
      {headlines.length > 0 && <h2>{strings.article.headlines}</h2>}
      <ul>
        {headlines.map(headline => (
          <Headline key={headline.article.id} headline={headline} />
        ))}
      </ul>
      {elsewhere.length > 0 && <SameText headlines={elsewhere} />}
    </section>
  )
}

/** So many other places of the same text are named. */
const MOST_COPIES = 4

/** The same text is no further story: only the places are named where it also stands. */
function SameText({ headlines }: { readonly headlines: readonly RelatedHeadline[] }): ReactNode {
  const { strings, format } = useWording()
  const { dispatch } = useReader()
  const sourceOf = useSources()
  const now = useNow()
  return (
    <p className="same-text">
      {strings.article.sameText}
      {headlines.map(({ article }) => (
        <button
          key={article.id}
          type="button"
          className="text-button"
          title={article.title}
          onClick={() => dispatch({ kind: 'open', articleId: article.id })}
        >
          <bdi>{sourceOf(article)}</bdi> {format.moment(article.dateline, now)}
        </button>
      ))}
    </p>
  )
}

function Headline({ headline: { article, why } }: { readonly headline: RelatedHeadline }): ReactNode {
  const { format } = useWording()
  const { dispatch } = useReader()
  const sourceOf = useSources()
  const now = useNow()
  const source = sourceOf(article)
  return (
    <li>
      <button type="button" onClick={() => dispatch({ kind: 'open', articleId: article.id })}>
        <b dir="auto" lang={article.language ?? undefined}>
          {article.title || article.lead}
        </b>
        <small>
          {source && (
            <>
              <bdi>{source}</bdi> ·{' '}
            </>
          )}
          {format.moment(article.dateline, now)}
          {why.length > 0 && (
            <>
              {' · '}
              <bdi>{why.join(', ')}</bdi>
            </>
          )}
        </small>
      </button>
    </li>
  )
}

const NONE: readonly RelatedHeadline[] = []

function useRelated(articleId: number): readonly RelatedHeadline[] {
  const { queries } = useReader()
  const [related, setRelated] = useState({ articleId, headlines: NONE })
  useEffect(() => {
    const controller = new AbortController()
    queries.ask('related', articleId, controller.signal).then(
      headlines => setRelated({ articleId, headlines }),
      // An article is whole without them.
      () => undefined,
    )
    return () => controller.abort()
  }, [queries, articleId])
  return related.articleId === articleId ? related.headlines : NONE
}
