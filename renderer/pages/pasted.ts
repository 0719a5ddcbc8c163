import type { Article } from './article'
import { readHtmlArticle } from './extract'
import { readTextArticle } from './text-article'

/** Elements that say more than the plain text does; without one of them the text is read. */
const STRUCTURE = /<(?:p|h[1-6]|ul|ol|table|blockquote|article|div|br|a|img|pre)[\s>/]/i

/**
 * What a person pasted, as an article.
 *
 * @param html the clipboard's HTML, where it has some
 * @throws {PageError} `empty`, `no-article` or `too-large`
 */
export function readPasted({ html, text }: { readonly html: string | null; readonly text: string }): Article {
  const isStructured = html !== null && STRUCTURE.test(html)
  return isStructured ? readHtmlArticle(html, null) : readTextArticle(text || (html ?? ''), null)
}
