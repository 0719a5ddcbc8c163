import { useCallback, useEffect, useMemo, useState } from 'react'
import { readBody, reconnecting, type ArticleRow, type FullArticle, type Origin } from '../../library'
import { findQuotations, type Quotation } from '../../quotes'
import { textOfHtml } from '../../text'
import { useDatabase } from '../data/collections'
import type { Passage } from '../state/reader-state'

/** The text of an article that is shown: that of its page, or that of its feed. */
export interface ShownVersion {
  readonly origin: Origin
  readonly html: string | null
  /** Places in this very text. */
  readonly quotations: readonly Quotation[]
  /** Shows the other one; null where there is only one. */
  readonly change: (() => void) | null
}

/** The feed's own text, as it was read for an article. */
interface FeedText {
  readonly article: ArticleRow
  readonly html: string | null
}

/**
 * The version of an article that is shown: the one that is searched and quoted, until the person wants the other.
 *
 * @param passage where the article was opened for one: it is a place in the text that is searched
 */
export function useVersion({ article, html, quotes }: FullArticle, passage: Passage | null): ShownVersion {
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (passage) setWanted(null)
  }, [passage])
  const isWanted = wanted === article.id && article.feedBody !== undefined
  const feedText = useFeedText(isWanted ? article : null)
  const quotations = useMemo(() => quotationsOf(feedText), [feedText])
  const change = useCallback(() => setWanted(isWanted ? null : article.id), [isWanted, article.id])
  const both = article.feedBody === undefined ? null : change
  // Until it is read, the page's stays.
  return isWanted && feedText
    ? { origin: 'feed', html: feedText.html, quotations, change: both }
    : { origin: article.origin ?? 'feed', html, quotations: quotes, change: both }
}

/** Only the text that is searched has its quotations in the library. */
const quotationsOf = (feedText: FeedText | null): readonly Quotation[] =>
  feedText?.html
    ? findQuotations(textOfHtml(feedText.html).text, {
        language: feedText.article.language,
        title: feedText.article.title,
      })
    : []

/** @param article whose feed's text is wanted; null for none */
function useFeedText(article: ArticleRow | null): FeedText | null {
  const database = useDatabase()
  const [read, setRead] = useState<FeedText | null>(null)
  useEffect(() => {
    const place = article?.feedBody
    if (!place) return
    let ended = false
    void reconnecting(database, () => readBody(database, place))
      .catch(() => null)
      .then(html => !ended && setRead({ article, html }))
    return () => {
      ended = true
    }
  }, [database, article])
  return read?.article === article ? read : null
}
