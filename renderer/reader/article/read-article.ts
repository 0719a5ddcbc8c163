import {
  articlesByIds,
  completionOf,
  earlierBodies,
  fullArticle,
  lacking,
  statusesByIds,
  type ArticleRow,
  type CompletionRow,
  type Database,
  type FullArticle,
  type Status,
  type Want,
} from '../../library'

/** An article as the library has it at a moment, with what was fetched for it and what it lacks. */
export interface ShownArticle {
  readonly id: number
  /** Null when it is not in the library any more. */
  readonly full: FullArticle | null
  readonly status: Status | null
  readonly fetched: CompletionRow
  readonly lacks: readonly Want[]
  /** Canonical HTML of the forms that it had before, the latest first. */
  readonly earlier: readonly string[]
  /** When the reading of all this began, in milliseconds of this page. */
  readonly readAt: number
}

/** Reads an article with all that is shown of it. @param before what was read last: a text that is in its place is not read again */
export async function readArticle(
  database: Database,
  id: number,
  before: ShownArticle | null,
): Promise<ShownArticle> {
  const readAt = performance.now()
  const [[head], [status = null], fetched, lacks] = await Promise.all([
    articlesByIds(database, [id]),
    statusesByIds(database, [id]),
    completionOf(database, id),
    lacking(database, id),
  ])
  const old = before?.id === id ? before : null
  const known = { id, status, fetched: sameOr(old?.fetched, fetched), lacks, readAt }
  if (!head || !status) return { ...known, full: null, earlier: [] }
  if (old?.full && isSame(old.full.article.body, head.body)) {
    const article = sameOr(old.full.article, head)
    const full = article === old.full.article ? old.full : { ...old.full, article }
    return { ...known, full, earlier: old.earlier }
  }
  const [full, earlier] = await Promise.all([fullArticle(database, id), earlierTexts(database, head)])
  return { ...known, full, earlier }
}

/** What was never edited has no earlier form that counts. */
const earlierTexts = async (database: Database, { id, updatedAt }: ArticleRow): Promise<readonly string[]> =>
  updatedAt === null ? [] : (await earlierBodies(database, id)).map(({ html }) => html)

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The same object as long as it says the same, so that nothing is drawn anew for it. */
const sameOr = <Value>(before: Value | undefined, now: Value): Value =>
  before !== undefined && isSame(before, now) ? before : now
