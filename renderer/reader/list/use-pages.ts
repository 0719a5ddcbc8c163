import { useCallback, useEffect, useRef, useState } from 'react'
import { reconnecting, type Database } from '../../library'

/** A long list that is read piece by piece, as far as somebody looks. */
export interface Pages<Row> {
  readonly rows: readonly Row[]
  /** Whether `rows` is all there is. */
  readonly complete: boolean
  /** Whether the first page was read. */
  readonly loaded: boolean
  /** Reads until there are so many rows or the list ends. @returns the rows there are then */
  readonly ensure: (count: number) => Promise<readonly Row[]>
  /** Reads the list from its beginning; the old rows stay until the new ones are there. */
  readonly reload: () => void
}

const PAGE = 100
/** Somebody who drags the scroll bar far is served in larger steps. */
const LARGEST_PAGE = 2000

interface Content<Row> {
  readonly read: PageReader<Row>
  readonly rows: readonly Row[]
  readonly complete: boolean
}

/** Reads the rows behind one, or the first ones; fewer than `limit` only at the end of the list. */
export type PageReader<Row> = (after: Row | null, limit: number) => Promise<readonly Row[]>

/**
 * Reads a list by keys. What was read stays as it is, whatever happens to the library, until `reload` or another list:
 * nothing moves under the eyes of the reader.
 *
 * @param read memoised by the caller: another function is another list
 */
export function usePages<Row>(database: Database, read: PageReader<Row>): Pages<Row> {
  const [content, setContent] = useState<Content<Row> | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const latest = useRef<Content<Row> | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const keep = useCallback((next: Content<Row>): Content<Row> => {
    latest.current = next
    setContent(next)
    return next
  }, [])

  const reload = useCallback(() => {
    queue.current = queue.current
      .then(async () => keep(await extended(database, { read, rows: [], complete: false }, PAGE)))
      .catch((error: unknown) => setFailure({ error }))
  }, [database, read, keep])

  const ensure = useCallback(
    async (count: number) => {
      const turn = queue.current.then(async () => {
        const now = latest.current
        if (now?.read !== read) return []
        return now.complete || now.rows.length >= count
          ? now.rows
          : keep(await extended(database, now, count)).rows
      })
      queue.current = turn.catch((error: unknown) => setFailure({ error }))
      return turn
    },
    [database, read, keep],
  )

  useEffect(reload, [reload])
  if (failure) throw failure.error
  const current = content?.read === read ? content : null
  return {
    rows: current?.rows ?? [],
    complete: current?.complete ?? false,
    loaded: current !== null,
    ensure,
    reload,
  }
}

async function extended<Row>(
  database: Database,
  content: Content<Row>,
  count: number,
): Promise<Content<Row>> {
  const { read } = content
  let { rows, complete } = content
  while (!complete && rows.length < count) {
    const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, count - rows.length))
    const after = rows.at(-1) ?? null
    const page = await reconnecting(database, () => read(after, limit))
    rows = [...rows, ...page]
    complete = page.length < limit
  }
  return { read, rows, complete }
}
