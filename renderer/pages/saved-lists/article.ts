import { articleOf, type Article } from '../article'
import { canonicalTree } from '../sanitise'
import { serialise, textOfTree, withInnerRules } from '../tree'
import { lineOf } from './entry'
import type { SavedItem } from './types'

/** A longer text is no article; what follows is cut off. */
const LONGEST_TEXT = 5_000_000

/**
 * The article that a list holds of a page: canonical (see `sanitise`), with what the list says of it. The date is the
 * publication's, else when it was saved.
 *
 * @returns null when the list has no text of the page
 */
export function articleOfItem({ html, ...item }: SavedItem): Article | null {
  if (html === null) return null
  const blocks = withInnerRules(canonicalTree(html.slice(0, LONGEST_TEXT), item.address))
  const text = lineOf(textOfTree(blocks))
  if (text === null) return null
  return {
    ...articleOf(item.title ?? text.slice(0, 80), serialise(blocks)),
    byline: item.byline,
    published: item.published ?? item.savedAt,
    language: item.language,
    canonicalUrl: item.address,
  }
}
