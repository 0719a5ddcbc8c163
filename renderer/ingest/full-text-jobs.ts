import type { Arrival, IngestJobs, Problem } from '../../preload/contract'
import {
  articlesByIds,
  completionOf,
  endAttempt,
  isQuarantined,
  lacking,
  readBody,
  watchLive,
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
import { readingFrom, watchAfter, watchAfterNothing, type LiveReading } from './live'
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
  const isWanted = (await lacking(database, articleId)).includes('page')
  const isWatched = (await completionOf(database, articleId)).live !== undefined
  const read = await readingOf(context, head, arrival)
  const now = Date.now()
  await watchLive(database, articleId, before => {
    if (typeof read !== 'string') return watchAfter(before, read, now)
    return before && !isFinal(read) ? watchAfterNothing(before, now) : null
  })
  const problem = typeof read === 'string' && read !== 'unchanged' ? read : null
  const again = problem !== null && !isFinal(problem)
  // A reading more that fails leaves what is there: nothing is missing, and nothing is said.
  if (isWanted || !isWatched) await endAttempt(database, articleId, { want: 'page', problem, again }, now)
  return null
}

/** Reads the pages and stores what they hold. @returns what they said, or why there is nothing of them to store */
async function readingOf(
  context: Context,
  head: ArticleRow,
  arrival: IngestJobs['page.arrived']['input']['arrival'],
): Promise<LiveReading | Problem | 'unchanged'> {
  if (arrival.kind === 'unchanged') return 'unchanged'
  if (arrival.kind === 'failed') return arrival.problem
  for (const { contentHash } of arrival.part)
    if (await isQuarantined(context.database, contentHash)) return 'quarantined'
  const page = readPages(arrival.part)
  if (typeof page === 'string') return page
  const fate = await readInto(context, head, page, arrival.part[0]?.finalUrl ?? '')
  return fate === 'other-article' ? fate : readingFrom(page, arrival.part, fate === 'stored')
}

/** @returns what became of the page's text: it takes the place of another, or adds nothing to it, or is none of this */
async function readInto(
  context: Context,
  head: ArticleRow,
  page: Article,
  answered: string,
): Promise<'stored' | 'same' | 'other-article'> {
  const { database } = context
  const pageText = textOfHtml(page.html).text
  const current = textOfHtml((await readBody(database, head.body)) ?? '').text
  const feedBody = head.origin === 'page' ? head.feedBody : head.body
  const feedText = feedBody ? textOfHtml((await readBody(database, feedBody)) ?? '').text : null
  const isOther = !isPageOf({ title: head.title, text: feedText ?? current }, { title: page.title, text: pageText }, head.link ?? '', answered) // prettier-ignore
  if (isOther) return 'other-article'
  // A page that says less than its feed is a teaser itself or was cut off, and one that says the same adds nothing.
  if (pageText === current || (feedText !== null && pageText.length <= feedText.length)) return 'same'
  const feed = (await database.feeds.get(head.feedId)) ?? null
  const article = pageVersion(head, page, pageText)
  // Its page was read this moment, because the article is new or somebody asked for it: its age is of no matter now.
  const wishes = { ...wishesFor(feed, context.settings()), text: 'feed' as const }
  const wants = wantsOf({ ...article, dateline: null }, false, wishes, Date.now())
  const edit = { articleId: head.id, article: withReadings({ ...article, wants }) }
  await context.batcher.add({ ...contribution([]), edits: [edit] })
  await storeEmbedded(context, head.id, page.embedded)
  return 'stored'
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
