/** A parsed document as plain values: elements and text. */
export interface MarkupElement {
  /** In small letters; elements of other vocabularies than HTML's and MathML's have a prefix: `svg:circle`. */
  readonly name: string
  /** Only the attributes that reading needs; the first one of a name counts. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly MarkupNode[]
  readonly parent: MarkupElement | null
  /** The element before it in the same parent. */
  readonly previous: MarkupElement | null
}
export type MarkupNode = MarkupElement | string

/** The elements among the children. */
export const elementsOf = (node: MarkupElement): readonly MarkupElement[] =>
  node.children.filter(child => typeof child !== 'string')

/** All text in a node. */
export const textContent = (node: MarkupNode): string =>
  typeof node === 'string' ? node : node.children.map(textContent).join('')

/** Whether there is more than white space in a node. */
export const hasInk = (node: MarkupNode): boolean =>
  typeof node === 'string' ? /\S/.test(node) : node.children.some(hasInk)

/** The first element of a name below a node, in document order. */
export function firstNamed(node: MarkupElement, name: string): MarkupElement | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const found = child.name === name ? child : firstNamed(child, name)
    if (found) return found
  }
  return null
}

/** Whether a node stands in an element of a name. */
export function isWithin(node: MarkupElement, name: string): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (outer.name === name) return true
  return false
}
