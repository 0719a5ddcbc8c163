import { atomically } from './atomically'
import { articlesByIds } from './heads'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import { nothingFetched } from './pictures'
import type { ArticleRow, Database } from './schema'
import type { CompletionRow, LiveWatch } from './completion-rows'

/** Which pages to read again. */
export interface LiveQuery {
  readonly count: number
  /** Articles that are being completed at the moment. */
  readonly except: ReadonlySet<number>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** @returns the articles whose pages go on changing and are to be read again now, the longest overdue first */
export async function dueLive(
  database: Database,
  { count, except, now }: LiveQuery,
): Promise<readonly { readonly article: ArticleRow; readonly live: LiveWatch }[]> {
  const rows = await database.completions.where('live.rereadAt').belowOrEqual(now).toArray()
  if (!rows.length) return []
  const ledger = await ledgerOf(database)
  const due = rows.filter(({ articleId }) => !except.has(articleId) && isPresent(ledger, articleId))
  const watches = new Map(
    due.slice(0, count).flatMap(({ articleId, live }) => (live ? [[articleId, live]] : [])),
  )
  const articles = await articlesByIds(database, [...watches.keys()])
  return articles.flatMap(article => {
    const live = watches.get(article.id)
    return live ? [{ article, live }] : []
  })
}

/**
 * Has the page behind an article read again, or not any more. Nothing is stored for an article that is gone.
 *
 * @param after what becomes of the watch that there is; null for none
 */
export async function watchLive(
  database: Database,
  articleId: number,
  after: (before: LiveWatch | null) => LiveWatch | null,
): Promise<void> {
  if (!isPresent(await ledgerOf(database), articleId)) return
  await atomically(database, [database.completions], async () => {
    const { live: before, ...row } = (await database.completions.get(articleId)) ?? nothingFetched(articleId)
    const live = after(before ?? null)
    if (live) await database.completions.put({ ...row, live })
    else if (before)
      await (isEmpty(row) ? database.completions.delete(articleId) : database.completions.put(row))
  })
}

const isEmpty = ({ stored, missing, attempts, pageProblem }: Omit<CompletionRow, 'live'>): boolean =>
  stored.length + missing.length + attempts === 0 && pageProblem === null
