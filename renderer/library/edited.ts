import type { ArticleRow, BodyPlace, Origin } from './schema'

/** Whether a text of this origin is shown in an article: the page's goes before the feed's. */
export const isShown = ({ origin }: ArticleRow, given: Origin): boolean =>
  given === 'page' || origin !== 'page'

/** The text that a later one of the same origin takes the place of; null when it is the first of its origin. */
export function replacedBody(old: ArticleRow, given: Origin): BodyPlace | null {
  if (given === 'feed') return old.origin === 'page' ? (old.feedBody ?? null) : old.body
  return old.origin === 'page' ? old.body : null
}

/**
 * The head of an article after a later form of it came. It keeps its place in all lists: number, dateline and source;
 * and with the text of its page, what its feed says of it.
 *
 * @param later the head that the later form would have by itself
 */
export function editedHead(old: ArticleRow, later: ArticleRow): ArticleRow {
  const { dateline, datelineText, source } = old
  if (later.origin === 'page') {
    const { title, byline, link, leadPicture = later.leadPicture } = old
    const isFirst = old.origin !== 'page'
    return {
      ...later,
      ...{ dateline, datelineText, source, link },
      title: title || later.title,
      byline: byline ?? later.byline,
      updatedAt: isFirst ? old.updatedAt : later.updatedAt,
      ...(isFirst ? { feedBody: old.body } : old.feedBody && { feedBody: old.feedBody }),
      ...(leadPicture === undefined ? null : { leadPicture }),
    }
  }
  // The page's text stays in its place until the page is read again.
  if (old.origin === 'page')
    return { ...old, title: later.title, updatedAt: later.updatedAt, feedBody: later.body }
  return { ...later, dateline, datelineText, source }
}
