import { buildSegment, documentIds, type IndexDocument } from '../search'
import { TERMS_VERSION, textOfHtml } from '../text'
import { quotesOf } from './articles'
import { readBody } from './bodies'
import { articlesByIds } from './heads'
import { indexDocument } from './index-document'
import { isUpToDate, nextMergedId, replaceSegments, writePages, type WrittenSegment } from './index-segments'
import type { Database, SegmentRow } from './schema'

/** So many articles are read and indexed at a time. */
const SLICE = 128

/** The name of the channel that tells how many articles of the segment in hand are renewed. */
export const INDEX_RENEWAL = 'index-renewal'

/** How far the index is renewed. */
export interface IndexRenewal {
  readonly articles: number
  /** Of them, those that are indexed as this program does. */
  readonly renewed: number
}

/** @returns how many articles of the index are as this program would index them */
export async function indexRenewal(database: Database): Promise<IndexRenewal> {
  const rows = await database.segments.toArray()
  const count = (some: readonly SegmentRow[]): number =>
    some.reduce((sum, { header }) => sum + header.documentCount, 0)
  return { articles: count(rows), renewed: count(rows.filter(isUpToDate)) }
}

/**
 * Indexes the articles of one segment again whose terms an earlier program made, or which cannot be read: the index
 * holds nothing that the articles do not. Only one caller at a time, in all windows.
 *
 * @param tell is told how many of its articles are done, now and then
 * @returns whether there was one
 */
export async function renewOnce(
  database: Database,
  tell: (articles: number) => void = () => undefined,
): Promise<boolean> {
  const row = (await database.segments.toArray()).find(segment => !isUpToDate(segment))
  if (!row) return false
  const ids = documentIds(row.header)
  const written: WrittenSegment[] = []
  for (let start = 0; start < ids.length; start += SLICE) {
    const documents = await readDocuments(database, [...ids.slice(start, start + SLICE)])
    const { header, pages } = buildSegment(documents)
    const id = await nextMergedId(database)
    await writePages(database, id, 0, pages)
    written.push({ id, header })
    tell(Math.min(ids.length, start + SLICE))
  }
  await replaceSegments(database, [row], row.newest ?? row.id, written, TERMS_VERSION)
  return true
}

async function readDocuments(database: Database, ids: readonly number[]): Promise<readonly IndexDocument[]> {
  const heads = await articlesByIds(
    database,
    [...ids].sort((one, other) => one - other),
  )
  const quotes = new Map(
    (await quotesOf(database, ids)).map(({ articleId, quotations }) => [articleId, quotations]),
  )
  return Promise.all(
    heads.map(async head => {
      const html = (await readBody(database, head.body)) ?? ''
      return indexDocument(head, html, textOfHtml(html).text, quotes.get(head.id) ?? [])
    }),
  )
}
