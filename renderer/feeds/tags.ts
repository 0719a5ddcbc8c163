import { tokenize } from './tokenize'

export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string
  /** As written, references not decoded. */
  readonly value: string
  /** Where the value stands in the HTML. */
  readonly start: number
  readonly end: number
}

/** What a scan reports, in the order of the HTML; names in lower case. */
export interface HtmlVisitor {
  readonly open: (name: string, attributes: readonly HtmlAttribute[]) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/**
 * Walks over the tags and the text of HTML, however broken, without building a tree. Comments are skipped, and the
 * insides of scripts and styles are no tags. Linear time.
 */
export function scanHtml(html: string, visitor: HtmlVisitor): void {
  let name = ''
  let attributes: HtmlAttribute[] = []
  let attribute = ''
  const open = (): void => visitor.open(name, attributes)
  tokenize(html, 'html', {
    onopentagname: (start, end) => {
      name = html.slice(start, end).toLowerCase()
      attributes = []
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase()
    },
    onattribdata: (start, end) => {
      attributes.push({ name: attribute, value: html.slice(start, end), start, end })
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) => visitor.close?.(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => visitor.text?.(html.slice(start, end)),
  })
}
