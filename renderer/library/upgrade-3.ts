import type { Transaction } from 'dexie'
import { pagesAfter, quotationsOf, type ReadPages } from './pages-after'
import {
  ONLY,
  type ArticleRow,
  type HeadPageRow,
  type QuotePageRow,
  type SettingRow,
  type SpeakersRow,
} from './schema'

/** The page of version 2. */
interface OldPage {
  readonly first: number
  readonly articles: readonly ArticleRow[]
}

/** Pages of version 2 that are read at a time. */
const SLICE = 64

/** From the settings to a table of its own. */
export async function moveSequence(transaction: Transaction): Promise<void> {
  const settings = transaction.table<SettingRow>('settings')
  const row = await settings.get('sequence')
  if (row?.value) await transaction.table('sequence').put({ id: ONLY, ...row.value })
  await settings.delete('sequence')
}

/** From pages that begin where their batch began to pages that the numbers tell. */
export async function alignPages(transaction: Transaction): Promise<void> {
  const heads = transaction.table('heads')
  const old = await heads.toCollection().primaryKeys()
  for (let at = 0; at < old.length; at += SLICE) await alignSlice(transaction, old.slice(at, at + SLICE))
}

/** What a slice becomes has smaller keys than any page behind it, so old and new pages do not meet. */
async function alignSlice(transaction: Transaction, keys: number[]): Promise<void> {
  const heads = transaction.table<HeadPageRow>('heads')
  const quotePages = transaction.table<QuotePageRow>('quotePages')
  const speakers = transaction.table<SpeakersRow>('speakers')
  const old = (await transaction.table<OldPage>('heads').bulkGet(keys)).flatMap(page => page?.articles ?? [])
  const quotes = new Map(
    (await quotePages.bulkGet(keys))
      .flatMap(page => page?.articles ?? [])
      .map(quoted => [quoted.articleId, quotationsOf(quoted)]),
  )
  for (const table of [heads, quotePages, speakers]) await table.bulkDelete(keys)
  const placed = old.map(head => ({
    id: head.id,
    head,
    article: { quotations: quotes.get(head.id) ?? [] },
  }))
  const read: ReadPages = wanted => Promise.all([heads.bulkGet([...wanted]), quotePages.bulkGet([...wanted])])
  const after = await pagesAfter(read, placed, new Set(placed.map(({ id }) => id)), Infinity)
  await heads.bulkPut([...after.heads])
  await quotePages.bulkPut([...after.quotePages])
  await speakers.bulkPut([...after.speakers])
}
