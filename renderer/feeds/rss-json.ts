import { isElement } from './elements'
import type { XmlElement, XmlNode } from './xml'

/** Deeper than any part of RSS; what lies below is left out. */
const DEEPEST = 10

/** The field that holds an element's text where there are attributes beside it. */
const TEXT = '#value'

/**
 * RSS written as JSON, as some weblogs offer it (github.com/scripting/rssInJson): the `rss` element as the same tree
 * that XML gives. A field is an attribute as well as an element, because JSON does not tell the two apart.
 *
 * @param value a parsed JSON text
 * @returns null when it is none
 */
export function readRssJson(value: Readonly<Record<string, unknown>>): XmlElement | null {
  const rss = value['rss']
  const isRss = typeof rss === 'object' && rss !== null && 'channel' in rss
  return isRss ? (toElements('rss', rss, 0)[0] ?? null) : null
}

function toElements(name: string, value: unknown, depth: number): readonly XmlElement[] {
  if (depth > DEEPEST || value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((part: unknown) => toElements(name, part, depth + 1))
  if (typeof value !== 'object') return [element(name, new Map(), [String(value)])]
  const fields = Object.entries(value as Readonly<Record<string, unknown>>)
  const text = fields.find(([key]) => key === TEXT)?.[1]
  const children = fields.flatMap(([key, part]) => (key === TEXT ? [] : toElements(key, part, depth + 1)))
  const attributes = new Map(
    children
      .filter(child => child.children.every(part => !isElement(part)))
      .map(child => [child.name, child.children.join('')]),
  )
  return [element(name, attributes, text === undefined ? children : [String(text)])]
}

function element(
  name: string,
  attributes: ReadonlyMap<string, string>,
  children: readonly XmlNode[],
): XmlElement {
  return { name: name.toLowerCase(), attributes, children, base: null }
}
