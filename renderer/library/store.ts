import { activityRows } from './activity'
import { atomically } from './atomically'
import type { Batch, Fate, FetchOutcome } from './batch'
import type { IndexBatch } from './index-batches'
import { changeRows } from './ledger-store'
import { amend, enter } from './ledger-rows'
import { memoryOf } from './memory'
import { prepare, type Prepared } from './prepare'
import type { Database, FeedRow } from './schema'

/** What a batch added. */
export interface StoredBatch {
  /** What became of each article, in the order given. */
  readonly fates: readonly Fate[]
  /** What is to be indexed; the store knows of it, so it is found again when nobody does it now. */
  readonly toIndex: IndexBatch | null
  /** How long the transaction held the stores, in milliseconds. */
  readonly heldMilliseconds: number
}

/** Runs what holds the stores. */
export type Hold = (work: () => Promise<void>) => Promise<void>

/**
 * Stores a batch in one short transaction: heads, ledger, bodies, quotes, feed states, and that it is to be indexed, all
 * or nothing. Everything is computed before the transaction, because IndexedDB locks whole stores while it lasts.
 *
 * Call it from one place at a time: the ingest page is the only writer of articles.
 *
 * @param now milliseconds since 1970
 * @param hold has others step back while the transaction lasts
 * @throws LibraryError's causes: what Dexie throws when the disk is full or the store is damaged; nothing is stored then
 */
export async function storeBatch(
  database: Database,
  batch: Batch,
  now: number,
  hold: Hold = work => work(),
): Promise<StoredBatch> {
  const prepared = await prepare(database, batch, now)
  const tables = [
    database.ledger, database.heads, database.quotePages, database.speakers, database.revisions, database.bodyPages, database.known,
    database.fetches, database.feeds, database.unindexed, database.sequence, database.activity,
  ] // prettier-ignore
  const began = performance.now()
  const write = (): Promise<void> =>
    atomically(database, tables, async () => {
      await Promise.all([
        storeArticles(database, prepared),
        noteUnindexed(database, prepared),
        storeOutcomes(database, batch.outcomes, prepared),
        database.known.bulkPut([...prepared.known]),
        database.activity.bulkAdd([...activityRows(batch.activity)]),
      ])
    })
  await hold(() => memoryOf(database).tail.after(prepared.tail, write))
  return { fates: prepared.fates, toIndex: prepared.toIndex, heldMilliseconds: performance.now() - began }
}

async function storeArticles(database: Database, prepared: Prepared): Promise<void> {
  const { ledger, edited, heads, quotePages, speakers, emptied, revisions, bodyPages, tail } = prepared
  if (!heads.length) return
  const entries = new Map(ledger.map(entry => [entry.id, entry]))
  await Promise.all([
    changeRows(database, [...entries.keys(), ...edited.keys()], (row, ids) => {
      for (const id of ids) {
        const [entry, edit] = [entries.get(id), edited.get(id)]
        if (entry) enter(row, entry)
        else if (edit) amend(row, id, edit)
      }
      return true
    }),
    database.heads.bulkPut([...heads]),
    database.quotePages.bulkPut([...quotePages]),
    database.quotePages.bulkDelete([...emptied]),
    database.speakers.bulkPut([...speakers]),
    database.speakers.bulkDelete([...emptied]),
    database.revisions.bulkAdd([...revisions]),
    database.bodyPages.bulkAdd([...bodyPages]),
    database.sequence.put(tail.sequence),
  ])
}

async function noteUnindexed(database: Database, { toIndex }: Prepared): Promise<void> {
  if (!toIndex) return
  const { batch, documents } = toIndex
  await database.unindexed.add({ batch, articles: documents.map(({ id }) => id) })
}

async function storeOutcomes(
  database: Database,
  outcomes: readonly FetchOutcome[],
  { feeds, added }: Prepared,
): Promise<void> {
  // A feed that was removed while it was being fetched leaves nothing behind.
  const kept = outcomes.filter(({ feedId }) => feeds.has(feedId))
  if (!kept.length) return
  await database.fetches.bulkPut(
    kept.map(({ feedId, fetch }) => ({ feedId, ...fetch, added: added.get(feedId) ?? 0 })),
  )
  // One after the other: two feeds may move to the same address.
  for (const outcome of kept) {
    const row = feeds.get(outcome.feedId)
    const changed = row ? await changedFeed(database, row, outcome) : []
    if (changed.length) await database.feeds.bulkPut(changed)
  }
}

/**
 * What the feed says of itself fills gaps; a title that is there may be the person's own. A feed that came without
 * one goes by its address until then. It moves, unless the person follows the new address already.
 */
async function changedFeed(
  database: Database,
  row: FeedRow,
  { feed, movedTo }: FetchOutcome,
): Promise<FeedRow[]> {
  const title = feed && row.title === row.url ? feed.title || row.title : row.title
  const siteUrl = row.siteUrl ?? feed?.siteUrl ?? null
  const isFree = movedTo !== null && (await database.feeds.where('url').equals(movedTo).count()) === 0
  const url = isFree ? movedTo : row.url
  return title === row.title && siteUrl === row.siteUrl && url === row.url
    ? []
    : [{ ...row, title, siteUrl, url }]
}
