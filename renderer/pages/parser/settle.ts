import type { OpenElement } from './builder'
import type { MarkupNode } from './markup'

/** What becomes of an element: it stays, its content alone stays, or nothing of it. */
export type Fate = 'kept' | 'dissolved' | 'removed'

/** Applies the fates to everything below an element, and links neighbours. */
export function settle(parent: OpenElement, fateOf: (name: string) => Fate): void {
  const isWhole = parent.children.every(child => typeof child === 'string' || fateOf(child.name) === 'kept')
  if (!isWhole) {
    const children: MarkupNode[] = []
    gather(parent, children, fateOf)
    parent.children = children
  }
  let previous: OpenElement | null = null
  for (const child of parent.children as readonly (OpenElement | string)[]) {
    if (typeof child === 'string') continue
    child.parent = parent
    child.previous = previous
    previous = child
    settle(child, fateOf)
  }
}

/** What stays of the children, with what stays of dissolved ones in their place. */
function gather(node: OpenElement, children: MarkupNode[], fateOf: (name: string) => Fate): void {
  for (const child of node.children as readonly (OpenElement | string)[]) {
    const fate = typeof child === 'string' ? 'kept' : fateOf(child.name)
    if (fate === 'kept') children.push(child)
    else if (fate === 'dissolved') gather(child as OpenElement, children, fateOf)
  }
}
