import { Readability } from '@mozilla/readability'
import { chosenOf } from './choose'
import { nameIn } from './byline'
import { ownCandidate, LEFT_OUT } from './own-candidate'
import type { Page } from './page'
import { canonicalTree } from './sanitise'
import { passagesOf, textOf, type TreeElement } from './tree'

/** Shows nothing, or nothing that an article keeps; without it the rest is read faster. */
const SILENT = 'script, style, svg, template, link, meta, [hidden]'

export interface Candidate {
  readonly kind: 'readability' | 'own'
  readonly blocks: readonly TreeElement[]
  /** The text of each block. */
  readonly passages: readonly string[]
  readonly title: string | null
  readonly byline: string | null
}

/** What may be the page's article. Changes the page's document. */
export const candidateOf = (page: Page): Candidate | null => {
  for (const node of page.root.querySelectorAll(SILENT)) node.remove()
  const force = (globalThis as any).__only
  const mine = own(page)
  const theirs = readability(page)
  return force === 'own' ? mine : force ? theirs : chosenOf(mine, theirs)
}

function own(page: Page): Candidate | null {
  for (const marked of page.root.querySelectorAll(`[${LEFT_OUT}]`)) marked.removeAttribute(LEFT_OUT)
  const body = page.root.querySelector('body')
  const found = body && ownCandidate(body)
  if (!found) return null
  const blocks = canonicalTree(found.container.outerHTML, page.base)
  for (const marked of page.root.querySelectorAll(`[${LEFT_OUT}]`)) {
    marked.remove()
  }
  return textOf(blocks) === ''
    ? null
    : { kind: 'own', blocks, passages: passagesOf(blocks), title: null, byline: null }
}

/** Readability throws at a few documents that are none; they hold no article. */
function readability(page: Page): Candidate | null {
  try {
    const found = new Readability(page.document).parse()
    const blocks = canonicalTree(found?.content ?? '', page.base)
    if (!found || textOf(blocks) === '') return null
    return {
      kind: 'readability',
      blocks,
      passages: passagesOf(blocks),
      title: found.title ?? null,
      byline: nameIn(found.byline),
    }
  } catch {
    return null
  }
}
