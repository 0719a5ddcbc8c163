import { dropForbidden } from './forbidden'

/** Entities longer than this are no abbreviations. */
const LONGEST_VALUE = 1000
const MOST_ENTITIES = 1000
/** Declarations further than this into a document type are not looked for. */
const LONGEST_SUBSET = 262_144

/** A document without its document type, and the entities that it declares. */
export interface Prolog {
  readonly text: string
  readonly entities: ReadonlyMap<string, string>
}

/**
 * Takes the document type out of an XML text (XML 1.0, section 2.8). Only general entities with a value of their
 * own are read; parameter entities and whatever lies in another file are ignored, never fetched.
 */
export function takeDoctype(text: string): Prolog {
  const none: Prolog = { text, entities: new Map() }
  const start = text.slice(0, 65_536).search(/<!doctype\s/i)
  if (start < 0) return none
  const end = findDoctypeEnd(text, start)
  if (end < 0) return none
  return {
    text: text.slice(0, start) + text.slice(end),
    entities: readEntities(text.slice(start, Math.min(end, start + LONGEST_SUBSET))),
  }
}

/** The index after the closing `>`, past an internal subset in brackets and quoted strings; -1 without one. */
function findDoctypeEnd(text: string, start: number): number {
  let bracketed = false
  let quote = ''
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index)
    if (quote) {
      if (character === quote) quote = ''
    } else if (bracketed && text.startsWith('<!--', index)) {
      const close = text.indexOf('-->', index)
      if (close < 0) return -1
      index = close + 2
    } else if (character === '"' || character === "'") quote = character
    else if (character === '[') bracketed = true
    else if (character === ']') bracketed = false
    else if (character === '>' && !bracketed) return index + 1
  }
  return -1
}

function readEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  const declaration = /<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,31})\s{1,20}(?:"([^"]{0,1000})"|'([^']{0,1000})')/g
  for (const [, name, double, single] of doctype.matchAll(declaration)) {
    if (entities.size >= MOST_ENTITIES) break
    const value = double ?? single ?? ''
    // The first declaration of a name holds (XML 1.0, section 4.2).
    if (name !== undefined && !entities.has(name) && value.length <= LONGEST_VALUE)
      entities.set(name, decodeCharacters(value))
  }
  return entities
}

/** Character references in a value are replaced where it is declared (XML 1.0, section 4.4.5). */
function decodeCharacters(value: string): string {
  return value.replace(
    /&#(?:(\d{1,7})|x([\da-fA-F]{1,6}));/g,
    (whole, decimal?: string, hexadecimal?: string) => {
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10)
      return code > 0 && code <= 0x10ffff ? dropForbidden(String.fromCodePoint(code)) : whole
    },
  )
}
