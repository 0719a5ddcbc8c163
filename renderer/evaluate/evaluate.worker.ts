import { articlesByIds, indexOnce, openLibrary, readBody, segmentStore } from '../library'
import { createSearcher, parseQuery, snippet, stemsFor } from '../search'
import { textOfHtml } from '../text'

// Indexes and searches the library of `evaluate search`: only workers can read and write the index.

/** As the page has filled it. */
const SEARCHED_LIBRARY: typeof import('./search').SEARCHED_LIBRARY = 'evaluate'

/** What it is asked: to index what was stored, or to search. */
export type SearchQuestion = { readonly kind: 'index' } | { readonly kind: 'query'; readonly query: string }

/** What was found. */
export interface FoundArticles {
  /** Of the search alone, in milliseconds. */
  readonly ms: number
  readonly total: number
  readonly hits: readonly { readonly articleId: number; readonly score: number; readonly snippet: string }[]
}

/** Null when what was stored is indexed. */
export type SearchAnswer = { readonly found: FoundArticles | null } | { readonly error: string }

const LIMIT = 50
const SNIPPET_CHARACTERS = 160

const opened = openLibrary(SEARCHED_LIBRARY).then(database => ({
  database,
  searcher: createSearcher(segmentStore(database)),
}))

async function answer(question: SearchQuestion): Promise<FoundArticles | null> {
  if (question.kind === 'query') return search(question.query)
  const { database, searcher } = await opened
  while (await indexOnce(database));
  await searcher.refresh()
  return null
}

/** Searches as the reader does, snippets included. */
async function search(query: string): Promise<FoundArticles> {
  const { database, searcher } = await opened
  const stems = await stemsFor(searcher, navigator.languages)
  const began = performance.now()
  const { total, hits, terms } = await searcher.search(parseQuery(query, Date.now()), {
    limit: LIMIT,
    order: 'relevance',
    fulfils: () => () => true,
    datelineOf: () => 0,
    stems,
  })
  const ms = performance.now() - began
  const found = await articlesByIds(
    database,
    hits.map(hit => hit.id),
  )
  const articles = new Map(found.map(article => [article.id, article]))
  const described = hits.map(async ({ id, score }) => {
    const article = articles.get(id)
    const html = article ? await readBody(database, article.body) : null
    const { text } = snippet(textOfHtml(html ?? '').text, terms, SNIPPET_CHARACTERS)
    return { articleId: id, score, snippet: text }
  })
  return { ms, total, hits: await Promise.all(described) }
}

self.onmessage = ({ data }: MessageEvent<SearchQuestion>): void => {
  const send = (message: SearchAnswer): void => self.postMessage(message)
  answer(data).then(
    found => send({ found }),
    (error: unknown) => send({ error: String(error) }),
  )
}
