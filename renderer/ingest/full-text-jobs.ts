import type { Arrival, IngestJobs, Problem } from '../../preload/contract'
import {
  articlesByIds,
  endAttempt,
  isQuarantined,
  readBody,
  type ArticleRow,
  type NewArticle,
} from '../library'
import { decodePage, extractPage, joinPages, nextPage, PageError, type Article } from '../pages'
import { textOfHtml } from '../text'
import { isPageOf } from './belongs'
import { contribution } from './batcher'
import type { Context } from './context'
import { NO_MARK, withReadings } from './entries'
import { isFinal } from './final'
import { problemOf } from './page-problem'
import { storeEmbedded } from './picture-jobs'
import { wantsOf, wishesFor } from './wants'

/** Finds where an article goes on that has several pages. */
export async function nextPageOf(
  { database }: Context,
  arrival: IngestJobs['page.next']['input'],
): Promise<string | null> {
  if (await isQuarantined(database, arrival.contentHash)) return null
  return nextPage(decodePage(arrival.body, arrival.contentType), arrival.finalUrl)
}

/** Puts the text of the page behind an article in the place of its feed's, if it is that article's and longer. */
export async function fullTextArrived(
  context: Context,
  { articleId, arrival }: IngestJobs['page.arrived']['input'],
): Promise<null> {
  const { database } = context
  const [head] = await articlesByIds(database, [articleId])
  if (!head) return null
  const problem = arrival.kind === 'failed' ? arrival.problem : await readInto(context, head, arrival.part)
  const again = problem !== null && !isFinal(problem)
  await endAttempt(database, articleId, { want: 'page', problem, again }, Date.now())
  return null
}

/** Reads the pages and stores what they hold. @returns why they gave no text, or null */
async function readInto(
  context: Context,
  head: ArticleRow,
  arrivals: readonly Arrival[],
): Promise<Problem | null> {
  const { database } = context
  for (const { contentHash } of arrivals) if (await isQuarantined(database, contentHash)) return 'quarantined'
  const page = readPages(arrivals)
  if (typeof page === 'string') return page
  const pageText = textOfHtml(page.html).text
  const current = textOfHtml((await readBody(database, head.body)) ?? '').text
  const feedBody = head.origin === 'page' ? head.feedBody : head.body
  const feedText = feedBody ? textOfHtml((await readBody(database, feedBody)) ?? '').text : null
  const answered = arrivals[0]?.finalUrl ?? ''
  const isOther = !isPageOf({ title: head.title, text: feedText ?? current }, { title: page.title, text: pageText }, head.link ?? '', answered) // prettier-ignore
  if (isOther) return 'other-article'
  // A page that says less than its feed is a teaser itself or was cut off, and one that says the same adds nothing.
  if (pageText === current || (feedText !== null && pageText.length <= feedText.length)) return null
  const feed = (await database.feeds.get(head.feedId)) ?? null
  const article = pageVersion(head, page, pageText)
  // Its page was read this moment, because the article is new or somebody asked for it: its age is of no matter now.
  const wishes = { ...wishesFor(feed, context.settings()), text: 'feed' as const }
  const wants = wantsOf({ ...article, dateline: null }, false, wishes, Date.now())
  const edit = { articleId: head.id, article: withReadings({ ...article, wants }) }
  await context.batcher.add({ ...contribution([]), edits: [edit] })
  await storeEmbedded(context, head.id, page.embedded)
  return null
}

function readPages(arrivals: readonly Arrival[]): Article | Problem {
  try {
    return joinPages(
      arrivals.map(({ body, contentType, finalUrl }) => extractPage(decodePage(body, contentType), finalUrl)),
    )
  } catch (error) {
    if (error instanceof PageError) return problemOf(error)
    throw error
  }
}

/** The article as its page has it. What its feed says of it stands, where the feed says anything. */
const pageVersion = (head: ArticleRow, page: Article, text: string): Omit<NewArticle, 'quotations'> => ({
  feedId: head.feedId,
  identity: '',
  mark: NO_MARK,
  title: head.title || page.title,
  dateline: head.dateline,
  datelineText: head.datelineText,
  byline: head.byline ?? page.byline,
  source: head.source,
  language: page.language ?? head.language,
  link: head.link,
  html: page.html,
  text,
  saved: false,
  origin: 'page',
  leadPicture: page.html.includes('<img ') ? null : (head.leadPicture ?? page.leadImage),
  wants: [],
})
