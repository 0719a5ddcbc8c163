import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** A start tag; all names are in small letters, references are decoded. */
export interface StartTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** What stands in an HTML text, in its order. */
export interface TagEvents {
  readonly start: (tag: StartTag) => void
  readonly text: (piece: string) => void
  readonly end: (name: string) => void
}

/** Only these are kept: icons in bookmarks are many times larger than everything else. */
const READ = /^(?:href|add_date|time_added|tags|personal_toolbar_folder|unfiled_bookmarks_folder)$/

const nothing = (): void => undefined

/** Reports tags and text of HTML, in linear time whatever the text; comments and the like are left out. */
export function readTags(text: string, events: TagEvents): void {
  let name = ''
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const open = (): void => {
    events.start({ name, attributes })
    attributes = new Map()
  }
  const nameAt = (start: number, end: number): string => text.slice(start, end).toLowerCase()
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => void (name = nameAt(start, end)),
    onattribname: (start, end) => void ([attribute, value] = [nameAt(start, end), '']),
    onattribdata: (start, end) => {
      if (READ.test(attribute)) value += text.slice(start, end)
    },
    onattribentity: code => void (value += String.fromCodePoint(code)),
    onattribend: () => {
      if (READ.test(attribute) && !attributes.has(attribute)) attributes.set(attribute, value)
    },
    onopentagend: open,
    onselfclosingtag: open,
    ontext: (start, end) => events.text(text.slice(start, end)),
    ontextentity: code => events.text(String.fromCodePoint(code)),
    onclosetag: (start, end) => events.end(nameAt(start, end)),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onprocessinginstruction: nothing,
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks)
  tokenizer.write(text)
  tokenizer.end()
}
