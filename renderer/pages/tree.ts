import { createTextWriter, type TextWriter } from '../text'

/** The canonical form as values: elements with their attributes in writing order, and text. */
export interface TreeElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly TreeNode[]
}
export type TreeNode = TreeElement | string
export type Attributes = readonly (readonly [name: string, value: string])[]

const VOID = new Set(['br', 'hr', 'img'])

const NO_CHILDREN: readonly TreeNode[] = []
const NO_ATTRIBUTES: Attributes = []

export const element = (
  name: string,
  children: readonly TreeNode[] = NO_CHILDREN,
  attributes: Attributes = NO_ATTRIBUTES,
): TreeElement => ({ name, attributes, children })

/** The blocks without rules at either end or after another, which divide nothing. */
export function withInnerRules(blocks: readonly TreeElement[]): readonly TreeElement[] {
  if (!blocks.some(isRule)) return blocks
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

function openTag({ name, attributes }: TreeElement): string {
  let tag = `<${name}`
  for (const [attribute, value] of attributes)
    tag += ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`
  return `${tag}>`
}

/** Text as it stands between two tags. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text

/** The plain text of a tree: `textOfTree(nodes) === textOfHtml(serialise(nodes)).text`. */
export function textOfTree(nodes: readonly TreeNode[]): string {
  const writer = createTextWriter()
  writeText(nodes, writer)
  return writer.finish().text
}

function writeText(nodes: readonly TreeNode[], writer: TextWriter): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      writer.text(node)
      continue
    }
    writer.open(node.name)
    if (VOID.has(node.name)) continue
    writeText(node.children, writer)
    writer.close(node.name)
  }
}

/** All text below the nodes, blocks not separated. */
export const textOf = (nodes: readonly TreeNode[]): string =>
  nodes.map(node => (typeof node === 'string' ? node : textOf(node.children))).join('')

/** How much of the text below the nodes stands in links. */
export const linkedLength = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((sum, node) => {
    if (typeof node === 'string') return sum
    return sum + (node.name === 'a' ? textOf(node.children).length : linkedLength(node.children))
  }, 0)

/** Whether one of the nodes or anything below them is an element that passes the test. */
export const contains = (nodes: readonly TreeNode[], test: (node: TreeElement) => boolean): boolean =>
  nodes.some(node => typeof node !== 'string' && (test(node) || contains(node.children, test)))

/** The text of each block, its inner blocks and lines on lines of their own. */
export const passagesOf = (blocks: readonly TreeElement[]): readonly string[] =>
  blocks.map(block => textOfTree([block]))
