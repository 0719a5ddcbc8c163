import type { CompletionTask, IngestJobs, Wanted } from '../../preload/contract'
import {
  articlesByIds,
  endAttempt,
  listIds,
  nextIncomplete,
  readBody,
  wantComplete,
  type ArticleRow,
  type Database,
  type FeedRow,
  type Incomplete,
} from '../library'
import { pictureAddresses } from '../pictures'
import type { Context } from './context'
import { isFinal } from './final'

/** Of one article; what comes behind is a catalogue. */
const MOST_PICTURES = 80
/** An article with fewer words may be a teaser, when the person wants a whole feed offline. */
const SHORT_WORDS = 120

/** Tells what is to be fetched next to make articles complete. */
export async function nextTasks(
  { database }: Context,
  { count, except, first }: IngestJobs['completion.next']['input'],
): Promise<IngestJobs['completion.next']['output']> {
  const { articles, left, hurried } = await nextIncomplete(database, {
    ...{ count, first },
    except: new Set(except),
    now: Date.now(),
  })
  const feedIds = [...new Set(articles.map(({ article }) => article.feedId))]
  const feeds = new Map((await database.feeds.bulkGet(feedIds)).map((feed, at) => [feedIds[at], feed]))
  const tasks = articles.map(one => taskOf(database, one, feeds.get(one.article.feedId)))
  return { tasks: await Promise.all(tasks), left, hurried }
}

async function taskOf(
  database: Database,
  { article, wants, fetched }: Incomplete,
  feed: FeedRow | undefined,
): Promise<CompletionTask> {
  const { id: articleId, link } = article
  // The host that the person chose: the feed's, or the page's own.
  const home = hostOf(feed?.url ?? link)
  const wanted = (address: string): Wanted => ({
    address,
    trust: hostOf(address) === home ? 'subscribed' : 'linked',
  })
  if (wants.includes('page') && link !== null) return { kind: 'page', articleId, page: wanted(link) }
  const settled = new Set([
    ...fetched.stored.map(picture => picture.address),
    ...fetched.missing.flatMap(({ address, problem }) => (isFinal(problem) ? [address] : [])),
  ])
  const pictures = (await picturesIn(database, article)).filter(address => !settled.has(address))
  return { kind: 'pictures', articleId, pictures: pictures.map(wanted) }
}

const hostOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).host : null

/** The pictures of an article that stand on the web, the one that stands for it first. */
async function picturesIn(database: Database, { body, leadPicture }: ArticleRow): Promise<readonly string[]> {
  const html = (await readBody(database, body)) ?? ''
  const addresses = [...(leadPicture === undefined ? [] : [leadPicture]), ...pictureAddresses(html)]
  return [...new Set(addresses)].filter(address => /^https?:/.test(address)).slice(0, MOST_PICTURES)
}

/** Has articles completed because the person wants it. */
export async function wantCompletion(
  { database }: Context,
  wish: IngestJobs['completion.want']['input'],
): Promise<null> {
  if (wish.kind === 'article') {
    await wantComplete(database, [wish.articleId], [wish.want])
    return null
  }
  for (const feedId of wish.feedIds) await wantFeed(database, feedId)
  return null
}

async function wantFeed(database: Database, feedId: number): Promise<void> {
  const feed = await database.feeds.get(feedId)
  const articles = await articlesByIds(database, [...(await listIds(database, { kind: 'feeds', feedIds: [feedId] }))]) // prettier-ignore
  const isPageMissing = ({ origin, link, words }: ArticleRow): boolean =>
    origin !== 'page' && link !== null && feed?.text !== 'feed' && (feed?.text === 'page' || words < SHORT_WORDS) // prettier-ignore
  const isIllustrated = ({ pictures, leadPicture }: ArticleRow): boolean =>
    pictures > 0 || leadPicture !== undefined
  await wantComplete(database, articles.filter(isPageMissing).map(({ id }) => id), ['page']) // prettier-ignore
  await wantComplete(database, articles.filter(isIllustrated).map(({ id }) => id), ['pictures']) // prettier-ignore
}

/** Keeps that all pictures of an article were tried. */
export async function picturesDone(
  { database }: Context,
  { articleId }: IngestJobs['pictures.done']['input'],
): Promise<null> {
  const row = await database.completions.get(articleId)
  const problem = row?.missing.find(picture => !isFinal(picture.problem))?.problem ?? null
  const attempt = { want: 'pictures', problem, again: true } as const
  await endAttempt(database, articleId, attempt, Date.now())
  return null
}
