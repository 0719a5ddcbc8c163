import { attributeText } from './characters'
import { embedLink } from './embeds'
import { addBlocks, addLeaf, blocksOf, createFlow, endRun, type Flow, type Wrapper } from './flow'
import { linkAttributes, linkTo } from './links'
import { formulaOf } from './formulas'
import { firstNamed, hasInk, isWithin, type MarkupElement, type MarkupNode } from './parser'
import { pictureOf } from './pictures'
import { isHidden, slotsOf, unwrapped } from './slots'
import { tableOf } from './tables'
import { element, type Attributes, type TreeElement } from './tree'
import { BOUNDARIES, CONTAINERS, EMBEDS, INLINE, LINES, PARENTS, RENAMED } from './vocabulary'

/** Deeper containers become plain paragraphs, deeper inline elements plain text. Both are far beyond any article. */
const DEEPEST_CONTAINER = 24
const DEEPEST_INLINE = 12
/** May stand in themselves: their levels have a meaning. */
const NESTING = new Set(['sub', 'sup'])
/** Containers whose text always stands in paragraphs; the others hold a single paragraph's text directly. */
const ALWAYS_PARAGRAPHS = new Set(['blockquote', 'details', 'figure'])

/** Where in the document the reading stands. */
export interface Place {
  readonly base: URL | null
  readonly wrappers: readonly Wrapper[]
  readonly depth: number
  /** The nearest container that is kept, '' outside of all. */
  readonly container: string
}

/** The canonical blocks of a parsed document that holds no forms. What is unknown gives its text. */
export function treeOf(root: MarkupElement, base: URL | null): readonly TreeElement[] {
  return readBlocks(root.children, { base, wrappers: [], depth: 0, container: '' })
}

/** The blocks that nodes give when they stand in a container of their own. */
export function readBlocks(nodes: Iterable<MarkupNode>, place: Place): readonly TreeElement[] {
  const flow = createFlow()
  const inner = { ...place, wrappers: [] }
  for (const node of nodes) readNode(node, inner, flow)
  return blocksOf(flow)
}

function readNode(node: MarkupNode, place: Place, flow: Flow): void {
  if (typeof node === 'string') addLeaf(flow, place.wrappers, node)
  else if (!isHidden(node)) readElement(node, place, flow)
}

function readElement(node: MarkupElement, place: Place, flow: Flow): void {
  const name = RENAMED.get(node.name) ?? node.name
  if (name === 'br') return addLeaf(flow, place.wrappers, element('br'))
  if (name === 'hr') return addBlocks(flow, [element('hr')])
  if (name === 'img') return readPicture(node, place, flow)
  if (name === 'math') return readFormula(node, place, flow)
  if (name === 'q') return readQuotation(node, place, flow)
  if (name === 'noscript') return readFallback(node, place, flow)
  if (EMBEDS.has(name)) return addBlocks(flow, embedLink(node, place.base))
  if (INLINE.has(name)) return readInline(name, node, place, flow)
  if (LINES.has(name) || name === 'pre') return readLine(name, node, place, flow)
  const parent = PARENTS.get(name)
  const isMisplaced = parent !== undefined && parent !== place.container
  if (place.depth < DEEPEST_CONTAINER && !isMisplaced && readContainer(name, node, place, flow)) return
  const isBlock =
    BOUNDARIES.has(name) || CONTAINERS.has(name) || name === 'table' || name === 'ul' || name === 'ol'
  if (isBlock) endRun(flow)
  readChildren(node, place, flow)
  if (isBlock) endRun(flow)
}

function readChildren(node: MarkupElement, place: Place, flow: Flow): void {
  for (const child of node.children) readNode(child, place, flow)
}

/** @returns false when the element is none of the containers that can stand anywhere */
function readContainer(name: string, node: MarkupElement, place: Place, flow: Flow): boolean {
  const inner: Place = { ...place, depth: place.depth + 1, container: name }
  switch (name) {
    case 'ul':
    case 'ol':
    case 'dl':
      addBlocks(flow, listOf(name, node, inner))
      return true
    case 'table':
      addBlocks(
        flow,
        tableOf(node, nodes => readBlocks(nodes, { ...inner, container: 'td' })),
      )
      return true
    case 'blockquote':
    case 'figure':
    case 'details':
    case 'figcaption':
    case 'summary':
      addBlocks(flow, containerOf(name, readBlocks(node.children, inner), directionOf(node)))
      return true
    default:
      return false
  }
}

