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

const STATUSES = ['statuses'] as const
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
    let ended = false
    const end = followTables(STATUSES, async () => {
      const found = await reconnecting(database, () => readRows(database, ids)).catch(() => null)
      if (!ended && found) setRows(before => merged(before, found))
    })
    return () => {
      ended = true
      end()
    }
  }, [database, key])
  return rows
}

async function readRows(database: Database, ids: readonly number[]): Promise<RowDataById> {
  const [articles, statuses] = await Promise.all([articlesByIds(database, ids), statusesByIds(database, ids)])
  const articleOf = new Map(articles.map(article => [article.id, article]))
  const statusOf = new Map(statuses.map(status => [status.id, status]))
  return new Map(
    ids.map(id => {
      const [article, status] = [articleOf.get(id), statusOf.get(id)]
      return [
        id,
        article && status ? { article, unread: status.unread === 1, starred: status.starred === 1 } : null,
      ]
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
