import type { Quotation } from '../quotes'
import { fold } from '../text'
import { byPage, withHeads } from './head-pages'
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
  /** Pages of quotes on which nothing is left. */
  readonly emptied: readonly number[]
}

/**
 * The pages as they are with these articles on them, new ones and others.
 *
 * @param requoted articles that were stored before, with other quotes now; those of the others that are stored stay
 * @param next the first number that no stored article has: pages from there on are not stored yet
 */
export async function pagesAfter(
  tables: Pick<Database, 'heads' | 'quotePages'>,
  placed: readonly Placed[],
  requoted: ReadonlySet<number>,
  next: number,
): Promise<PagesAfter> {
  const pages = byPage(placed)
  const keys = [...pages.keys()]
  const stored = keys.filter(first => first < next)
  const [heads, quotes] = await Promise.all([tables.heads.bulkGet(stored), tables.quotePages.bulkGet(stored)])
  const headsAt = new Map(stored.map((first, at) => [first, heads[at]]))
  const quotesAt = new Map(stored.map((first, at) => [first, quotes[at]]))
  const on = (first: number): readonly Placed[] => pages.get(first) ?? []
  const quoted = ({ id }: Placed): boolean => id >= next || requoted.has(id)
  const quotePages = keys.map(first => withQuotes(first, quotesAt.get(first), on(first).filter(quoted))) // prettier-ignore
  return {
    heads: keys.map(first => withHeads(first, headsAt.get(first), on(first).map(({ head }) => head))), // prettier-ignore
    quotePages: quotePages.filter(page => page.articles.length > 0),
    emptied: quotePages.filter(page => page.articles.length === 0).map(page => page.first),
  }
}

function withQuotes(first: number, page: QuotePageRow | undefined, placed: readonly Placed[]): QuotePageRow {
  const ids = new Set(placed.map(({ id }) => id))
  const others = (page?.articles ?? []).filter(({ articleId }) => !ids.has(articleId))
  const own = placed.flatMap(({ id, article: { quotations } }) =>
    quotations.length ? [{ articleId: id, quotations }] : [],
  )
  return { first, articles: [...others, ...own].sort((one, other) => one.articleId - other.articleId) }
}

/** Who speaks on a page of quotes. */
export function speakersOf({ first, articles }: QuotePageRow): SpeakersRow {
  const names = articles.flatMap(({ quotations }) =>
    quotations.flatMap(quotation => quotation.resolvedSpeaker ?? quotation.speaker ?? []),
  )
  return { first, names: [...new Set(names.map(fold))].join('\n') }
}
