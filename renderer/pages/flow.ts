import { cleanText, INK } from './characters'
import { element, withInnerRules, type Attributes, type TreeElement, type TreeNode } from './tree'

/** An inline element around a piece of text. Two pieces share it when it is the same object. */
export interface Wrapper {
  readonly name: string
  readonly attributes: Attributes
}
/** A piece of a run: text, `br`, a picture or a formula, with the inline elements around it, outermost first. */
interface Leaf {
  readonly wrappers: readonly Wrapper[]
  readonly node: TreeNode
}
/** What a run of pieces becomes: the paragraph, heading or preformatted text it stood in; null is bare text. */
export type Line = Wrapper | null

interface Run {
  readonly line: Line
  readonly leaves: Leaf[]
}

/** The content of a container while it is being read: runs of text and finished blocks in order. */
export interface Flow {
  items: (Run | TreeElement)[]
  line: Line
  run: Run | null
}

export const createFlow = (): Flow => ({ items: [], line: null, run: null })

export function addLeaf(flow: Flow, wrappers: readonly Wrapper[], node: TreeNode): void {
  if (!flow.run) {
    // What stands between two blocks is white space, as a rule; it begins nothing.
    if (typeof node === 'string' && flow.line?.name !== 'pre' && !/[^ \t\n\f\r]/.test(node)) return
    flow.run = { line: flow.line, leaves: [] }
    flow.items.push(flow.run)
  }
  flow.run.leaves.push({ wrappers, node: typeof node === 'string' ? cleanText(node) : node })
}

/** What follows is not in the same paragraph. */
export function endRun(flow: Flow): void {
  flow.run = null
}

export function addBlocks(flow: Flow, blocks: readonly TreeElement[]): void {
  endRun(flow)
  // Not spread: a table that only arranges things can have more cells than a call can have arguments.
  for (const block of blocks) flow.items.push(block)
}

/** The blocks of a finished flow, none of them empty. */
export function blocksOf(flow: Flow): readonly TreeElement[] {
  const blocks: TreeElement[] = []
  for (const item of flow.items) {
    if ('leaves' in item) for (const block of blocksOfRun(item)) blocks.push(block)
    else blocks.push(item)
  }
  return withInnerRules(blocks)
}

const isPicture = (node: TreeNode): boolean => typeof node !== 'string' && node.name === 'img'
const isBreak = (leaf: Leaf): boolean => typeof leaf.node !== 'string' && leaf.node.name === 'br'

function blocksOfRun({ line, leaves }: Run): TreeElement[] {
  if (line?.name === 'pre') return preformatted(leaves, line.attributes)
  return paragraphsOf(leaves).map(paragraph => {
    const pictures = paragraph.filter(leaf => isPicture(leaf.node))
    const isFigure = pictures.length > 0 && paragraph.every(leaf => isPicture(leaf.node) || isSpacing(leaf))
    if (isFigure) return element('figure', nest(pictures))
    return element(line?.name ?? 'p', nest(paragraph), line?.attributes)
  })
}

const isSpacing = (leaf: Leaf): boolean => leaf.node === ' ' || isBreak(leaf)

/** Lines end at `br`; a blank line between two others ends the paragraph. */
function paragraphsOf(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  if (!leaves.some(isBreak)) {
    const words = trimmed(collapsed(leaves))
    return words.length === 0 ? [] : [words]
  }
  const paragraphs: Leaf[][] = []
  let current: Leaf[] | null = null
  let line: Leaf[] = []
  let broken: Leaf | null = null
  const endLine = (): void => {
    const words = trimmed(collapsed(line))
    line = []
    if (words.length === 0) current = null
    else if (current && broken) current.push(broken, ...words)
    else paragraphs.push((current = words))
  }
  for (const leaf of leaves) {
    if (!isBreak(leaf)) {
      line.push(leaf)
      continue
    }
    endLine()
    broken = leaf
  }
  endLine()
  return paragraphs
}

