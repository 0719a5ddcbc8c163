import { LEFT_OUT, leaveOut, proseOf } from './left-out'
import { measuresOf, type Measures } from './measure'

/** Where pages say that their article is, the most certain first. */
const MARKED = ['[itemprop~="articleBody"]', 'article, [role="article"]', 'main, [role="main"]'] as const
/** How much of the page's prose must be where the page says that its article is. */
const MARKED_SHARE = 0.4
/** A part takes the place of the whole when it holds so much of it; inside of what is marked, little may get lost. */
const PART_OF_PAGE = 0.75
const PART_OF_MARKED = 0.85

/** So much of a plain container's prose stands in lines of its own. */
const PLAIN = 0.8
const LINES = /^(?:P|H\d|UL|OL|DL|BLOCKQUOTE|FIGURE|PRE)$/

/** The part of a page that holds its prose. */
export interface Container {
  readonly element: Element
  /** Whether its prose stands there line by line: there are no boxes between them that could hold something else. */
  readonly isPlain: boolean
}

/**
 * The smallest part of a page that holds its prose, what is no part of the article marked with `LEFT_OUT`; null for a
 * page without prose.
 *
 * @param isLive whether the article grows
 */
export function containerOf(body: Element, isLive: boolean): Container | null {
  const measures = measuresOf(body)
  if (proseOf(body, measures) === 0) return null
  leaveOut(body, measures, isLive)
  const total = proseOf(body, measures)
  const marked = MARKED.map(selector => largest(body.querySelectorAll(selector), measures)).find(
    best => best && proseOf(best, measures) >= total * MARKED_SHARE,
  )
  let container = marked ?? body
  for (;;) {
    const part = isLive ? null : largest(container.children, measures)
    const least = proseOf(container, measures) * (marked ? PART_OF_MARKED : PART_OF_PAGE)
    if (!part || proseOf(part, measures) < least)
      return { element: container, isPlain: isPlain(container, measures) }
    container = part
  }
}

function isPlain(container: Element, measures: Measures): boolean {
  const total = proseOf(container, measures)
  let boxed = 0
  for (const child of container.children)
    if (!LINES.test(child.tagName) && !child.hasAttribute(LEFT_OUT)) boxed += proseOf(child, measures)
  return total > 0 && boxed <= total * (1 - PLAIN)
}

function largest(elements: Iterable<Element>, measures: Measures): Element | null {
  let best: Element | null = null
  for (const element of elements)
    if (measures.has(element) && !element.closest(`[${LEFT_OUT}]`))
      if (!best || proseOf(element, measures) > proseOf(best, measures)) best = element
  return best
}
