import type { IndexDocument } from '../search'
import { textOfHtml } from '../text'
import { quotesOf } from './articles'
import { readBody } from './bodies'
import { storedHeads } from './head-memory'
import { indexDocument } from './index-document'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import type { BodyPlace, Database } from './schema'

/**
 * Reads from the store what the index is to know of these articles, by number; those that are gone are left out.
 *
 * Nothing of it comes from memory: of what another page wrote that is heard late, and what is indexed in an old form
 * stays so.
 */
export async function readDocuments(
  database: Database,
  ids: readonly number[],
): Promise<readonly IndexDocument[]> {
  const ledger = await ledgerOf(database)
  const heads = await storedHeads(database, new Set(ids.filter(id => isPresent(ledger, id))))
  const byNumber = heads.toSorted((one, other) => one.id - other.id)
  const quotes = new Map(
    (await quotesOf(database, ids)).map(({ articleId, quotations }) => [articleId, quotations]),
  )
  return Promise.all(
    byNumber.map(async head => {
      const html = await htmlOf(database, head.body)
      return indexDocument(head, html, textOfHtml(html).text, quotes.get(head.id) ?? [])
    }),
  )
}

/** One that cannot be read must not keep all others from being found: its article is found by its head. */
async function htmlOf(database: Database, place: BodyPlace): Promise<string> {
  try {
    return (await readBody(database, place)) ?? ''
  } catch (error) {
    if (!isUnreadable(error)) throw error
    console.error(error)
    return ''
  }
}

/** Bytes that are damaged, and a value whose own file is. A full disk and a closed connection have other names. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof Error && UNREADABLE.has(error.name))

const UNREADABLE: ReadonlySet<string> = new Set(['DataError', 'NotReadableError', 'NotFoundError'])
