import { atomically } from './atomically'
import { articlesByIds } from './heads'
import { chunkOf, FLAG, setFlag, slotOf, type Want } from './ledger-rows'
import { changeRows, ledgerOf } from './ledger-store'
import { listOf, type Ledger } from './ledger'
import { nothingFetched } from './pictures'
import type { ArticleRow, Database } from './schema'
import type { CompletionRow } from './completion-rows'

/** An article that is not complete. */
export interface Incomplete {
  readonly article: ArticleRow
  readonly wants: readonly Want[]
  readonly fetched: CompletionRow
}

/** Which articles to complete, and in which order. */
export interface CompletionQuery {
  readonly count: number
  /** Articles that are being completed at the moment. */
  readonly except: ReadonlySet<number>
  /** Articles of these feeds and with these numbers go first. */
  readonly first: { readonly feedIds: readonly number[]; readonly articleIds: readonly number[] }
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The articles to complete next: what the person waits for, then what was added by hand, then newest first.
 *
 * @returns them, and how many there are altogether that can be tried now
 */
export async function nextIncomplete(
  database: Database,
  { count, except, first, now }: CompletionQuery,
): Promise<{ readonly articles: readonly Incomplete[]; readonly left: number; readonly hurried: number }> {
  const ledger = await ledgerOf(database)
  const wanted = [...listOf(ledger, { kind: 'incomplete' })].filter(id => !except.has(id))
  const resting = new Set(wanted.length ? await restingAt(database, now) : [])
  const due = wanted.filter(id => !resting.has(id))
  const hurried = hurriedOf(ledger, due, first)
  const rank = (id: number): number => (hurried.has(id) ? 0 : flagsOf(ledger, id) & FLAG.saved ? 1 : 2)
  const ids = due.sort((one, other) => rank(one) - rank(other)).slice(0, count)
  const [articles, rows] = await Promise.all([
    articlesByIds(database, ids),
    database.completions.bulkGet([...ids]),
  ])
  const fetched = new Map(rows.flatMap(row => (row ? [[row.articleId, row] as const] : [])))
  return {
    articles: articles.map(article => ({
      article,
      wants: wantsIn(flagsOf(ledger, article.id)),
      fetched: fetched.get(article.id) ?? nothingFetched(article.id),
    })),
    left: due.length,
    hurried: hurried.size,
  }
}

function hurriedOf(
  ledger: Ledger,
  wanted: readonly number[],
  { feedIds, articleIds }: CompletionQuery['first'],
): ReadonlySet<number> {
  if (!feedIds.length && !articleIds.length) return new Set()
  const [feeds, articles] = [new Set(feedIds), new Set(articleIds)]
  const feedOf = (id: number): number => ledger.rows.get(chunkOf(id))?.feedIds[slotOf(id)] ?? 0
  return new Set(wanted.filter(id => articles.has(id) || feeds.has(feedOf(id))))
}

/** Articles that were tried in vain and wait for another time. */
const restingAt = async (database: Database, now: number): Promise<readonly number[]> =>
  (await database.completions.filter(row => row.retryAt > now).primaryKeys()).map(Number)

const flagsOf = (ledger: Ledger, id: number): number => ledger.rows.get(chunkOf(id))?.flags[slotOf(id)] ?? 0

const wantsIn = (flags: number): readonly Want[] =>
  (['page', 'pictures'] as const).filter(want => flags & FLAG[want])

/** @returns what is still to be fetched for an article */
export const lacking = async (database: Database, articleId: number): Promise<readonly Want[]> =>
  wantsIn(flagsOf(await ledgerOf(database), articleId))

/** Has articles completed, also those that were tried in vain. */
export async function wantComplete(
  database: Database,
  ids: Iterable<number>,
  wants: readonly Want[],
): Promise<void> {
  const wanted = [...ids]
  await atomically(database, [database.ledger, database.completions], async () => {
    await database.completions.where('articleId').anyOf(wanted).modify({ attempts: 0, retryAt: 0, pageProblem: null }) // prettier-ignore
    await changeRows(database, wanted, (row, own) => {
      let isChanged = false
      for (const id of own) for (const want of wants) isChanged = setFlag(row, id, want, true) || isChanged
      return isChanged
    })
  })
}

/** After so many attempts in vain an article is left as it is, until the person wants it tried again. */
const MOST_ATTEMPTS = 6
const FIRST_PAUSE = 10 * 60 * 1000

/** How an attempt at completing an article ended. */
export interface Attempt {
  readonly want: Want
  /** Why it is not there; null when all of it is. */
  readonly problem: string | null
  /** Whether another attempt may end otherwise. */
  readonly again: boolean
}

/** Keeps how an attempt ended: what is done or in vain is not wanted any more, what is neither is tried again later. */
export async function endAttempt(
  database: Database,
  articleId: number,
  { want, problem, again }: Attempt,
  now: number,
): Promise<void> {
  await atomically(database, [database.ledger, database.completions], async () => {
    const row = (await database.completions.get(articleId)) ?? nothingFetched(articleId)
    const attempts = problem !== null && again ? row.attempts + 1 : 0
    const isOver = attempts === 0 || attempts >= MOST_ATTEMPTS
    // Each pause is four times as long as the one before: ten minutes, and in the end about a week.
    const retryAt = isOver ? 0 : now + FIRST_PAUSE * 4 ** (attempts - 1)
    const pageProblem = want === 'page' ? problem : row.pageProblem
    const after = { ...row, attempts: isOver ? 0 : attempts, retryAt, pageProblem }
    if (retryAt || pageProblem || row.stored.length || row.missing.length || row.live)
      await database.completions.put(after)
    if (isOver) await changeRows(database, [articleId], rows => setFlag(rows, articleId, want, false))
  })
}
