import type { Article } from './article'
import { attributeText } from './characters'
import { baseOf, linkTo } from './links'
import { sameTitle } from './model-form'
import { canonicalTree } from './sanitise'
import { serialise, textOf, type TreeElement } from './tree'

/** Words and signs that name a link to the next page, compared in small letters. */
const NEXT =
  /^(?:next(?: page)?|continue(?: to (?:the )?next page)?|(?:go to )?page \d{1,3}|nächste(?: seite)?|weiter|seite \d{1,3}|(?:page )?suivante?|siguiente|página siguiente|próxima(?: página)?|(?:pagina )?successiva|volgende(?: pagina)?|следующая(?: страница)?|далее|następna(?: strona)?|下一页|次へ|次のページ|다음|\d{1,3})?\s*[»›→>]{0,2}$/
const MOST_LINKS = 5000

/** An address without the number of its page. */
interface PageAddress {
  readonly rest: string
  readonly page: number
}

/**
 * The address of the next page of an article that has several, or null. It is the address of this page but for its
 * page number, which is one more, and a `rel="next"` or a link with its number or "next" leads to it: the next
 * article of a site is none.
 *
 * @param url the address that the page came from, after redirects
 */
export function nextPage(html: string, url: string): string | null {
  const base = baseOf(url)
  if (
    !base ||
    !/next|page|\d\s*<\/a|seite|suivant|siguiente|próxima|successiva|volgende|далее|[»›→]/i.test(html)
  )
    return null
  const document = new DOMParser().parseFromString(html, 'text/html')
  const current = pageAddress(base)
  const links = [...Document.prototype.querySelectorAll.call(document, 'link[rel~="next" i][href], a[href]')]
  for (const link of links.slice(0, MOST_LINKS)) {
    const address = isNext(link) ? linkTo(link.getAttribute('href'), base) : null
    if (address === null || !address.startsWith('http')) continue
    const next = new URL(address)
    next.hash = ''
    const { rest, page } = pageAddress(next)
    if (next.host === base.host && rest === current.rest && page === current.page + 1) return next.href
  }
  return null
}

function isNext(link: Element): boolean {
  if (/\bnext\b/i.test(link.getAttribute('rel') ?? '')) return true
  const text = attributeText(link.textContent?.slice(0, 100))
  const label = text || attributeText(link.getAttribute('aria-label') ?? link.getAttribute('title'))
  return label !== '' && NEXT.test(label.toLowerCase())
}

const IN_PATH = [
  /^(.*?)\/(?:page|seite|pagina|strana|p)[/-]?(\d{1,3})(\/?)$/i,
  /^(.*?)[-_,](?:page|seite|p)?[-_]?(\d{1,3})(\.\w{2,5}|\/?)$/i,
  /^(.*?)\/(\d{1,3})(\/?)$/,
]
const IN_QUERY = ['page', 'p', 'pg', 'seite', 'pagina', 'pageno', 'page_no', 'paged']

function pageAddress(url: URL): PageAddress {
  const query = new URLSearchParams(url.search)
  for (const name of IN_QUERY) {
    const number = /^\d{1,3}$/.exec(query.get(name) ?? '')?.[0]
    if (number === undefined) continue
    query.delete(name)
    return { rest: withoutSlash(url.pathname) + String(query), page: Number(number) }
  }
  for (const form of IN_PATH) {
    const [, head, number, tail = ''] = form.exec(url.pathname) ?? []
    // Larger numbers are years and the numbers of articles.
    if (head && number !== undefined && Number(number) <= 100)
      return { rest: withoutSlash(head + tail) + String(query), page: Number(number) }
  }
  return { rest: withoutSlash(url.pathname) + String(query), page: 1 }
}

const withoutSlash = (path: string): string => path.replace(/\/$/, '')

/**
 * The pages of an article as one. The first says what it is; blocks that an earlier page has already (title, byline,
 * teaser) stand once.
 *
 * @param pages at least one
 * @throws {RangeError} without a page
 */
export function joinPages(pages: readonly Article[]): Article {
  const [first, ...others] = pages
  if (!first) throw new RangeError('An article has at least one page.')
  if (others.length === 0) return first
  const seen = new Set<string>()
  const html = pages.map((page, index) => ownPart(page, index === 0, first.title, seen)).join('')
  const embedded = new Map(
    pages.flatMap(page => page.embedded.map(picture => [picture.address, picture] as const)),
  )
  const modified = pages.flatMap(page => page.modified ?? [])
  return {
    ...first,
    html,
    embedded: [...embedded.values()],
    modified: modified.length === 0 ? null : Math.max(...modified),
  }
}

/** What of a page's body no page before has; `seen` gains it. */
function ownPart(page: Article, isFirst: boolean, title: string, seen: Set<string>): string {
  const blocks = canonicalTree(page.html, '')
  const own = isFirst
    ? blocks
    : blocks.filter(
        block => !seen.has(keyOf(block)) && !(/^h\d$/.test(block.name) && sameTitle(textOf([block]), title)),
      )
  for (const block of blocks) seen.add(keyOf(block))
  return serialise(own)
}

/** Pictures and rules have no text; they are themselves. */
const keyOf = (block: TreeElement): string => textOf([block]).trim() || serialise([block])
