import { takeDoctype } from './doctype'
import { dropForbidden } from './forbidden'
import { createDecoder, type Decoder } from './references'
import { tokenize } from './tokenize'

/** An XML text without its document type, and how references in it are read. */
export interface Prolog {
  readonly text: string
  readonly decode: Decoder
}

/** A start tag; it may be none at all, such as the `<3` in `I <3 you`. */
export interface XmlTag {
  /** As written. */
  readonly name: string
  /** By name in lower case, values decoded; of an attribute given twice the first. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where its name begins, and where its `>` stands. */
  readonly start: number
  readonly end: number
}

/** What a scan reports, in the order of the text. */
export interface XmlVisitor {
  /** @param closed `<a/>`, which needs no end tag */
  readonly open: (tag: XmlTag, closed: boolean) => void
  readonly close: (name: string) => void
  readonly text?: (value: string) => void
}

/** Takes the document type out of a text, and the characters that XML forbids. */
export function readProlog(text: string): Prolog {
  const { text: rest, entities } = takeDoctype(dropForbidden(text))
  return { text: rest, decode: createDecoder(entities) }
}

/**
 * Walks over the tags and the text of XML, however broken, in linear time.
 *
 * @param beforeEnd called when all whole tags are reported, before what the text breaks off in
 */
export function scanXml({ text, decode }: Prolog, visitor: XmlVisitor, beforeEnd?: () => void): void {
  let start = 0
  let name = ''
  let attributes = new Map<string, string>()
  let attribute = ''
  const addText = (value: string): void => {
    if (value !== '') visitor.text?.(value)
  }
  const open = (end: number, closed: boolean): void => visitor.open({ name, attributes, start, end }, closed)
  tokenize(
    text,
    'xml',
    {
      ontext: (from, to) => addText(decode(text.slice(from, to))),
      oncdata: (from, to, endOffset) => addText(text.slice(from, to - endOffset)),
      onopentagname: (from, to) => {
        start = from
        name = text.slice(from, to)
        attributes = new Map()
      },
      onattribname: (from, to) => {
        attribute = text.slice(from, to).toLowerCase()
        if (!attributes.has(attribute)) attributes.set(attribute, '')
      },
      onattribdata: (from, to) => {
        if (attributes.get(attribute) === '') attributes.set(attribute, decode(text.slice(from, to)))
      },
      onopentagend: end => open(end, false),
      onselfclosingtag: end => open(end, true),
      onclosetag: (from, to) => visitor.close(text.slice(from, to)),
    },
    beforeEnd,
  )
}
