import type { TreeElement } from './tree'

/** A named part of a list or a row: a `li`, a `td`. */
export interface Slot {
  readonly name: string
  readonly owner: Element | null
  readonly nodes: readonly Node[]
}

/** The children as named parts. Nodes between those stand in an implied part; `div`s around parts are looked through. */
export function slotsOf(parent: Element, names: readonly string[], implied: string): readonly Slot[] {
  const slots: { name: string; owner: Element | null; nodes: Node[] }[] = []
  for (const node of parent.childNodes) {
    const last = slots.at(-1)
    if (isElement(node) && isHidden(node)) continue
    if (isElement(node) && names.includes(node.localName))
      slots.push({ name: node.localName, owner: node, nodes: [...node.childNodes] })
    else if (isElement(node) && node.localName === 'div' && parent.localName === 'dl')
      for (const slot of slotsOf(node, names, implied)) slots.push({ ...slot, nodes: [...slot.nodes] })
    else if (last && last.owner === null) last.nodes.push(node)
    else slots.push({ name: implied, owner: null, nodes: [node] })
  }
  return slots
}

/** One paragraph without attributes stands directly in its container: `<li>text</li>`. */
export const unwrapped = (blocks: readonly TreeElement[]): TreeElement['children'] => {
  const [only] = blocks
  return blocks.length === 1 && only?.name === 'p' && only.attributes.length === 0 ? only.children : blocks
}

export const isElement = (node: Node): node is Element => node.nodeType === 1

/** Hidden by the document itself, without a style sheet. */
export const isHidden = (node: Element): boolean =>
  node.hasAttribute('hidden') ||
  /(?:^|[;\s])display\s{0,9}:\s{0,9}none/i.test(node.getAttribute('style')?.slice(0, 1000) ?? '')
