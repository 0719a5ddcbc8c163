import { Readability } from '@mozilla/readability'
import { nameIn } from './byline'
import { chosenOf } from './choose'
import { containerOf } from './container'
import { withPicturesOf } from './kept-pictures'
import { LEFT_OUT } from './left-out'
import { parsePage, type Page } from './page'
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
 * gone, whichever is better; null for a page without text. Readability, which takes most of the time, is not asked
 * where the container is plain: there it finds the same. Changes the page's document.
 */
export function candidateOf(page: Page): Candidate | null {
  for (const node of page.root.querySelectorAll(SILENT)) node.remove()
  const { own, isPlain } = proseOfPage(page)
  if (own && (isPlain || page.metadata.isLiveBlog)) return own
  for (const marked of page.root.querySelectorAll(`[${LEFT_OUT}]`)) marked.remove()
  // It may find nothing in what is left of a page and something in the whole.
  const theirs = readability(page) ?? readability({ ...page, ...parsePage(page.html, page.base) })
  const chosen = chosenOf(own, theirs)
  if (!own || !chosen || chosen !== theirs) return chosen
  const blocks = withPicturesOf(own, theirs)
  return blocks === theirs.blocks ? theirs : { ...theirs, blocks, passages: passagesOf(blocks) }
}

/** The container of the page's prose, what is left out of it marked; and whether it is plain. */
function proseOfPage({ root, base, metadata }: Page): {
  readonly own: Candidate | null
  readonly isPlain: boolean
} {
  for (const marked of root.querySelectorAll(`[${LEFT_OUT}]`)) marked.removeAttribute(LEFT_OUT)
  const body = root.querySelector('body')
  const container = body && containerOf(body, metadata.isLiveBlog)
  return container
    ? { own: candidate(container.element, base), isPlain: container.isPlain }
    : { own: null, isPlain: false }
}

/** Readability throws at a few documents that are none; they hold no article. */
function readability({ document, root, base, metadata }: Page): Candidate | null {
  try {
    stateByline(root, metadata.byline)
    const found = new Readability(document, { serializer: content => content, keepClasses: true }).parse()
    return found?.content ? candidate(found.content, base, found.title ?? null, nameIn(found.byline)) : null
  } catch {
    return null
  }
}

/** Readability reads the whole text of every element to find a byline, unless the page states one. */
function stateByline(root: Element, byline: string | null): void {
  if (byline === null) return
  const meta = root.ownerDocument.createElement('meta')
  meta.name = 'author'
  meta.content = byline
  root.append(meta)
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
