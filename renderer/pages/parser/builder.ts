import { kindOf, TABLE_FRAMES, TABLE_PARTS, type Kind } from './kinds'
import type { MarkupElement, MarkupNode } from './markup'

/** As many elements as Chromium nests; what is deeper stands beside the deepest one. */
const MOST_OPEN = 512
/** Elements that are opened again, in all: a short document can ask for the square of its length. */
const MOST_REOPENED = 50_000

export type Namespace = 'html' | 'math' | 'svg'
export type Attributes = ReadonlyMap<string, string>

/** An element while the tree grows. */
export interface OpenElement extends MarkupElement {
  children: MarkupNode[]
  parent: OpenElement | null
  /** Known when the tree is settled. */
  previous: OpenElement | null
  readonly namespace: Namespace
  readonly kind: Kind
  /** The nearest part of a table, the element itself included; '' outside of tables. */
  readonly part: string
  /** Whether it stands in the stack of open elements. */
  isOpen: boolean
}

/** The state of tree construction. Source: https://html.spec.whatwg.org/#parse-state */
export interface Builder {
  readonly stack: OpenElement[]
  /** The list of active formatting elements; null is a marker. */
  readonly formatting: (OpenElement | null)[]
  /** Open elements that the stack has no room for, by name. */
  readonly unstacked: Map<string, number>
  form: OpenElement | null
  /** The element whose content is passed over until its end tag, or ''. */
  raw: string
  /** Whether the next end tag of a script is part of the script. */
  isScriptHidden: boolean
  /** Open `template` elements, whose content is passed over. */
  templates: number
  isInSelect: boolean
  reopened: number
}

export function createBuilder(): Builder {
  const root = elementOf('html', new Map(), 'html', kindOf('html'), null)
  root.isOpen = true
  return {
    stack: [root],
    formatting: [],
    unstacked: new Map(),
    form: null,
    raw: '',
    isScriptHidden: false,
    templates: 0,
    isInSelect: false,
    reopened: 0,
  }
}

function elementOf(
  name: string,
  attributes: Attributes,
  namespace: Namespace,
  kind: Kind,
  parent: OpenElement | null,
): OpenElement {
  const isPart = namespace === 'html' && TABLE_PARTS.has(name)
  return {
    name,
    attributes,
    children: [],
    parent: null,
    previous: null,
    namespace,
    kind,
    part: isPart ? name : (parent?.part ?? ''),
    isOpen: false,
  }
}

export const currentOf = (builder: Builder): OpenElement => builder.stack.at(-1) as OpenElement

/** Puts a new HTML element at the place where the document stands, and opens it unless it is void. */
export function insert(builder: Builder, name: string, attributes: Attributes): OpenElement | null {
  const kind = kindOf(name)
  return insertElement(builder, name, attributes, 'html', kind, !kind.isVoid && !kind.isRaw)
}

const isFull = ({ stack }: Builder): boolean => stack.length > MOST_OPEN

/** @returns the element, or null when it is not open: it is void, or too deep for the stack */
export function insertElement(
  builder: Builder,
  name: string,
  attributes: Attributes,
  namespace: Namespace,
  kind: Kind,
  hasContent: boolean,
): OpenElement | null {
  const current = currentOf(builder)
  const node = elementOf(name, attributes, namespace, kind, current)
  const isTooDeep = isFull(builder)
  place(builder, node, isTooDeep ? (current.parent ?? current) : current)
  if (!hasContent) return null
  if (isTooDeep) {
    builder.unstacked.set(name, (builder.unstacked.get(name) ?? 0) + 1)
    return null
  }
  builder.stack.push(node)
  node.isOpen = true
  return node
}

/** Puts a node last into another one, or before the table when that one holds parts of tables alone. */
export function place(builder: Builder, node: OpenElement, parent: OpenElement): void {
  if (!holdsPartsAlone(parent) || TABLE_PARTS.has(node.name)) {
    node.parent = parent
    parent.children.push(node)
    return
  }
  const { host, index } = beforeTable(builder)
  node.parent = host
  host.children.splice(index, 0, node)
}

export const holdsPartsAlone = (node: OpenElement): boolean =>
  node.part === node.name && TABLE_FRAMES.has(node.name)

function beforeTable({ stack }: Builder): { host: OpenElement; index: number } {
  const table = stack.findLast(node => node.name === 'table')
  const host = table?.parent ?? (stack[0] as OpenElement)
  return { host, index: table ? host.children.lastIndexOf(table) : host.children.length }
}

/** Adds text where the document stands. */
export function insertText(builder: Builder, text: string): void {
  const { namespace, kind } = currentOf(builder)
  // White space between the parts of a table is no text, and stays where it is.
  const isBetween = holdsPartsAlone(currentOf(builder))
  const isText = !isBetween || /[^ \t\n\f\r]/.test(text)
  if (isText && (namespace === 'html' || kind.isScope)) reopenFormatting(builder)
  const current = currentOf(builder)
  if (!isText || !holdsPartsAlone(current)) return addText(current.children, current.children.length, text)
  const { host, index } = beforeTable(builder)
  addText(host.children, index, text)
}

function addText(children: MarkupNode[], index: number, text: string): void {
  const before = children[index - 1]
  if (typeof before === 'string') children[index - 1] = before + text
  else if (index === children.length) children.push(text)
  else children.splice(index, 0, text)
}

export function pop(builder: Builder): OpenElement {
  const node = builder.stack.pop() as OpenElement
  node.isOpen = false
  return node
}

/** Closes elements up to and with the innermost one of a name, which is open. */
export function popThrough(builder: Builder, name: string): void {
  while (builder.stack.length > 1 && pop(builder).name !== name);
}

export function removeFromStack({ stack }: Builder, node: OpenElement): void {
  const index = stack.lastIndexOf(node)
  if (index > 0) stack.splice(index, 1)
  node.isOpen = false
}

const NO_BOUNDS: ReadonlySet<string> = new Set()

/** Whether an element of a name is open inside of the innermost table, cell, object or one of `bounds`. */
export function isInScope({ stack }: Builder, name: string, bounds = NO_BOUNDS): boolean {
  for (let index = stack.length - 1; index > 0; index--) {
    const node = stack[index] as OpenElement
    if (node.name === name) return true
    if (node.kind.isSpecial && (node.kind.isScope || bounds.has(node.name))) return false
  }
  return false
}

const BUTTONS: ReadonlySet<string> = new Set(['button'])

export const isParagraphOpen = (builder: Builder): boolean => isInScope(builder, 'p', BUTTONS)

/** Closes the paragraph that is open, if one is. */
export function closeParagraph(builder: Builder): void {
  if (isParagraphOpen(builder)) popThrough(builder, 'p')
}

/** Opens the active formatting elements again that ended before their end tags. */
export function reopenFormatting(builder: Builder): void {
  const { formatting } = builder
  const last = formatting.at(-1)
  if (!last || last.isOpen || isFull(builder)) return
  let index = formatting.length - 1
  while (index > 0 && formatting[index - 1]?.isOpen === false) index--
  for (; index < formatting.length; index++) {
    const { name, attributes } = formatting[index] as OpenElement
    const node = builder.reopened++ < MOST_REOPENED ? insert(builder, name, attributes) : null
    if (!node) {
      formatting.length = index
      return
    }
    formatting[index] = node
  }
}
