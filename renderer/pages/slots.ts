import { LEFT_OUT } from './left-out'
import type { MarkupElement, MarkupNode } from './parser'
import type { TreeElement } from './tree'

/** A named part of a list or a row: a `li`, a `td`. */
export interface Slot {
  readonly name: string
  readonly owner: MarkupElement | null
  readonly nodes: readonly MarkupNode[]
}

/** The children as named parts. Nodes between those stand in an implied part; `div`s around parts are looked through. */
export function slotsOf(parent: MarkupElement, names: readonly string[], implied: string): readonly Slot[] {
  const slots: { name: string; owner: MarkupElement | null; nodes: MarkupNode[] }[] = []
  for (const node of parent.children) {
    const last = slots.at(-1)
    const child = typeof node === 'string' ? null : node
    if (child && isHidden(child)) continue
    if (child && names.includes(child.name))
      slots.push({ name: child.name, owner: child, nodes: [...child.children] })
    else if (child?.name === 'div' && parent.name === 'dl')
      for (const slot of slotsOf(child, names, implied)) slots.push({ ...slot, nodes: [...slot.nodes] })
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

/** Hidden by the document itself, without a style sheet. */
export const isHidden = ({ attributes }: MarkupElement): boolean =>
  attributes.has('hidden') ||
  attributes.has(LEFT_OUT) ||
  /(?:^|[;\s])display\s{0,9}:\s{0,9}none/i.test(attributes.get('style')?.slice(0, 1000) ?? '')
