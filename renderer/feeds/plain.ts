import { decodeReferences } from './references'

/** The tags that people put into titles and descriptions; any other `<word>` there is meant as text. */
const TAGS = new Set(
  (
    'a abbr acronym article b big blockquote br center cite code dd del dfn div dl dt em figure figcaption font h1 h2 h3 h4 ' +
    'h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike strong sub sup tt u ul var wbr'
  ).split(' '),
)
/** Tags that end a line, so that the words on both sides do not run together. */
const BREAKS = /^(?:br|p|div|li|h\d|hr|dd|dt|blockquote|article|section)$/

/** One line of plain text from HTML: tags dropped, references decoded, white space folded. */
export function plainText(html: string): string {
  const untagged = html.includes('<')
    ? html.replace(/<!--[^>]{0,200}-->|<\/?([a-z][a-z\d]{0,12})(?:\s[^<>]*)?\/?>/gi, (tag, name?: string) => {
        const lower = name?.toLowerCase() ?? ''
        if (name !== undefined && !TAGS.has(lower)) return tag
        return BREAKS.test(lower) ? ' ' : ''
      })
    : html
  return oneLine(decodeReferences(untagged))
}

/** White space folded to single spaces, soft hyphens and zero-width spaces dropped. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