function containerOf(
  name: string,
  blocks: readonly TreeElement[],
  attributes: Attributes,
): readonly TreeElement[] {
  if (blocks.length === 0) return []
  if (!ALWAYS_PARAGRAPHS.has(name)) return [element(name, unwrapped(blocks), attributes)]
  // Pictures alone in a paragraph are figures; in a figure they stand directly.
  const children =
    name === 'figure' ? blocks.flatMap(block => (isBareFigure(block) ? block.children : [block])) : blocks
  return [element(name, children, attributes)]
}

const isBareFigure = ({ name, children }: TreeElement): boolean =>
  name === 'figure' &&
  children.every(child => typeof child !== 'string' && (child.name === 'img' || INLINE.has(child.name)))

/** A list's items; whatever stands between them is an item too. */
function listOf(name: string, list: MarkupElement, place: Place): readonly TreeElement[] {
  const names = name === 'dl' ? ['dt', 'dd'] : ['li']
  const items = slotsOf(list, names, name === 'dl' ? 'dd' : 'li').flatMap(({ name: item, nodes, owner }) =>
    containerOf(item, readBlocks(nodes, { ...place, container: item }), [
      ...(item === 'li' ? integer(owner, 'value') : []),
      ...(owner ? directionOf(owner) : []),
    ]),
  )
  if (items.length === 0) return []
  const isReversed = name === 'ol' && list.attributes.has('reversed')
  return [
    element(name, items, [
      ...(name === 'ol' ? integer(list, 'start') : []),
      ...(isReversed ? [['reversed', ''] as const] : []),
      ...directionOf(list),
    ]),
  ]
}

function integer(owner: MarkupElement | null, name: string): Attributes {
  const value = /^\s{0,9}(-?\d{1,6})\s{0,9}$/.exec(owner?.attributes.get(name) ?? '')?.[1]
  return value === undefined ? [] : [[name, String(Number(value))]]
}

function directionOf(node: MarkupElement): Attributes {
  const direction = node.attributes.get('dir')?.toLowerCase() ?? ''
  return ['ltr', 'rtl', 'auto'].includes(direction) ? [['dir', direction]] : []
}

function readLine(name: string, node: MarkupElement, place: Place, flow: Flow): void {
  const outer = flow.line
  endRun(flow)
  flow.line = { name, attributes: directionOf(node) }
  readChildren(node, { ...place, wrappers: [] }, flow)
  endRun(flow)
  flow.line = outer
}

function readInline(name: string, node: MarkupElement, place: Place, flow: Flow): void {
  const attributes = inlineAttributes(name, node, place.base)
  const isRepeated = !NESTING.has(name) && place.wrappers.some(wrapper => wrapper.name === name)
  const isReading = name === 'rt' || name === 'rp'
  const isMisplaced = isReading && place.wrappers.at(-1)?.name !== 'ruby'
  const isKept = attributes && !isRepeated && !isMisplaced && place.wrappers.length < DEEPEST_INLINE
  readChildren(node, isKept ? { ...place, wrappers: [...place.wrappers, { name, attributes }] } : place, flow)
}

/** @returns null for an element that says nothing without the attribute it lacks */
function inlineAttributes(name: string, node: MarkupElement, base: URL | null): Attributes | null {
  if (name === 'a') {
    const href = linkTo(node.attributes.get('href'), base)
    return href === null ? null : linkAttributes(href)
  }
  if (name === 'bdo' || name === 'bdi') {
    const direction = directionOf(node)
    return name === 'bdo' && direction.length === 0 ? null : direction
  }
  const title = name === 'abbr' ? attributeText(node.attributes.get('title')) : ''
  return title === '' ? [] : [['title', title]]
}

function readPicture(node: MarkupElement, place: Place, flow: Flow): void {
  const picture = pictureOf(node, place.base)
  if (picture) addLeaf(flow, place.wrappers, picture)
}

function readFormula(node: MarkupElement, place: Place, flow: Flow): void {
  const formula = formulaOf(node)
  if (formula) addLeaf(flow, place.wrappers, formula)
}

/** The marks that a browser would draw are written, so that a quotation is one in the text, too. */
function readQuotation(node: MarkupElement, place: Place, flow: Flow): void {
  const isInner = isWithin(node, 'q')
  addLeaf(flow, place.wrappers, isInner ? '‘' : '“')
  readChildren(node, place, flow)
  addLeaf(flow, place.wrappers, isInner ? '’' : '”')
}

/** What stands in `noscript` is read when it is the picture that the one before it only promises. */
function readFallback(node: MarkupElement, place: Place, flow: Flow): void {
  if (!firstNamed(node, 'img') || hasInk(node)) return
  const before = node.previous
  const promised = before?.name === 'img' ? before : before && firstNamed(before, 'img')
  if (promised && pictureOf(promised, place.base)) return
  readChildren(node, place, flow)
}
