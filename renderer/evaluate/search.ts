import { openLibrary, SAVED_PAGES, storeBatch } from '../library'
import { feedContent } from '../pages'
import { textOfHtml } from '../text'
import type { FoundArticles, SearchAnswer, SearchQuestion } from './evaluate.worker'
import searchWorker from './evaluate.worker.ts?worker&url'

/** The library of the task. */
export const SEARCHED_LIBRARY = 'evaluate'

/** An article to search, as a line of JSON. */
interface Input {
  readonly id: string
  readonly title?: string
  readonly text: string
}

/** The task `evaluate search`: a library of its own, filled and searched with the application's code. One call at a time. */
export function createSearchTask() {
  const ids = new Map<number, string>()
  const opening = openLibrary(SEARCHED_LIBRARY)
  let worker: Worker | undefined
  const ask = async (question: SearchQuestion): Promise<FoundArticles | null> => {
    worker ??= new Worker(searchWorker, { type: 'module' })
    return answerOf(worker, question)
  }
  return {
    /** Stores and indexes articles as one batch. */
    add: async (lines: readonly string[]): Promise<null> => {
      const database = await opening
      const inputs = lines.map(line => JSON.parse(line) as Input)
      const { fates } = await storeBatch(
        database,
        { articles: inputs.map(articleOf), edits: [], touched: [], outcomes: [], activity: [] },
        Date.now(),
      )
      await ask({ kind: 'index' })
      fates.forEach((fate, index) => {
        if (fate.kind !== 'dropped') ids.set(fate.articleId, inputs[index]?.id ?? '')
      })
      return null
    },
    /** Searches as the reader does, snippets included; `ms` is the search alone. */
    query: async (query: string) => {
      const found = await ask({ kind: 'query', query })
      const hits = (found?.hits ?? []).map(({ articleId, ...hit }) => ({ id: ids.get(articleId), ...hit }))
      return { query, ms: found?.ms, total: found?.total, hits }
    },
  }
}

/** @throws what the worker says */
function answerOf(worker: Worker, question: SearchQuestion): Promise<FoundArticles | null> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data.found)
    worker.onerror = event => reject(new Error(event.message))
    worker.postMessage(question)
  })
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
