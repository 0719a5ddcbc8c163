import type { Quotation } from '../quotes'
import { fold } from '../text'
import { byPage, narrowJson, pageOf, withHeads } from './head-pages'
import type { Tail } from './memory'
import type { ArticleRow, Database, HeadPageRow, QuotePageRow, SpeakersRow } from './schema'

/** An article with what its pages hold of it. */
interface Placed {
  readonly id: number
  readonly head: ArticleRow
  readonly article: { readonly quotations: readonly Quotation[] }
}

/** Pages of heads and quotes as they are to be stored. */
export interface PagesAfter {
  readonly heads: readonly HeadPageRow[]
  readonly quotePages: readonly QuotePageRow[]
  /** Who speaks on these pages of quotes. */
  readonly speakers: readonly SpeakersRow[]
  /** Pages of quotes on which nothing is left. */
  readonly emptied: readonly number[]
}

/** Reads the pages with these keys, in their order. */
export type ReadPages = (
  keys: readonly number[],
) => PromiseLike<readonly [readonly (HeadPageRow | undefined)[], readonly (QuotePageRow | undefined)[]]>

/**
 * The pages as they are with these articles on them, new ones and others.
 *
 * @param read is not called when nothing is to be read
 * @param requoted articles that were stored before, with other quotes now; those of the others that are stored stay
 * @param next the first number that no stored article has: pages from there on are not stored yet
 * @param open pages that are known as they are stored
 */
export async function pagesAfter(
  read: ReadPages,
  placed: readonly Placed[],
  requoted: ReadonlySet<number>,
  next: number,
  open: Tail['pages'] = null,
): Promise<PagesAfter> {
  const pages = byPage(placed)
  const keys = [...pages.keys()]
  const stored = keys.filter(first => first < next && first !== open?.heads.first)
  const [heads, quotes] = stored.length ? await read(stored) : [[], []]
  const headsAt = new Map(stored.map((first, at) => [first, heads[at]]))
  const quotesAt = new Map(stored.map((first, at) => [first, quotes[at]]))
  if (open) {
    headsAt.set(open.heads.first, open.heads)
    quotesAt.set(open.heads.first, open.quotes)
  }
  const on = (first: number): readonly Placed[] => pages.get(first) ?? []
  const quoted = ({ id }: Placed): boolean => id >= next || requoted.has(id)
  const quotePages = keys.map(first => withQuotes(first, quotesAt.get(first), on(first).filter(quoted))) // prettier-ignore
  const filled = quotePages.filter(({ row }) => row.articles.length > 0)
  return {
    heads: keys.map(first => withHeads(first, headsAt.get(first), on(first).map(({ head }) => head))), // prettier-ignore
    quotePages: filled.map(({ row }) => row),
    speakers: filled.map(({ speakers }) => speakers),
    emptied: quotePages.filter(page => !filled.includes(page)).map(({ row }) => row.first),
  }
}

function withQuotes(
  first: number,
  page: QuotePageRow | undefined,
  placed: readonly Placed[],
): { readonly row: QuotePageRow; readonly speakers: SpeakersRow } {
  const ids = new Set(placed.map(({ id }) => id))
  const others = (page?.articles ?? []).filter(({ articleId }) => !ids.has(articleId))
  const quoted = placed.filter(({ article: { quotations } }) => quotations.length > 0)
  const own = quoted.map(({ id, article: { quotations } }) => ({
    articleId: id,
    quotations: narrowJson(quotations),
  }))
  const articles = [...others, ...own].sort((one, other) => one.articleId - other.articleId)
  const spoken = [...others.map(quotationsOf), ...quoted.map(({ article }) => article.quotations)]
  return { row: { first, articles }, speakers: { first, names: namesIn(spoken.flat()) } }
}

/** @returns the quotes of an article, as its page has them */
export const quotationsOf = ({ quotations }: QuotePageRow['articles'][number]): readonly Quotation[] =>
  typeof quotations === 'string' ? (JSON.parse(quotations) as readonly Quotation[]) : quotations

/** @returns reads both kinds in one transaction */
export const pagesIn =
  ({ heads, quotePages }: Database): ReadPages =>
  keys =>
    heads.db.transaction('r', [heads, quotePages], () =>
      Promise.all([heads.bulkGet([...keys]), quotePages.bulkGet([...keys])]),
    )

/** The pages on which the article of that number, the next one, will stand, when they are known. */
export function openPages(
  article: number,
  { heads, quotePages }: PagesAfter,
  before: Tail['pages'],
): Tail['pages'] {
  const first = pageOf(article)
  const written = heads.find(page => page.first === first)
  if (written) return { heads: written, quotes: quotePages.find(page => page.first === first) }
  return before?.heads.first === first ? before : null
}

/** Who speaks, as `SpeakersRow` has it. */
function namesIn(quotations: readonly Quotation[]): string {
  const names = quotations.flatMap(({ resolvedSpeaker, speaker }) => resolvedSpeaker ?? speaker ?? [])
  return [...new Set(names.map(fold))].join('\n')
}
