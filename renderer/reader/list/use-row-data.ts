import { useEffect, useState } from 'react'
import {
  articlesByIds,
  followTables,
  reconnecting,
  statusesByIds,
  type ArticleRow,
  type Database,
} from '../../library'
import { useDatabase } from '../data/collections'

/** What a row shows. */
export interface RowData {
  readonly article: ArticleRow
  readonly unread: boolean
  readonly starred: boolean
}

export type RowDataById = ReadonlyMap<number, RowData | null>

const LEDGER = ['ledger'] as const
/** Rows that were seen are kept, so that scrolling back shows them at once; so many at most. */
const KEPT = 1500

/**
 * The rows with these numbers, kept current.
 *
 * @param key the numbers of the articles that are in sight, with commas: a text, since it is compared
 * @returns what is known already; null stands for an article that is gone
 */
export function useRowData(key: string): RowDataById {
  const database = useDatabase()
  const [rows, setRows] = useState<RowDataById>(new Map())
  useEffect(() => {
    const ids = key ? key.split(',').map(Number) : []
    const known = new Map<number, ArticleRow>()
    let ended = false
    const end = followTables(LEDGER, async () => {
      const found = await reconnecting(database, () => readRows(database, ids, known)).catch(() => null)
      if (!ended && found) setRows(before => merged(before, found))
    })
    return () => {
      ended = true
      end()
    }
  }, [database, key])
  return rows
}

/** Heads that are known are not read again: what changes about a row is in the ledger. */
async function readRows(
  database: Database,
  ids: readonly number[],
  known: Map<number, ArticleRow>,
): Promise<RowDataById> {
  const missing = await articlesByIds(database, ids.filter(id => !known.has(id))) // prettier-ignore
  for (const article of missing) known.set(article.id, article)
  const statuses = new Map((await statusesByIds(database, ids)).map(status => [status.id, status]))
  return new Map(
    ids.map(id => {
      const [article, status] = [known.get(id), statuses.get(id)]
      return [id, article && status ? { article, unread: status.unread, starred: status.starred } : null]
    }),
  )
}

/** What did not change keeps its object, so that its row is not drawn again. */
function merged(before: RowDataById, found: RowDataById): RowDataById {
  const changes = [...found].filter(([id, row]) => !sameRow(before.get(id), row))
  if (!changes.length) return before
  return new Map([...(before.size > KEPT ? found : before), ...changes])
}

const sameRow = (a: RowData | null | undefined, b: RowData | null): boolean =>
  a === b || (!!a && !!b && a.unread === b.unread && a.starred === b.starred && a.article.id === b.article.id)
