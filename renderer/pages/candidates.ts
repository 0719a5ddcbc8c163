import { Readability } from '@mozilla/readability'
import { nameIn } from './byline'
import { chosenOf } from './choose'
import { containerOf } from './container'
import { withPicturesOf } from './kept-pictures'
import { LEFT_OUT } from './left-out'
import { openPage, type Page } from './page'
import { canonicalTreeOf } from './sanitise'
import { passagesOf, textOf, type TreeElement } from './tree'

/** Shows nothing, or nothing that an article keeps; without it the rest is read faster. */
const SILENT = 'script, style, svg, template, link, meta, [hidden]'

/** What may be the page's article. */
export interface Candidate {
  readonly blocks: readonly TreeElement[]
  /** The text of each block. */
  readonly passages: readonly string[]
  readonly title: string | null
  readonly byline: string | null
}

/**
 * What stands out from the rest of the page: the container of its prose, or what Readability finds when the rest is
 * gone, whichever is better; null for a page without text. Changes the page's document.
 */
export function candidateOf(page: Page): Candidate | null {
  for (const node of page.root.querySelectorAll(SILENT)) node.remove()
  const own = proseOfPage(page)
  if (page.metadata.isLiveBlog && own) return own
  // It may find nothing in what is left of a page and something in the whole.
  const theirs = readability(page) ?? readability(openPage(page.html, page.base))
  const chosen = chosenOf(own, theirs)
  if (!own || !chosen || chosen !== theirs) return chosen
  const blocks = withPicturesOf(own, theirs)
  return blocks === theirs.blocks ? theirs : { ...theirs, blocks, passages: passagesOf(blocks) }
}

/** The container of the page's prose; what is left out of it is gone from the page afterwards. */
function proseOfPage({ root, base, metadata }: Page): Candidate | null {
  for (const marked of root.querySelectorAll(`[${LEFT_OUT}]`)) marked.removeAttribute(LEFT_OUT)
  const body = root.querySelector('body')
  const container = body && containerOf(body, metadata.isLiveBlog)
  if (!container) return null
  const found = candidate(container, base)
  for (const marked of root.querySelectorAll(`[${LEFT_OUT}]`)) marked.remove()
  return found
}

/** Readability throws at a few documents that are none; they hold no article. */
function readability({ document, base }: Page): Candidate | null {
  try {
    const found = new Readability(document, { serializer: content => content, keepClasses: true }).parse()
    return found?.content ? candidate(found.content, base, found.title ?? null, nameIn(found.byline)) : null
  } catch {
    return null
  }
}

function candidate(
  content: Node,
  base: string,
  title: string | null = null,
  byline: string | null = null,
): Candidate | null {
  const blocks = canonicalTreeOf(content, base)
  return textOf(blocks) === '' ? null : { blocks, passages: passagesOf(blocks), title, byline }
}
