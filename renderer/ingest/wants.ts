import type { FeedRow, NewArticle, Settings, Want } from '../library'

/** Articles that are older when they come are not completed by themselves: nobody waits for them. */
const NEW_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

/** What the person wishes about completing articles. */
export interface CompletionWishes extends Pick<FeedRow, 'text' | 'pictures'> {
  /** Whether pictures are kept where the feed says nothing of its own. */
  readonly keepPictures: boolean
}

/** @returns the wishes for a feed, or for pages that were saved by hand */
export const wishesFor = (
  feed: Pick<FeedRow, 'text' | 'pictures'> | null,
  { pictures }: Settings,
): CompletionWishes => ({ text: feed?.text, pictures: feed?.pictures, keepPictures: pictures })

/**
 * What is to be fetched for an article before it is complete.
 *
 * @param isTeaser whether its text is only the beginning of the one on its page
 * @param now milliseconds since 1970
 */
export function wantsOf(
  article: Pick<NewArticle, 'html' | 'link' | 'dateline' | 'saved' | 'leadPicture'>,
  isTeaser: boolean,
  { text, pictures, keepPictures }: CompletionWishes,
  now: number,
): readonly Want[] {
  const isOld = !article.saved && article.dateline !== null && now - article.dateline > NEW_MILLISECONDS
  if (isOld) return []
  const wants: Want[] = []
  const isPageWanted = text === 'page' || (text === undefined && isTeaser)
  if (isPageWanted && article.link !== null) wants.push('page')
  if ((pictures ?? keepPictures) && hasPictures(article)) wants.push('pictures')
  return wants
}

const hasPictures = ({ html, leadPicture }: Pick<NewArticle, 'html' | 'leadPicture'>): boolean =>
  leadPicture !== null || html.includes('<img data-picture="')
