import { useEffect, useRef, useState } from 'react'
import {
  articlesByIds,
  followTables,
  reconnecting,
  statusesByIds,
  type ArticleRow,
  type Database,
} from '../../library'
import { useCollections, useDatabase } from '../data/collections'
import { useThumbnails, type Thumbnails } from './use-thumbnails'

/** What a row shows. */
export interface RowData {
  readonly article: ArticleRow
  readonly unread: boolean
  readonly starred: boolean
  /** The address of a small picture; null where there is none, or none is wanted. */
  readonly thumbnail: string | null
}

export type RowDataById = ReadonlyMap<number, RowData | null>

const TABLES = ['ledger', 'completions'] as const
/** Rows that were seen are kept, so that scrolling back shows them at once; so many at most. */
const KEPT = 1500

/**
 * The rows with these numbers, kept current.
 *
 * @param key the numbers of the articles that are in sight, with commas: a text, since it is compared
 * @param mayMove whether a picture that comes late appears, which may move the rows below it
 * @returns what is known already; null stands for an article that is gone
 */
export function useRowData(key: string, mayMove: boolean): RowDataById {
  const database = useDatabase()
  const thumbnails = useThumbnails(useCollections().settings.listPictures)
  const [rows, setRows] = useState<RowDataById>(new Map())
  const latest = useRef(mayMove)
  const looked = useRef(new Set<number>())
  useEffect(() => {
    latest.current = mayMove
  }, [mayMove])
  useEffect(() => {
    const ids = key ? key.split(',').map(Number) : []
    if (looked.current.size > KEPT) looked.current.clear()
    const reading = { looked: looked.current, thumbnails, picturesStale: true }
    let ended = false
    const end = followTables(TABLES, async changed => {
      reading.picturesStale ||= changed.has('completions')
      const found = await reconnecting(database, () =>
        readRows(database, ids, reading, latest.current),
      ).catch(() => null)
      if (!ended && found) setRows(before => merged(before, found))
    })
    return () => {
      ended = true
      end()
    }
  }, [database, key, thumbnails])
  return rows
}

/** What reading rows goes on from. */
interface Reading {
  /** Rows of which the pictures were looked for. */
  readonly looked: Set<number>
  readonly thumbnails: Thumbnails
  /** Whether there may be pictures for rows that were read before. */
  picturesStale: boolean
}

async function readRows(
  database: Database,
  ids: readonly number[],
  reading: Reading,
  mayMove: boolean,
): Promise<RowDataById> {
  const { looked, thumbnails } = reading
  const pictured = mayMove && reading.picturesStale ? ids : ids.filter(id => !looked.has(id))
  if (mayMove) reading.picturesStale = false
  const [articles] = await Promise.all([articlesByIds(database, ids), thumbnails.read(database, pictured)])
  for (const id of ids) looked.add(id)
  const known = new Map(articles.map(article => [article.id, article]))
  const statuses = new Map((await statusesByIds(database, ids)).map(status => [status.id, status]))
  return new Map(
    ids.map(id => {
      const [article, status] = [known.get(id), statuses.get(id)]
      if (!article || !status) return [id, null]
      const { unread, starred } = status
      return [id, { article, unread, starred, thumbnail: thumbnails.of(id) }]
    }),
  )
}

/** What did not change keeps its object, so that its row is not drawn again. */
function merged(before: RowDataById, found: RowDataById): RowDataById {
  const changes = [...found].filter(([id, row]) => !sameRow(before.get(id), row))
  if (!changes.length) return before
  return new Map([...(before.size > KEPT ? found : before), ...changes])
}

/** Heads are the same objects until they change (`head-memory.ts` of the library). */
const sameRow = (a: RowData | null | undefined, b: RowData | null): boolean =>
  a === b ||
  (!!a &&
    !!b &&
    a.unread === b.unread &&
    a.starred === b.starred &&
    a.thumbnail === b.thumbnail &&
    a.article === b.article)
