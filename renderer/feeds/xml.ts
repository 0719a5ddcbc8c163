import { canonicalName, enterScope, rootScope, type Scope } from './names'
import { readProlog, scanXml, type Prolog, type XmlTag, type XmlVisitor } from './scan-xml'
import { resolveUrl } from './urls'

/** Elements deeper than this become part of their ancestor's text: the walks over a tree may then recurse. */
const DEEPEST = 200

/** Fields that hold text only: another field that opens inside one means that its end is missing. */
const PLAIN_FIELDS = new Set(['title', 'link', 'guid', 'pubdate', 'id', 'updated', 'published', 'issued'])
/** Elements that hold entries. */
const LISTS = new Set(['channel', 'items', 'feed', 'rss'])
const FIELDS = new Set([...PLAIN_FIELDS, 'description', 'summary', 'content', 'category', 'item', 'entry'])

export interface XmlElement {
  /** Lower case, with this folder's prefix for its namespace: `title`, `dc:creator`, `media:content`. */
  readonly name: string
  /** By name in lower case as written, values decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** The nearest `xml:base`, absolute; null when neither the element nor an ancestor has one. */
  readonly base: string | null
}

export type XmlNode = XmlElement | string

export interface XmlDocument {
  /** All that stands at the top, junk included. */
  readonly children: readonly XmlNode[]
  /** The innermost elements that were still open when the text ended, outermost first; empty for a whole document. */
  readonly unclosed: readonly XmlElement[]
}

interface OpenElement extends XmlElement {
  readonly written: string
  readonly children: XmlNode[]
  readonly scope: Scope
}

/**
 * Reads XML as it is found: whatever the mistakes, there is a tree. An end tag closes what is open inside it, or
 * nothing when nothing fits; fields of a feed whose end tag is missing end where the next field begins; bare `&`
 * and `<` are text; entities of HTML and of the document type are known, external ones are not fetched, nested
 * ones not expanded. Takes linear time, and the tree is at most 200 deep.
 *
 * @param text the document
 * @param url its address, against which `xml:base` is resolved
 */
export function parseXml(text: string, url: string): XmlDocument {
  const prolog = readProlog(text)
  const root = { name: '', written: '', attributes: new Map(), children: [], base: null, scope: rootScope() }
  const tree: Tree = { ...prolog, url, stack: [root], tooDeep: 0 }
  let unclosed: readonly XmlElement[] = []
  const visitor: XmlVisitor = {
    open: (tag, closed) => finishTag(tree, tag, closed),
    close: name => closeTag(tree, name),
    text: value => addText(tree, value),
  }
  scanXml(prolog, visitor, () => {
    unclosed = tree.stack.slice(1)
  })
  return { children: root.children, unclosed }
}

/** A tree being built: its open elements, the document outermost, and how many ignored ones are open inside. */
interface Tree extends Prolog {
  readonly url: string
  readonly stack: OpenElement[]
  tooDeep: number
}

function addText(tree: Tree, value: string): void {
  if (value !== '') tree.stack[tree.stack.length - 1]?.children.push(value)
}

function finishTag(tree: Tree, { start, end, name, attributes }: XmlTag, closed: boolean): void {
  const { stack, text, decode } = tree
  // `I <3 you` and the like are no tags.
  if (!/^[A-Za-z_\u0080-\uffff]/.test(name)) return addText(tree, decode(text.slice(start - 1, end + 1)))
  if (stack.length > DEEPEST) {
    tree.tooDeep += closed ? 0 : 1
    return
  }
  // `<item/>` inside an item is a stray tag: it ends nothing and holds nothing.
  if (closed && isEntryName(name) && stack.some(open => open.written === name)) return
  const element = openElement(stack, name, attributes, tree.url)
  stack[stack.length - 1]?.children.push(element)
  if (!closed) stack.push(element)
}

function closeTag(tree: Tree, name: string): void {
  if (tree.tooDeep > 0) {
    tree.tooDeep--
    return
  }
  const index = tree.stack.findLastIndex(element => element.written === name)
  if (index > 0) tree.stack.length = index
}

/** A new element under the top of the stack, after ending what its start shows to have lost its end tag. */
function openElement(
  stack: OpenElement[],
  written: string,
  attributes: ReadonlyMap<string, string>,
  url: string,
): OpenElement {
  closeForgotten(stack, written)
  const parent = stack[stack.length - 1] as OpenElement
  const scope = enterScope(parent.scope, attributes)
  const ownBase = attributes.get('xml:base')
  const base = ownBase === undefined ? parent.base : (resolveUrl(ownBase, parent.base ?? url) ?? parent.base)
  return { name: canonicalName(scope, written), written, attributes, children: [], base, scope }
}

/** Ends a plain field that another field follows, and whatever is still open where the next entry begins. */
function closeForgotten(stack: OpenElement[], written: string): void {
  const opening = localName(written)
  if (!FIELDS.has(opening)) return
  const current = stack[stack.length - 1]
  if (current && PLAIN_FIELDS.has(localName(current.written))) stack.pop()
  if (!isEntryName(opening)) return
  const list = stack.findLastIndex(element => holdsEntries(element.written, written))
  if (list < 0) return
  const open = stack.findIndex(element => element.written === written)
  stack.length = open > 0 ? open : list + 1
}

/** Whether an element is the list of entries written with that name: `content:item` is none of a channel's. */
function holdsEntries(list: string, entry: string): boolean {
  const name = localName(list)
  return name === 'rdf' || (LISTS.has(name) && prefixOf(list) === prefixOf(entry))
}

function isEntryName(name: string): boolean {
  return name === 'item' || name === 'entry'
}

function prefixOf(written: string): string {
  return written.slice(0, written.indexOf(':') + 1)
}

function localName(written: string): string {
  return written.slice(written.indexOf(':') + 1).toLowerCase()
}
