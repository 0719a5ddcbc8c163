import type { XmlElement, XmlNode } from './xml'
import { escapeAttribute, escapeText } from './references'

/** Elements of HTML that have no end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** The child elements with one of the names, in the document's order. */
export function childrenNamed(parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (const child of parent.children) if (isElement(child) && names.includes(child.name)) found.push(child)
  return found
}

/** The first child element with the name. */
export function childNamed(parent: XmlElement, name: string): XmlElement | null {
  for (const child of parent.children) if (isElement(child) && child.name === name) return child
  return null
}

/** The trimmed text of an element, with that of the elements inside it. */
export function textOf(element: XmlElement): string {
  return joinText(element).trim()
}

function joinText(element: XmlElement): string {
  if (element.children.length === 1 && typeof element.children[0] === 'string') return element.children[0]
  return element.children.map(child => (isElement(child) ? joinText(child) : child)).join('')
}

/** The text of the first child with one of the names, tried in their order, that has any; else `''`. */
export function firstText(parent: XmlElement, ...names: readonly string[]): string {
  for (const name of names)
    for (const child of childrenNamed(parent, name)) {
      const text = textOf(child)
      if (text !== '') return text
    }
  return ''
}

/**
 * What an element holds, as HTML: text stands as the markup that it is, and elements that someone forgot to
 * escape are written out as markup too.
 */
export function markupOf(element: XmlElement): string {
  return element.children.some(isElement) ? innerMarkup(element) : textOf(element)
}

/** The elements and text inside an element written out as HTML. */
export function innerMarkup(element: XmlElement): string {
  return element.children.map(writeNode).join('').trim()
}

function writeNode(node: XmlNode): string {
  if (!isElement(node)) return escapeText(node)
  const name = node.name.replace(/^xhtml:/, '')
  let tag = `<${name}`
  for (const [attribute, value] of node.attributes)
    if (!attribute.startsWith('xmlns')) tag += ` ${attribute}="${escapeAttribute(value)}"`
  const inner = node.children.map(writeNode).join('')
  if (VOID.has(name)) return `${tag}>${inner}`
  return `${tag}>${inner}</${name}>`
}
