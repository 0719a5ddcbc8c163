import { articleOf, type Article } from './article'
import { attributeText } from './characters'
import type { Page } from './page'
import { canonicalTree } from './sanitise'
import { serialise } from './tree'

/** What an exported file calls itself (`renderer/reader/article/export-html.ts`). */
const GENERATOR = /<meta name="generator" content="Broadsheet">/

/** Whether a file says that Broadsheet wrote it: then nothing in it has to be guessed. */
export const isOwnFile = (html: string): boolean => GENERATOR.test(html.slice(0, 2000))

/** The article of a file that Broadsheet wrote, whole; null for any other file. Changes the page's document. */
export function ownArticle({ html, root, base, metadata }: Page): Article | null {
  const whole = isOwnFile(html) ? root.querySelector('article') : null
  if (!whole) return null
  const title = attributeText(whole.querySelector('header h1')?.textContent)
  const byline = attributeText(whole.querySelector('header .byline')?.textContent)
  whole.querySelector('header')?.remove()
  return {
    ...articleOf(title, serialise(canonicalTree(whole.innerHTML, base))),
    byline: byline || null,
    published: metadata.date?.published ?? null,
    publishedText: metadata.date?.text ?? null,
    language: metadata.language,
    siteName: metadata.siteName,
    canonicalUrl: metadata.canonicalUrl,
  }
}
