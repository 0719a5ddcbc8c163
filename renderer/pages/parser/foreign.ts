import {
  currentOf,
  insertElement,
  pop,
  reopenFormatting,
  type Attributes,
  type Builder,
  type Namespace,
} from './builder'
import { BREAKOUTS, FOREIGN, INTEGRATION } from './kinds'

// Mathematics and vector pictures. Source: https://html.spec.whatwg.org/#parsing-main-inforeign

const MATH_TEXT = new Set(['mi', 'mo', 'mn', 'ms', 'mtext'])
const SVG_HTML = new Set(['foreignobject', 'desc', 'title'])
/** The elements of MathML whose names say so; others, which it does not have, get a prefix. */
const MATH_NAME = /^(?:m.*|semantics|annotation|annotation-xml|none)$/

/** Whether the text and the tags that follow are not HTML. */
export function isForeign(builder: Builder): boolean {
  const { namespace, kind } = currentOf(builder)
  return namespace !== 'html' && !kind.isScope
}

/** Whether a start tag belongs to the foreign content that stands around it. */
export function isForeignStart(builder: Builder, name: string): boolean {
  const { name: outer, namespace } = currentOf(builder)
  if (namespace === 'html') return false
  if (namespace === 'math' && MATH_TEXT.has(outer)) return name === 'mglyph' || name === 'malignmark'
  return isForeign(builder) && !(outer === 'annotation-xml' && name === 'svg')
}

/** `math` or `svg` in HTML. */
export function startRoot(builder: Builder, name: Namespace, attributes: Attributes, isEmpty: boolean): void {
  reopenFormatting(builder)
  insertElement(builder, name, attributes, name, FOREIGN, !isEmpty)
}

/** @returns false for an element of HTML that ends the foreign content, and is still to be read */
export function startForeign(
  builder: Builder,
  name: string,
  attributes: Attributes,
  isEmpty: boolean,
): boolean {
  if (BREAKOUTS.has(name)) {
    leave(builder)
    return false
  }
  const { namespace } = currentOf(builder)
  const kind = holdsHtml(namespace, name, attributes) ? INTEGRATION : FOREIGN
  insertElement(builder, foreignName(namespace, name), attributes, namespace, kind, !isEmpty)
  return true
}

/** @returns false when the end tag ends nothing foreign, and is still to be read */
export function endForeign(builder: Builder, name: string): boolean {
  if (name === 'br' || name === 'p') {
    leave(builder)
    return false
  }
  for (let index = builder.stack.length - 1; index > 0; index--) {
    const node = builder.stack[index]
    if (!node || node.namespace === 'html') return false
    if (node.name !== foreignName(node.namespace, name)) continue
    while (pop(builder) !== node);
    return true
  }
  return false
}

function leave(builder: Builder): void {
  while (isForeign(builder)) pop(builder)
}

/** An element of another vocabulary, as a name among those of HTML. */
export const foreignName = (namespace: Namespace, name: string): string =>
  name === namespace || (namespace === 'math' && MATH_NAME.test(name)) ? name : `${namespace}:${name}`

function holdsHtml(namespace: Namespace, name: string, attributes: Attributes): boolean {
  if (namespace === 'svg') return SVG_HTML.has(name)
  const encoding = name === 'annotation-xml' ? attributes.get('encoding')?.toLowerCase() : ''
  return MATH_TEXT.has(name) || encoding === 'text/html' || encoding === 'application/xhtml+xml'
}
