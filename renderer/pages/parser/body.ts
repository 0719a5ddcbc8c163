import {
  closeParagraph,
  currentOf,
  insert,
  isInScope,
  isParagraphOpen,
  pop,
  popThrough,
  removeFromStack,
  reopenFormatting,
  type Attributes,
  type Builder,
} from './builder'
import { startRoot } from './foreign'
import { activate, activeNamed, adopt, clearToMarker, deactivate } from './formatting'
import { HEADINGS, kindOf, TABLE_PARTS } from './kinds'
import { COLUMNS, endPart, isBetweenCells, startPart } from './tables'

// The insertion mode "in body". Source: https://html.spec.whatwg.org/#parsing-main-inbody

const NONE: Attributes = new Map()
/** Ended by the next of their kind; these may stand open between the two. */
const ITEMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dd', ['dd', 'dt']],
  ['dt', ['dd', 'dt']],
])
const LISTS = new Set(['ol', 'ul'])
const OBJECTS = new Set(['applet', 'marquee', 'object'])
const RUBY = new Set(['rb', 'rtc', 'rt', 'rp'])
/** They are not opened in the formatting that is active, because they begin a block or hold no text. */
const UNFORMATTED = new Set('param source track table rb rtc rt rp'.split(' '))

/** The start tag of an element of HTML whose content is read. */
export function startInBody(builder: Builder, tag: string, attributes: Attributes, isEmpty: boolean): void {
  const name = tag === 'image' ? 'img' : tag
  if (name === 'math' || name === 'svg') return startRoot(builder, name, attributes, isEmpty)
  if (name === 'table') return startTable(builder, attributes)
  if (TABLE_PARTS.has(name) || COLUMNS.has(name)) return startPart(builder, name, attributes)
  const kind = kindOf(name)
  if (kind.isIgnored || (name === 'form' && (builder.form || isBetweenCells(builder)))) return
  endBefore(builder, name)
  if (kind.endsParagraph) closeParagraph(builder)
  if (HEADINGS.has(name) && HEADINGS.has(currentOf(builder).name)) pop(builder)
  if (!kind.endsParagraph && !UNFORMATTED.has(name)) reopenFormatting(builder)
  const node = insert(builder, name, attributes)
  if (!node) return
  if (kind.isFormatting) activate(builder, node)
  if (OBJECTS.has(name)) builder.formatting.push(null)
  if (name === 'form') builder.form = node
}

function startTable(builder: Builder, attributes: Attributes): void {
  if (isBetweenCells(builder)) endPart(builder, 'table')
  insert(builder, 'table', attributes)
}

/** Ends what cannot go on in an element of this name, paragraphs and headings apart. */
function endBefore(builder: Builder, name: string): void {
  const items = ITEMS.get(name)
  if (items) endItem(builder, items)
  else if (name === 'button' && isInScope(builder, name)) popThrough(builder, name)
  else if (name === 'a') endLink(builder)
  else if (name === 'nobr' && isInScope(builder, name)) adopt(builder, name)
  else if (name === 'option' || name === 'optgroup') {
    if (currentOf(builder).name === 'option') pop(builder)
  } else if (RUBY.has(name) && isInScope(builder, 'ruby')) closeImplied(builder, name)
}

/** Ends the item that the next one follows, unless that one stands in a block of the first. */
function endItem(builder: Builder, items: readonly string[]): void {
  for (let index = builder.stack.length - 1; index > 0; index--) {
    const node = builder.stack[index]
    if (!node?.kind.isSpecial || node.kind.isTransparent) continue
    if (items.includes(node.name)) popThrough(builder, node.name)
    return
  }
}

/** Links do not stand in links. */
function endLink(builder: Builder): void {
  const link = activeNamed(builder, 'a')
  if (!link) return
  if (!adopt(builder, 'a')) endOther(builder, 'a')
  deactivate(builder, link)
  removeFromStack(builder, link)
}

const IMPLIED = new Set('dd dt li optgroup option p rb rp rt rtc'.split(' '))

/** Ends the elements whose end tags may be left out. */
function closeImplied(builder: Builder, name: string): void {
  const kept = name === 'rt' || name === 'rp' ? 'rtc' : ''
  for (let { name } = currentOf(builder); IMPLIED.has(name) && name !== kept; { name } = currentOf(builder))
    pop(builder)
}

/** Their end tags end them with all that is open in them. */
const CLOSED = new Set(
  (
    'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer ' +
    'header hgroup listing main menu nav ol pre search section summary ul dd dt'
  ).split(' '),
)

/** The end tag of an element of HTML. */
export function endInBody(builder: Builder, name: string): void {
  if (TABLE_PARTS.has(name)) return endPart(builder, name)
  if (COLUMNS.has(name)) return
  if (name === 'br') return startInBody(builder, name, NONE, false)
  if (endUnstacked(builder, name)) return
  if (name === 'p') return endParagraph(builder)
  if (name === 'form') return endForm(builder)
  if (name === 'li') {
    if (isInScope(builder, name, LISTS)) popThrough(builder, name)
  } else if (CLOSED.has(name)) {
    if (isInScope(builder, name)) popThrough(builder, name)
  } else if (HEADINGS.has(name)) endHeading(builder)
  else if (OBJECTS.has(name)) endObject(builder, name)
  else if (!kindOf(name).isFormatting || !adopt(builder, name)) endOther(builder, name)
}

/** An element that the stack had no room for ends without a trace. */
function endUnstacked({ unstacked }: Builder, name: string): boolean {
  const open = unstacked.get(name) ?? 0
  if (open > 0) unstacked.set(name, open - 1)
  return open > 0
}

function endParagraph(builder: Builder): void {
  if (!isParagraphOpen(builder)) insert(builder, 'p', NONE)
  closeParagraph(builder)
}

function endForm(builder: Builder): void {
  const { form } = builder
  builder.form = null
  if (form?.isOpen && isInScope(builder, 'form')) {
    closeImplied(builder, '')
    removeFromStack(builder, form)
  }
}

/** Any heading's end tag ends any heading. */
function endHeading(builder: Builder): void {
  for (let index = builder.stack.length - 1; index > 0; index--) {
    const node = builder.stack[index]
    if (!node?.kind.isSpecial) continue
    if (HEADINGS.has(node.name)) return popThrough(builder, node.name)
    if (node.kind.isScope) return
  }
}

function endObject(builder: Builder, name: string): void {
  if (!isInScope(builder, name)) return
  popThrough(builder, name)
  clearToMarker(builder)
}

function endOther(builder: Builder, name: string): void {
  for (let index = builder.stack.length - 1; index > 0; index--) {
    const node = builder.stack[index]
    if (node?.name === name) return popThrough(builder, name)
    if (!node || node.kind.isSpecial) return
  }
}
