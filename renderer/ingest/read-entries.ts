import type { Entry, Feed } from '../feeds'
import type { FeedRow, KnownEntry, NewArticle } from '../library'
import type { Context } from './context'
import { articleOfEntry } from './entries'
import { findingsOf, recognise, type Findings } from './recognise'
import { wishesFor } from './wants'

/** So long entries are read in a row, in milliseconds; then other jobs, and the sign of life, have their turn. */
const READ_IN_A_ROW = 30

/** What a fetch brought, and the entries that could not be read. */
export interface ReadFindings extends Findings {
  readonly unreadable: readonly string[]
}

/** Reads the entries of a feed that are not as the library knows them. */
export async function readFindings(
  context: Context,
  feed: Feed,
  row: FeedRow,
  known: ReadonlyMap<number, KnownEntry>,
): Promise<ReadFindings> {
  const recognised = recognise(feed.entries, known)
  const unreadable: string[] = []
  const read = createReading(context, feed, row, unreadable)
  const fresh: NewArticle[] = []
  // Oldest first, so that articles without a date keep the feed's order: newest first.
  for (const entry of recognised.unknown.toReversed()) fresh.push(...(await read(entry)))
  const reread = []
  for (const { entry, known } of recognised.altered)
    for (const article of await read(entry)) reread.push({ article, known })
  return { ...findingsOf(recognised, fresh, reread), unreadable }
}

/** An entry that cannot be read is left out and said so: its neighbours must not go with it. */
function createReading(context: Context, feed: Feed, row: FeedRow, unreadable: string[]) {
  const wishes = wishesFor(row, context.settings())
  let began = performance.now()
  return async (entry: Entry): Promise<readonly NewArticle[]> => {
    if (performance.now() - began > READ_IN_A_ROW) {
      context.alive()
      await new Promise(resolve => setTimeout(resolve))
      await context.gate.open()
      began = performance.now()
    }
    try {
      return [articleOfEntry(entry, feed, row.id, wishes)]
    } catch (error) {
      console.error(entry.identity, error)
      unreadable.push(entry.title || entry.identity)
      return []
    }
  }
}
