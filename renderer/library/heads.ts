import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import type { ArticleRow, Database } from './schema'

/** Articles on a page of heads: few enough that reading one for a row on the screen costs little. */
export const HEADS_A_PAGE = 32

/** The first numbers of all pages, ascending: 3,000 for 100,000 articles. */
const KEYS = new WeakMap<Database, readonly number[]>()

/** @returns the articles in the order of the numbers; those that are gone are left out */
export async function articlesByIds(
  database: Database,
  ids: readonly number[],
): Promise<readonly ArticleRow[]> {
  const ledger = await ledgerOf(database)
  const wanted = ids.filter(id => isPresent(ledger, id))
  const found = await readHeads(database, wanted)
  // A page that was stored since the keys were read is not among them.
  if (found.size < wanted.length) {
    KEYS.delete(database)
    for (const [id, article] of await readHeads(database, wanted)) found.set(id, article)
  }
  return wanted.flatMap(id => found.get(id) ?? [])
}

async function readHeads(database: Database, ids: readonly number[]): Promise<Map<number, ArticleRow>> {
  const wanted = new Set(ids)
  const pages = await database.heads.bulkGet(await pageKeys(database, ids))
  const articles = pages.flatMap(page => page?.articles ?? [])
  return new Map(articles.filter(({ id }) => wanted.has(id)).map(article => [article.id, article]))
}

/**
 * The pages on which articles stand, for heads and quotes alike.
 *
 * @returns the key of each page once; articles of which no page is known yet are left out
 */
export async function pageKeys(database: Database, ids: Iterable<number>): Promise<number[]> {
  let keys = KEYS.get(database)
  if (!keys) {
    keys = await database.heads.toCollection().primaryKeys()
    KEYS.set(database, keys)
  }
  const found = new Set<number>()
  for (const id of ids) {
    const key = floorOf(keys, id)
    if (key !== undefined) found.add(key)
  }
  return [...found]
}

/** The greatest key that is not greater than the number, by bisection. */
function floorOf(keys: readonly number[], id: number): number | undefined {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? Infinity) <= id) low = middle + 1
    else high = middle
  }
  return keys[low - 1]
}

/** Cuts what is stored together into pages, by the number of the first article on each. */
export function pagesOf<Item extends { readonly id: number }>(
  items: readonly Item[],
): readonly { readonly first: number; readonly items: readonly Item[] }[] {
  const pages: { first: number; items: readonly Item[] }[] = []
  for (let start = 0; start < items.length; start += HEADS_A_PAGE) {
    const page = items.slice(start, start + HEADS_A_PAGE)
    pages.push({ first: page[0]?.id ?? 0, items: page })
  }
  return pages
}
