import type { IndexDocument } from '../search'
import { textOfHtml } from '../text'
import { quotesOf } from './articles'
import { readBody } from './bodies'
import { articlesByIds } from './heads'
import { indexDocument } from './index-document'
import type { Database } from './schema'

/** Reads from the store what the index is to know of these articles, by number; those that are gone are left out. */
export async function readDocuments(
  database: Database,
  ids: readonly number[],
): Promise<readonly IndexDocument[]> {
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
