import { currentOf, isInScope, place, pop, removeFromStack, type Builder, type OpenElement } from './builder'

/** So many like elements may be active at the same time ("Noah's Ark clause"). */
const MOST_ALIKE = 3
/** No document needs more; each may be opened again in every block. */
const MOST_ACTIVE = 64
const OUTER_ROUNDS = 8
const INNER_ROUNDS = 3

/** Makes an element one that is opened again in the next block. */
export function activate({ formatting }: Builder, node: OpenElement): void {
  const alike: number[] = []
  for (let index = formatting.length - 1; index >= 0; index--) {
    const other = formatting[index]
    if (!other) break
    if (areAlike(node, other)) alike.push(index)
  }
  const earliest = alike[MOST_ALIKE - 1]
  if (earliest !== undefined) formatting.splice(earliest, 1)
  if (formatting.length >= MOST_ACTIVE) formatting.shift()
  formatting.push(node)
}

function areAlike(node: OpenElement, other: OpenElement): boolean {
  if (node.name !== other.name || node.attributes.size !== other.attributes.size) return false
  for (const [name, value] of node.attributes) if (other.attributes.get(name) !== value) return false
  return true
}

export function clearToMarker({ formatting }: Builder): void {
  while (formatting.length > 0 && formatting.pop() !== null);
}

/** The innermost active formatting element of a name, up to the last marker. */
export function activeNamed({ formatting }: Builder, name: string): OpenElement | null {
  for (let index = formatting.length - 1; index >= 0; index--) {
    const node = formatting[index]
    if (!node) return null
    if (node.name === name) return node
  }
  return null
}

export function deactivate({ formatting }: Builder, node: OpenElement): void {
  const index = formatting.lastIndexOf(node)
  if (index >= 0) formatting.splice(index, 1)
}

/**
 * The end tag of a formatting element, which may end inside of blocks that began in it.
 * Source: https://html.spec.whatwg.org/#adoption-agency-algorithm
 *
 * @returns false when there is nothing that it ends
 */
export function adopt(builder: Builder, name: string): boolean {
  const current = currentOf(builder)
  if (current.name === name && !builder.formatting.includes(current)) {
    pop(builder)
    return true
  }
  for (let round = 0; round < OUTER_ROUNDS; round++) {
    const node = activeNamed(builder, name)
    if (!node) return false
    if (!node.isOpen) {
      deactivate(builder, node)
      return true
    }
    if (!isInScope(builder, name)) return true
    const start = builder.stack.lastIndexOf(node)
    const block = builder.stack.find((inner, index) => index > start && inner.kind.isSpecial)
    if (!block) {
      while (pop(builder) !== node);
      deactivate(builder, node)
      return true
    }
    adoptBlock(builder, node, block)
  }
  return true
}

/** Takes a block out of a formatting element, and puts the formatting into the block instead. */
function adoptBlock(builder: Builder, node: OpenElement, block: OpenElement): void {
  const { stack, formatting } = builder
  const ancestor = stack[stack.lastIndexOf(node) - 1] as OpenElement
  let bookmark = formatting.lastIndexOf(node)
  let last = block
  let at = stack.lastIndexOf(block)
  for (let round = 1; ; round++) {
    const inner = stack[--at] as OpenElement
    if (inner === node) break
    const active = formatting.lastIndexOf(inner)
    if (active < 0 || round > INNER_ROUNDS) {
      if (active >= 0) formatting.splice(active, 1)
      if (active >= 0 && active < bookmark) bookmark--
      removeFromStack(builder, inner)
      continue
    }
    const copy = copyOf(inner)
    formatting[active] = copy
    inner.isOpen = false
    stack[at] = copy
    copy.isOpen = true
    if (last === block) bookmark = active + 1
    detach(last)
    append(copy, last)
    last = copy
  }
  detach(last)
  place(builder, last, ancestor)
  replaceActive(builder, node, block, fillWithCopy(block, node), bookmark)
}

/** A new, empty element like another one; it stands nowhere yet. */
const copyOf = (node: OpenElement): OpenElement => ({ ...node, children: [], parent: null, isOpen: false })

function detach(node: OpenElement): void {
  const siblings = node.parent?.children ?? []
  const index = siblings.lastIndexOf(node)
  if (index >= 0) siblings.splice(index, 1)
  node.parent = null
}

function append(parent: OpenElement, node: OpenElement): void {
  node.parent = parent
  parent.children.push(node)
}

/** Puts all that a block holds into a copy of the formatting element, which becomes its only child. */
function fillWithCopy(block: OpenElement, node: OpenElement): OpenElement {
  const copy = copyOf(node)
  for (const child of block.children) {
    copy.children.push(child)
    if (typeof child !== 'string') (child as OpenElement).parent = copy
  }
  block.children.length = 0
  append(block, copy)
  return copy
}

/** The copy takes the element's place among the active ones, and stands open inside of the block. */
function replaceActive(
  { stack, formatting }: Builder,
  node: OpenElement,
  block: OpenElement,
  copy: OpenElement,
  bookmark: number,
): void {
  const index = formatting.lastIndexOf(node)
  formatting.splice(index, 1)
  formatting.splice(index < bookmark ? bookmark - 1 : bookmark, 0, copy)
  stack.splice(stack.lastIndexOf(node), 1)
  node.isOpen = false
  stack.splice(stack.lastIndexOf(block) + 1, 0, copy)
  copy.isOpen = true
}
