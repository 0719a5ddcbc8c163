import type { MarkupElement, MarkupNode } from './markup'
import { foreignName } from './foreign'
import type { ParserVocabulary } from './parse'

/** An element while its content is read. */
interface Draft extends MarkupElement {
  readonly children: MarkupNode[]
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()
const MATHEMATICS = 'http://www.w3.org/1998/Math/MathML'

/**
 * What `parseHtml` gives for the serialisation of a node that Chromium has parsed, without that detour: the DOM has
 * settled already what HTML leaves open.
 *
 * @param node a document's element without names and ids that hide its properties, or a fragment
 * @param vocabulary what is kept
 */
export function markupOf(node: Node, vocabulary: ParserVocabulary): MarkupElement {
  const root: Draft = { name: 'html', attributes: NO_ATTRIBUTES, children: [], parent: null, previous: null }
  gather(node, root, null, false, vocabulary)
  return root
}

/** Adds what is kept below a node to `parent`; gives the last element that it holds then. */
function gather(
  node: Node,
  parent: Draft,
  before: MarkupElement | null,
  isFormula: boolean,
  vocabulary: ParserVocabulary,
): MarkupElement | null {
  let previous = before
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) parent.children.push((child as Text).data)
    if (child.nodeType !== Node.ELEMENT_NODE) continue
    const element = child as Element
    const name = nameOf(element, isFormula)
    const fate = vocabulary.fateOf(name)
    if (fate === 'dissolved') previous = gather(element, parent, previous, isFormula, vocabulary)
    if (fate !== 'kept') continue
    const attributes = attributesOf(element, vocabulary.isRead)
    const kept: Draft = { name, attributes, children: [], parent, previous }
    parent.children.push(kept)
    previous = kept
    // The text in a frame is HTML that nobody has parsed.
    if (name !== 'iframe') gather(element, kept, null, isFormula || name === 'math', vocabulary)
  }
  return previous
}

const nameOf = (element: Element, isFormula: boolean): string =>
  isFormula && element.namespaceURI === MATHEMATICS
    ? foreignName('math', element.localName)
    : element.localName

function attributesOf(element: Element, isRead: ParserVocabulary['isRead']): ReadonlyMap<string, string> {
  if (!element.hasAttributes()) return NO_ATTRIBUTES
  let attributes: Map<string, string> | null = null
  for (const name of element.getAttributeNames())
    if (isRead(name))
      attributes = (attributes ?? new Map<string, string>()).set(name, element.getAttribute(name) ?? '')
  return attributes ?? NO_ATTRIBUTES
}
