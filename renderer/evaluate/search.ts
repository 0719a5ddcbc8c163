import {
  articlesByIds,
  openLibrary,
  pageStore,
  readBody,
  indexOnce,
  storeBatch,
  SAVED_PAGES,
  type Database,
} from '../library'
import { feedContent } from '../pages'
import { createSearcher, parseQuery, snippet, stemsFor, type Searcher } from '../search'
import { textOfHtml } from '../text'

/** An article to search, as a line of JSON. */
interface Input {
  readonly id: string
  readonly title?: string
  readonly text: string
}

const LIMIT = 50
const SNIPPET_CHARACTERS = 160

/** The task `evaluate search`: a library of its own, filled and searched with the application's code. */
export function createSearchTask() {
  const ids = new Map<number, string>()
  let opened: Promise<{ readonly database: Database; readonly searcher: Searcher }> | undefined
  const open = () => (opened ??= openTask())

  return {
    /** Stores articles as one batch. */
    add: async (lines: readonly string[]): Promise<null> => {
      const { database } = await open()
      const inputs = lines.map(line => JSON.parse(line) as Input)
      const { fates } = await storeBatch(
        database,
        { articles: inputs.map(articleOf), edits: [], touched: [], outcomes: [], activity: [] },
        Date.now(),
      )
      while (await indexOnce(database));
      fates.forEach((fate, index) => {
        if (fate.kind !== 'dropped') ids.set(fate.articleId, inputs[index]?.id ?? '')
      })
      return null
    },
    /** Searches as the reader does, snippets included; `ms` is the search alone. */
    query: async (query: string) => {
      const { database, searcher } = await open()
      await searcher.refresh()
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
      const articles = new Map(
        (await articlesByIds(database, hits.map(hit => hit.id))).map(article => [article.id, article]),
      ) // prettier-ignore
      const described = hits.map(async ({ id, score }) => {
        const article = articles.get(id)
        const html = article ? await readBody(database, article.body) : null
        return {
          id: ids.get(id),
          score,
          snippet: snippet(textOfHtml(html ?? '').text, terms, SNIPPET_CHARACTERS).text,
        }
      })
      return { query, ms, total, hits: await Promise.all(described) }
    },
  }
}

async function openTask() {
  const database = await openLibrary('evaluate')
  return { database, searcher: createSearcher(pageStore(database), {}) }
}

function articleOf({ id, title, text }: Input) {
  const html = feedContent(text, 'about:blank')
  return {
    feedId: SAVED_PAGES,
    identity: `id:${id}`,
    mark: { content: 0, text: 0, link: 0, title: 0, published: null },
    title: title ?? '',
    dateline: null,
    datelineText: null,
    byline: null,
    source: null,
    language: null,
    link: null,
    html,
    text: textOfHtml(html).text,
    quotations: [],
    saved: false,
    origin: 'feed' as const,
    leadPicture: null,
    wants: [],
  }
}
