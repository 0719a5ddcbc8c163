import { articlesByIds, readBody, SAVED_PAGES, type ArticleRow, type Database } from '../../library'
import { parseQuery, snippet, type HighlightTerm, type Searcher } from '../../search'
import { relatedHeadlines, type StoryArticle } from '../../stories'
import { textOfHtml } from '../../text'
import type { FoundArticles, FoundSnippet, Queries, RelatedHeadline, ToWorker } from './protocol'

/** What answers need. */
export interface Answering {
  readonly database: Database
  readonly searcher: Searcher
  /** Lets the searcher see the segments that came since the last question. */
  readonly refreshed: () => Promise<void>
}

/** So many results are listed; the total is exact. */
const LISTED = 200
/** So many results fit on a screen: their snippets come with the result. */
const ON_SCREEN = 12
/** Two lines of a row: a longer one would be cut off, and with it perhaps the reason why the article was found. */
const SNIPPET_CHARACTERS = 100
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
  await answering.refreshed()
  switch (question.name) {
    case 'search':
      return search(answering, question.input, signal)
    case 'snippets':
      return snippets(answering.database, question.input.ids, question.input.terms)
    case 'related':
      return related(answering, question.input)
  }
}

async function search(
  { database, searcher }: Answering,
  query: string,
  signal: AbortSignal,
): Promise<FoundArticles> {
  const { hits, total, terms } = await searcher.search(parseQuery(query, Date.now()), {
    limit: LISTED,
    order: 'relevance',
    fulfils: () => () => true,
    datelineOf: () => 0,
    signal,
  })
  const articles = await articlesByIds(
    database,
    hits.map(hit => hit.id),
  )
  signal.throwIfAborted()
  const first = articles.slice(0, ON_SCREEN).map(article => article.id)
  return {
    // The index still knows articles that were removed; they are not counted where that is seen.
    total: total - (hits.length - articles.length),
    articles,
    terms,
    snippets: await snippets(database, first, terms),
  }
}

async function snippets(
  database: Database,
  ids: readonly number[],
  terms: readonly HighlightTerm[],
): Promise<readonly FoundSnippet[]> {
  const articles = await articlesByIds(database, ids)
  return Promise.all(
    articles.map(async article => {
      const html = await readBody(database, article.body)
      return {
        articleId: article.id,
        ...snippet(html ? textOfHtml(html).text : '', terms, SNIPPET_CHARACTERS),
      }
    }),
  )
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
