import type { ArticleRow, HeadPageRow } from './schema'

/**
 * Articles on a page of heads or quotes. A list of new articles takes its rows from as many pages as it has rows, so a
 * page is small; a row of the database for each article would cost a first sync a third more.
 */
const PAGE = 16

/** @returns the key of the page of an article, the smallest number that can be on it */
export const pageOf = (id: number): number => id - (id % PAGE)

/** @returns the pages of articles, each once */
export const pagesWith = (ids: Iterable<number>): number[] => [...new Set(Array.from(ids, pageOf))]

/** @returns the heads on a page of which the number is wanted */
export const headsOn = (
  { ids, heads }: HeadPageRow,
  isWanted: (id: number) => boolean,
): readonly ArticleRow[] =>
  heads.flatMap((head, at) => (isWanted(ids[at] ?? 0) ? [JSON.parse(head) as ArticleRow] : []))

/** @returns the page with these heads on it, in the place of those of the same numbers; articles are of this page */
export function withHeads(
  first: number,
  page: HeadPageRow | undefined,
  articles: readonly ArticleRow[],
): HeadPageRow {
  const heads = new Map(page?.ids.map((id, at) => [id, page.heads[at] ?? '']))
  for (const article of articles) heads.set(article.id, narrowJson(article))
  return { first, ids: [...heads.keys()], heads: [...heads.values()] }
}

/**
 * The database keeps a string in two bytes a character when one of them is not in Latin-1, be it a quotation mark.
 *
 * @returns a value as JSON, such characters escaped where that is shorter
 */
export function narrowJson(value: object): string {
  const json = JSON.stringify(value)
  const narrow = json.replace(/[^\0-\xff]/g, escaped)
  return narrow.length < 2 * json.length ? narrow : json
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** @returns what is given, by page */
export function byPage<Item extends { readonly id: number }>(
  items: readonly Item[],
): ReadonlyMap<number, readonly Item[]> {
  const pages = new Map<number, Item[]>()
  for (const item of items) {
    const page = pages.get(pageOf(item.id))
    if (page) page.push(item)
    else pages.set(pageOf(item.id), [item])
  }
  return pages
}
