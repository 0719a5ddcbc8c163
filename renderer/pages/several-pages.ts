import type { Article } from './article'
import { baseOf, linkTo } from './links'

/**
 * The address of the next page of an article that has several: on the same host, and told by the document's own
 * `link rel="next"`.
 */
export function nextPage(html: string, url: string): string | null {
  const base = baseOf(url)
  if (!base) return null
  const document = new DOMParser().parseFromString(html, 'text/html')
  const next = linkTo(document.querySelector('link[rel~="next"][href]')?.getAttribute('href'), base)
  return next !== null && new URL(next).host === base.host && next !== base.href ? next : null
}

/**
 * The pages of an article as one. The first says what it is; what every page repeats stands once.
 *
 * @param pages at least one
 */
export function joinPages(pages: readonly Article[]): Article {
  const [first, ...others] = pages
  if (!first) throw new RangeError('An article has at least one page.')
  const html = [first, ...others].map(page => page.html).join('')
  return { ...first, html, embedded: [first, ...others].flatMap(page => page.embedded) }
}
