import type { FrameDocument } from './frame-document'

/**
 * Changes the text, and moves the pane with it, so that what is being read stays where it is on the screen.
 *
 * @param changed elements that may change their height: they are no fixed point
 */
export function keepInSight(
  { text, iframe }: FrameDocument,
  pane: HTMLElement,
  changed: ReadonlySet<Element>,
  change: () => void,
): void {
  const top = pane.getBoundingClientRect().top - iframe.getBoundingClientRect().top
  // What begins below the pane's head needs nothing: only what is above can push it down.
  const first = top > 0 ? firstInSight(text, top, changed) : null
  const before = first?.getBoundingClientRect().top ?? 0
  change()
  if (first) pane.scrollTop += first.getBoundingClientRect().top - before
}

function firstInSight(text: HTMLElement, top: number, changed: ReadonlySet<Element>): Element | null {
  const changing = new Set([...changed].map(element => blockAround(element, text)))
  for (const block of text.children)
    if (block.getBoundingClientRect().bottom > top && !changing.has(block)) return block
  return null
}

/** The child of the text in which an element stands. */
function blockAround(element: Element, text: HTMLElement): Element | null {
  let block: Element | null = element
  while (block && block.parentElement !== text) block = block.parentElement
  return block
}
