import DOMPurify, { type Config } from 'dompurify'
import { treeOf } from './convert'
import { baseOf } from './links'
import { markupOf, parseHtml, type ParserVocabulary } from './parser'
import { escapeText, serialise, textOfTree, type TreeElement } from './tree'
import {
  CANONICAL_ATTRIBUTES,
  CANONICAL_ELEMENTS,
  READ_ATTRIBUTES,
  READ_ELEMENTS,
  REMOVED,
} from './vocabulary'

/** A feed entry longer than this is not an article; what follows is cut off. */
const LONGEST_CONTENT = 5_000_000

/** For reading: what the conversion looks at. */
const READING: ParserVocabulary = {
  isRead: name => READ_ATTRIBUTES.has(name) || name.startsWith('data-'),
  fateOf: name => {
    if (READ_ELEMENTS.has(name)) return 'kept'
    return REMOVED.has(name) || name.startsWith('math:') ? 'removed' : 'dissolved'
  },
}
/** For showing: exactly the canonical elements and attributes. */
const SHOWING: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...CANONICAL_ELEMENTS],
  ALLOWED_ATTR: [...CANONICAL_ATTRIBUTES],
  // Only `href` leads anywhere; nothing loads `data-picture`, the reader looks it up in the library.
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ADD_URI_SAFE_ATTR: CANONICAL_ATTRIBUTES.filter(name => name !== 'href'),
  FORBID_CONTENTS: [...REMOVED],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
}

/**
 * The canonical blocks of any HTML. No DOM reads it: the conversion writes only the elements and attributes of the
 * vocabulary, and links and pictures only with addresses that were checked. It is sanitised by DOMPurify when it is
 * shown, so that two independent allow-lists stand between a page and the reader.
 */
export const canonicalTree = (html: string, baseUrl: string): readonly TreeElement[] =>
  treeOf(parseHtml(html, READING), baseOf(baseUrl))

/** As `canonicalTree`, of everything in a node that Chromium has parsed. The node stays as it is. */
export const canonicalTreeOf = (node: Node, baseUrl: string): readonly TreeElement[] =>
  treeOf(markupOf(node, READING), baseOf(baseUrl))

/**
 * Canonical HTML: a fixed point (`sanitise(sanitise(x, base), base) === sanitise(x, base)`) that holds text,
 * headings from `h2`, lists, tables, quotations, code, figures, details, ruby, basic MathML and absolute links. No
 * style, class, id, handler, form, frame, script or vector picture. Pictures are `<img data-picture="address">`
 * without `src`, so showing it fetches nothing; players and frames are links. All text stands in a block, no block is
 * empty, nesting is at most 24 containers deep. Never throws; content beyond five million characters is cut off.
 *
 * @param baseUrl the address that relative links are resolved against; '' drops them
 */
export const sanitise = (html: string, baseUrl: string): string =>
  serialise(canonicalTree(html.slice(0, LONGEST_CONTENT), baseUrl))

/** A feed entry's content to keep: canonical HTML, and the text of it. */
export interface Content {
  readonly html: string
  /** `textOfHtml(html).text` */
  readonly text: string
}

/** As `sanitise`, for a feed entry's content, with its text; one without any tag is plain text with line breaks. */
export function readContent(html: string, baseUrl: string): Content {
  const content = html.slice(0, LONGEST_CONTENT)
  const tree = canonicalTree(/<[a-z!/]/i.test(content) ? content : paragraphsOfText(content), baseUrl)
  return { html: serialise(tree), text: textOfTree(tree) }
}

/** The canonical HTML of a feed entry's content alone: see `readContent`. */
export const feedContent = (html: string, baseUrl: string): string => readContent(html, baseUrl).html

/** Paragraphs at blank lines, line breaks elsewhere; references stay references. */
const paragraphsOfText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map(paragraph => `<p>${paragraph.replaceAll('<', '&lt;').trim().replaceAll('\n', '<br>')}</p>`)
    .join('')

/** Plain text as the HTML that `sanitise` takes. */
export const htmlOfText = (text: string): string => paragraphsOfText(escapeText(text))

/**
 * Stored canonical HTML as nodes to show, sanitised once more, so that nothing depends on what was stored before.
 *
 * Works under enforced Trusted Types: only DOMPurify turns a string into nodes, through the policy named `dompurify`
 * that it makes at its first use in a window. The reader's Content-Security-Policy says
 * `require-trusted-types-for 'script'; trusted-types dompurify`, and no code of ours makes a policy.
 */
export const sanitiseToFragment = (canonicalHtml: string): DocumentFragment =>
  DOMPurify.sanitize(canonicalHtml, SHOWING)
