import { textOfHtml } from '../text'

/** The canonical form as values: elements with their attributes in writing order, and text. */
export interface TreeElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly TreeNode[]
}
export type TreeNode = TreeElement | string
export type Attributes = readonly (readonly [name: string, value: string])[]

const VOID = new Set(['br', 'hr', 'img'])

export const element = (
  name: string,
  children: readonly TreeNode[] = [],
  attributes: Attributes = [],
): TreeElement => ({ name, attributes, children })

/** The blocks without rules at either end or after another, which divide nothing. */
export function withInnerRules(blocks: readonly TreeElement[]): readonly TreeElement[] {
  const last = blocks.findLastIndex(block => !isRule(block))
  return blocks.filter((block, index) => !isRule(block) || (index < last && !isRule(blocks[index - 1])))
}

/** Nothing counts as a rule, so that none begins a text. */
const isRule = (block: TreeElement | undefined): boolean => block === undefined || block.name === 'hr'

/** The canonical HTML of a tree. Nothing stands between two blocks, and exactly `& < > "` are escaped. */
export function serialise(nodes: readonly TreeNode[]): string {
  let html = ''
  for (const node of nodes) {
    if (typeof node === 'string') html += escapeText(node)
    else html += openTag(node) + (VOID.has(node.name) ? '' : `${serialise(node.children)}</${node.name}>`)
  }
  return html
}

const openTag = (node: TreeElement): string =>
  `<${node.name}${node.attributes.map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`).join('')}>`

/** Text as it stands between two tags. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** All text below the nodes, blocks not separated. */
export const textOf = (nodes: readonly TreeNode[]): string =>
  nodes.map(node => (typeof node === 'string' ? node : textOf(node.children))).join('')

/** Whether one of the nodes or anything below them is an element that passes the test. */
export const contains = (nodes: readonly TreeNode[], test: (node: TreeElement) => boolean): boolean =>
  nodes.some(node => typeof node !== 'string' && (test(node) || contains(node.children, test)))

/** The text of each block, its inner blocks and lines on lines of their own. */
export const passagesOf = (blocks: readonly TreeElement[]): readonly string[] =>
  blocks.map(block => textOfHtml(serialise([block])).text)