/** White space as HTML shows it: one space, also across the borders of inline elements. */
function collapsed(leaves: readonly Leaf[]): Leaf[] {
  const result: Leaf[] = []
  let afterSpace = true
  for (const leaf of leaves) {
    if (typeof leaf.node !== 'string') {
      result.push(leaf)
      afterSpace = false
      continue
    }
    const single: string = /[\t\n\f\r]| {2}/.test(leaf.node)
      ? leaf.node.replace(/[ \t\n\f\r]+/g, ' ')
      : leaf.node
    const text: string = afterSpace && single.startsWith(' ') ? single.slice(1) : single
    if (text === '') continue
    result.push(text === leaf.node ? leaf : { wrappers: leaf.wrappers, node: text })
    afterSpace = text.endsWith(' ')
  }
  return result
}

/** Without the blank characters, no-break spaces among them, at both ends; the array may be the one that is given. */
function trimmed(leaves: Leaf[]): Leaf[] {
  const first = leaves.findIndex(leaf => firstInk(leaf.node) >= 0)
  if (first < 0) return []
  const last = leaves.findLastIndex(leaf => firstInk(leaf.node) >= 0)
  const isWhole = first === 0 && last === leaves.length - 1
  const kept = isWhole ? leaves : leaves.slice(first, last + 1)
  const end = kept.at(-1)
  if (typeof end?.node === 'string' && lastInk(end.node) < end.node.length - 1)
    kept[kept.length - 1] = { ...end, node: end.node.slice(0, lastInk(end.node) + 1) }
  const start = kept[0]
  if (typeof start?.node === 'string' && firstInk(start.node) > 0)
    kept[0] = { ...start, node: start.node.slice(firstInk(start.node)) }
  return kept
}

const firstInk = (node: TreeNode): number => (typeof node === 'string' ? node.search(INK) : 0)

function lastInk(text: string): number {
  let index = text.length - 1
  while (index >= 0 && !INK.test(text.charAt(index))) index--
  return index
}

/** Preformatted text keeps its white space; empty lines before and after it go. */
function preformatted(leaves: readonly Leaf[], attributes: Attributes): TreeElement[] {
  const lines = leaves.map(leaf => (isBreak(leaf) ? { ...leaf, node: '\n' } : leaf))
  const first = lines.findIndex(leaf => firstInk(leaf.node) >= 0)
  if (first < 0) return []
  const last = lines.findLastIndex(leaf => firstInk(leaf.node) >= 0)
  // The indentation of the first line may stand in pieces before the first ink.
  const lead = lines
    .slice(0, first)
    .map(leaf => leaf.node)
    .join('')
  const indent = lead.slice(lead.lastIndexOf('\n') + 1)
  const kept = lines.slice(first, last + 1).map(({ wrappers, node }, index) => {
    if (typeof node !== 'string') return { wrappers, node }
    const end = index === last - first ? lastInk(node) + 1 : node.length
    const start = index === 0 ? node.lastIndexOf('\n', firstInk(node)) + 1 : 0
    return { wrappers, node: (index === 0 && start === 0 ? indent : '') + node.slice(start, end) }
  })
  return [element('pre', nest(kept), attributes)]
}

/** The pieces with their inline elements around them; neighbours in the same element share it. */
function nest(leaves: readonly Leaf[], depth = 0): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let index = 0; index < leaves.length;) {
    const leaf = leaves[index] as Leaf
    const wrapper = leaf.wrappers[depth]
    const previous = nodes.at(-1)
    if (!wrapper) {
      if (typeof leaf.node === 'string' && typeof previous === 'string')
        nodes[nodes.length - 1] = previous + leaf.node
      else nodes.push(leaf.node)
      index++
      continue
    }
    let end = index + 1
    while (end < leaves.length && leaves[end]?.wrappers[depth] === wrapper) end++
    nodes.push(element(wrapper.name, nest(leaves.slice(index, end), depth + 1), wrapper.attributes))
    index = end
  }
  return nodes
}
