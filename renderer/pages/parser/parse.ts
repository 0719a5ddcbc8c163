import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { createBuilder, insertText, type Attributes, type OpenElement } from './builder'
import { isForeign } from './foreign'
import type { MarkupElement } from './markup'
import { settle, type Fate } from './settle'
import { endTag, hasNoRawText, isSkipping, startTag, skippedText } from './tags'

const NO_ATTRIBUTES: Attributes = new Map()
const nothing = (): void => undefined

/** What of a document is wanted; names are in small letters. */
export interface ParserVocabulary {
  readonly isRead: (attribute: string) => boolean
  readonly fateOf: (element: string) => Fate
}

/**
 * The elements and the text of an HTML document, nested as Chromium's parser does it where scripts do not run. Left
 * out are comments, everything that belongs into a head, and the content of scripts, styles, frames, templates,
 * selections and text fields. Never throws; nothing nests deeper than 512 elements, and the time is in proportion to
 * the length.
 *
 * @param vocabulary what is kept
 */
export function parseHtml(html: string, vocabulary: ParserVocabulary): MarkupElement {
  // In HTML such a section is a comment that ends at the first `>`.
  const source = html.includes('<![CDATA[') ? html.replaceAll('<![CDATA[', '<!CDATA[') : html
  const { handlers, root } = createHandlers(source, vocabulary.isRead)
  const tokenizer = new Tokenizer({ decodeEntities: source.includes('&') }, handlers)
  tokenizer.write(source)
  tokenizer.end()
  settle(root, vocabulary.fateOf)
  return root
}

/** Gathers what the tokeniser reports into tags with attributes and whole pieces of text. */
function createHandlers(
  source: string,
  isRead: (attribute: string) => boolean,
): { handlers: TokenizerCallbacks; root: OpenElement } {
  const builder = createBuilder()
  let text = ''
  let name = ''
  let attributes: Map<string, string> | null = null
  let attribute = ''
  let value = ''
  let isKept = false
  const nameAt = (start: number, end: number): string => source.slice(start, end).toLowerCase()
  const endText = (): void => {
    if (text !== '') insertText(builder, text)
    text = ''
  }
  const endStart = (isEmpty: boolean): void => {
    startTag(builder, name, attributes ?? NO_ATTRIBUTES, isEmpty)
    attributes = null
  }
  const handlers: TokenizerCallbacks = {
    onopentagname(start, end) {
      endText()
      name = nameAt(start, end)
    },
    onattribname(start, end) {
      attribute = nameAt(start, end)
      isKept = isRead(attribute) && !attributes?.has(attribute)
      value = ''
    },
    onattribdata(start, end) {
      if (isKept) value += source.slice(start, end)
    },
    onattribentity(codePoint) {
      if (isKept) value += String.fromCodePoint(codePoint)
    },
    onattribend() {
      if (isKept) attributes = (attributes ?? new Map<string, string>()).set(attribute, value)
    },
    onopentagend: () => endStart(false),
    onselfclosingtag: () => endStart(true),
    onclosetag(start, end) {
      endText()
      endTag(builder, nameAt(start, end))
    },
    ontext(start, end) {
      if (isSkipping(builder)) skippedText(builder, source, start, end)
      else text += source.slice(start, end)
    },
    ontextentity(codePoint) {
      if (!isSkipping(builder)) text += String.fromCodePoint(codePoint)
    },
    isInForeignContext: () => isForeign(builder) || hasNoRawText(builder),
    onend: endText,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
  }
  return { handlers, root: builder.stack[0] as OpenElement }
}
