import {
  articlesByIds,
  indexRenewal,
  readBody,
  SAVED_PAGES,
  untilIndexed,
  type ArticleRow,
  type Database,
} from '../../library'
import { relatedHeadlines, type StoryArticle } from '../../stories'
import { textOfHtml } from '../../text'
import { names } from './names'
import type { Queries, RelatedHeadline, ToWorker } from './protocol'
import { counts, news, search, snippets, type Searching } from './search'

/** What answers need. */
export interface Answering extends Searching {
  /**
   * Lets searches see what came since the last question.
   *
   * @param from `store` also what was not heard of yet: other pages write, and that is heard later than it can be read
   */
  readonly refreshed: (from?: 'memory' | 'store') => Promise<void>
}

const HEADLINES = 6
const CANDIDATES = 60
/** So many characters of a text are compared. */
const BEGINNING = 800

type Question = Extract<ToWorker, { kind: 'ask' }>

/** Answers one question. @throws what the store or the searcher throws, by rejecting */
export async function answer(
  answering: Answering,
  question: Question,
  signal: AbortSignal,
): Promise<Queries[keyof Queries]['output']> {
  // Asked while the index is made again: it needs nothing of it.
  if (question.name === 'renewal') return indexRenewal(answering.database)
  // A sync has ended before all that it brought can be found, and what is passed over now is never told.
  if (question.name === 'news') await untilIndexed(answering.database, signal)
  await answering.refreshed(question.name === 'news' ? 'store' : 'memory')
  switch (question.name) {
    case 'search':
      return search(answering, question.input, signal)
    case 'snippets':
      return snippets(answering.database, question.input.ids, question.input.terms)
    case 'counts':
      return counts(answering, question.input, signal)
    case 'news':
      return news(answering, question.input, signal)
    case 'names':
      return names(answering, question.input, signal)
    case 'related':
      return related(answering, question.input)
  }
}

async function related({ database, searcher }: Answering, id: number): Promise<readonly RelatedHeadline[]> {
  const [article] = await storyArticles(database, await articlesByIds(database, [id]))
  if (!article) return []
  const like = { title: article.title, text: article.lead }
  const hits = await searcher.similar(like, { limit: CANDIDATES, exclude: id })
  const candidates = await articlesByIds(
    database,
    hits.map(hit => hit.id),
  )
  const statistics = await searcher.statistics([`${article.title}\n${article.lead}`])
  const stories = await storyArticles(database, candidates)
  const ranked = relatedHeadlines(article, stories, statistics, {
    limit: HEADLINES,
  })
  const byId = new Map(candidates.map(candidate => [candidate.id, candidate]))
  return ranked.flatMap(({ id: found, why, kind }) => {
    const row = byId.get(found)
    return row ? [{ article: row, why, kind }] : []
  })
}

/** Articles as they are compared: by title and the beginning of the text, which tells more than the lead of a list. */
async function storyArticles(
  database: Database,
  articles: readonly ArticleRow[],
): Promise<readonly StoryArticle[]> {
  return Promise.all(
    articles.map(async ({ id, title, dateline, feedId, body }) => ({
      id,
      title,
      lead: textOfHtml((await readBody(database, body)) ?? '').text.slice(0, BEGINNING),
      dateline,
      // Saved pages share a feed number but not a source.
      sourceId: feedId === SAVED_PAGES ? -id : feedId,
    })),
  )
}
