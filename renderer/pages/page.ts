import { assertReadable, PageError, type EmbeddedPicture } from './article'
import { attributeText } from './characters'
import { liftPictures } from './embedded'
import { isOwnFile } from './own-file'
import { baseOf, linkTo } from './links'
import { metadataOf, type Metadata } from './metadata'
import { settleStreams } from './streams'

/** Beyond it a page is a machine's output; Readability would work on it for minutes. */
const MOST_ELEMENTS = 100_000

/** A page of the web, parsed, with what it says of itself. */
export interface Page {
  readonly html: string
  readonly document: Document
  readonly root: Element
  readonly base: string
  readonly metadata: Metadata
  /** The beginning of what the page shows, on one line. */
  readonly opening: string
  /** The pictures that the page carries with it, by address. */
  readonly pictures: ReadonlyMap<string, EmbeddedPicture>
}

/** @throws {PageError} `empty` or `too-large` */
export function openPage(source: string, url: string): Page {
  const { html, pictures } = liftPictures(source, isOwnFile(source))
  assertReadable(html)
  const parsed = parsePage(html, url)
  const { root, base } = parsed
  return {
    ...{ html, pictures, ...parsed },
    metadata: metadataOf(root, baseOf(base)),
    opening: openingOf(root),
  }
}

/**
 * The document of a page as it came, whose properties no name in it hides.
 *
 * @throws {PageError} `too-large`
 */
export function parsePage(html: string, url: string): Pick<Page, 'document' | 'root' | 'base'> {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const root = Document.prototype.querySelector.call(document, 'html') ?? document.createElement('html')
  if (root.getElementsByTagName('*').length > MOST_ELEMENTS)
    throw new PageError('too-large', `The page has more than ${MOST_ELEMENTS} elements.`)
  removeClobbering(root)
  settleStreams(root)
  const base = linkTo(root.querySelector('base[href]')?.getAttribute('href') ?? null, baseOf(url)) ?? url
  // Readability resolves links against these; the real ones are those of the app's own page.
  for (const name of ['baseURI', 'documentURI'])
    Object.defineProperty(document, name, { value: baseOf(base)?.href ?? 'about:blank' })
  return { document, root, base }
}

/** Names of images and form fields become properties of documents and forms, and would hide the real ones. */
function removeClobbering(root: Element): void {
  for (const node of root.querySelectorAll(
    'img, form, embed, object, iframe, input, select, textarea, button, output, fieldset',
  )) {
    node.removeAttribute('name')
    node.removeAttribute('id')
  }
}

function openingOf(root: Element): string {
  const walker = Document.prototype.createTreeWalker.call(
    root.ownerDocument,
    root.querySelector('body') ?? root,
    NodeFilter.SHOW_TEXT,
  )
  let text = ''
  for (let node = walker.nextNode(); node && text.length < 200; node = walker.nextNode())
    if (!/^(?:script|style|noscript|template)$/.test(node.parentElement?.localName ?? ''))
      text += ` ${attributeText(node.nodeValue)}`
  return text.trim()
}

/** The address in a page that a browser saved, or that the page states; '' without one. */
export const addressIn = (html: string): string =>
  /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s>]{1,2000})/.exec(html.slice(0, 5000))?.[1] ??
  /<link\s[^>]{0,200}rel=["']?canonical["']?[^>]{0,200}href=["']?(https?:\/\/[^\s"'>]{1,2000})/i.exec(
    html.slice(0, 100_000),
  )?.[1] ??
  ''
