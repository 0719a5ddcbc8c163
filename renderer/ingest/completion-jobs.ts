import type { CompletionTask, IngestJobs, Wanted } from '../../preload/contract'
import {
  articlesByIds,
  dueLive,
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
  const now = Date.now()
  const { articles, left, hurried } = await nextIncomplete(database, {
    ...{ count, first, now },
    except: new Set(except),
  })
  const chosen = new Set([...except, ...articles.map(({ article }) => article.id)])
  const live = await dueLive(database, { count, except: chosen, now })
  const feedIds = [...new Set([...articles, ...live].map(({ article }) => article.feedId))]
  const feeds = new Map((await database.feeds.bulkGet(feedIds)).map((feed, at) => [feedIds[at], feed]))
  const tasks = await Promise.all(articles.map(one => taskOf(database, one, feeds.get(one.article.feedId))))
  const again = live.flatMap(({ article, live: { etag, lastModified } }): readonly CompletionTask[] => {
    const page = pageOf(article, feeds.get(article.feedId))
    return page ? [{ kind: 'page', articleId: article.id, page, validators: { etag, lastModified } }] : []
  })
  // Behind what the person waits for, and before what has waited longer: they are few, and change meanwhile.
  return { tasks: [...tasks.slice(0, hurried), ...again, ...tasks.slice(hurried)], left, hurried }
}

async function taskOf(
  database: Database,
  { article, wants, fetched }: Incomplete,
  feed: FeedRow | undefined,
): Promise<CompletionTask> {
  const { id: articleId } = article
  const page = wants.includes('page') ? pageOf(article, feed) : null
  if (page) return { kind: 'page', articleId, page }
  const settled = new Set([
    ...fetched.stored.map(picture => picture.address),
    ...fetched.missing.flatMap(({ address, problem }) => (isFinal(problem) ? [address] : [])),
  ])
  const pictures = (await picturesIn(database, article)).filter(address => !settled.has(address))
  return { kind: 'pictures', articleId, pictures: pictures.map(address => wantedAt(address, article, feed)) }
}

const pageOf = (article: ArticleRow, feed: FeedRow | undefined): Wanted | null =>
  article.link === null ? null : wantedAt(article.link, article, feed)

function wantedAt(address: string, { link }: ArticleRow, feed: FeedRow | undefined): Wanted {
  // The host that the person chose: the feed's, or the page's own.
  const home = hostOf(feed?.url ?? link)
  return { address, trust: hostOf(address) === home ? 'subscribed' : 'linked' }
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
