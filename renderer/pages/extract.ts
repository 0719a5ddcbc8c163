import { Readability } from '@mozilla/readability'
import { articleOf, assertReadable, PageError, type Article } from './article'
import { attributeText } from './characters'
import { dateAtStart } from './dates'
import { endOfArticle } from './furniture'
import { baseOf, linkTo } from './links'
import { metadataOf, nameIn, type Metadata } from './metadata'
import { hasFurniture, readForm, readHead, sameTitle } from './model-form'
import { canonicalTree } from './sanitise'
import { shortened, titleOfFile } from './text-article'
import { passagesOf, serialise, textOf, withInnerRules, type TreeElement } from './tree'

/** Beyond it a page is a machine's output; Readability would work on it for minutes. */
const MOST_ELEMENTS = 100_000

/**
 * The article of a page of the web: metadata from JSON-LD, OpenGraph, `time` and the address, the body by Readability
 * and canonical (see `sanitise`), without title, dateline and lists of other articles. A page in the form "dateline,
 * more, headline, paragraphs, MORE HEADLINES" is read as such.
 *
 * @param url the address that the page came from, after redirects
 * @throws {PageError} `empty`, `no-article` or `too-large`
 */
export function extractPage(html: string, url: string): Article {
  const page = openPage(html, url)
  const article = formArticle(page) ?? readableArticle(page)
  if (!article) throw new PageError('no-article', 'The page holds no article.')
  return article
}

/**
 * An HTML file as an article; the whole body, where `extractPage` would find none.
 *
 * @param source the file's name, or the address where it is known; else it is sought in the file
 * @throws {PageError} `empty`, `no-article` (no text at all) or `too-large`
 */
export function readHtmlArticle(html: string, source: string | null): Article {
  const known = source !== null && baseOf(source) ? source : null
  const page = openPage(html, known ?? addressIn(html))
  const fileTitle = known === null ? titleOfFile(source) : null
  const article = formArticle(page) ?? readableArticle(page, fileTitle) ?? wholeArticle(page, fileTitle)
  if (!article) throw new PageError('no-article', 'The file holds no text.')
  return article
}

interface Page {
  readonly html: string
  readonly document: Document
  readonly base: string
  readonly metadata: Metadata
  /** The beginning of what the page shows, on one line. */
  readonly opening: string
}

function openPage(html: string, url: string): Page {
  assertReadable(html)
  const document = new DOMParser().parseFromString(html, 'text/html')
  const root = Document.prototype.querySelector.call(document, 'html') ?? document.createElement('html')
  if (root.getElementsByTagName('*').length > MOST_ELEMENTS)
    throw new PageError('too-large', `The page has more than ${MOST_ELEMENTS} elements.`)
  removeClobbering(root)
  const base = linkTo(root.querySelector('base[href]')?.getAttribute('href') ?? null, baseOf(url)) ?? url
  // Readability resolves links against these; the real ones are those of the app's own page.
  for (const name of ['baseURI', 'documentURI'])
    Object.defineProperty(document, name, { value: baseOf(base)?.href ?? 'about:blank' })
  return { html, document, base, metadata: metadataOf(root, baseOf(base)), opening: openingOf(root) }
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
const addressIn = (html: string): string =>
  /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s>]{1,2000})/.exec(html.slice(0, 5000))?.[1] ??
  /<link\s[^>]{0,200}rel=["']?canonical["']?[^>]{0,200}href=["']?(https?:\/\/[^\s"'>]{1,2000})/i.exec(
    html.slice(0, 100_000),
  )?.[1] ??
  ''

/** The article of a page in the model form, or null for another page. */
function formArticle(page: Page): Article | null {
  if (dateAtStart(page.opening) === null) return null
  const blocks = canonicalTree(page.html, page.base)
  const passages = passagesOf(blocks)
  const form = readForm(passages)
  if (!form || !hasFurniture(form, passages)) return null
  return {
    ...withMetadata(page.metadata, form.head.title ?? '', blocks.slice(form.start, form.end)),
    byline: form.head.byline ?? page.metadata.byline,
    published: form.head.date?.published ?? null,
    publishedText: form.head.date?.text ?? null,
  }
}

function withMetadata(metadata: Metadata, title: string, blocks: readonly TreeElement[]): Article {
  return {
    ...articleOf(attributeText(title), serialise(withInnerRules(blocks))),
    byline: metadata.byline,
    published: metadata.date?.published ?? null,
    publishedText: metadata.date?.text ?? null,
    language: metadata.language,
    siteName: metadata.siteName,
    canonicalUrl: metadata.canonicalUrl,
    leadImage: metadata.leadImage,
  }
}

/** The article that Readability finds, or null. Changes the page's document. */
function readableArticle(page: Page, fileTitle: string | null = null): Article | null {
  const found = readability(page.document)
  const blocks = canonicalTree(found?.content ?? '', page.base)
  if (!found || textOf(blocks) === '') return null
  const title = page.metadata.title ?? found.title
  return trimmedArticle(page.metadata, blocks, title, nameIn(found.byline), fileTitle)
}

interface Found {
  readonly title: string | null
  readonly byline: string | null
  readonly content: string
}

/** Readability throws at a few documents that are none; they hold no article. */
function readability(document: Document): Found | null {
  try {
    const found = new Readability(document).parse()
    return found?.content
      ? { title: found.title ?? null, byline: found.byline ?? null, content: found.content }
      : null
  } catch {
    return null
  }
}

/** Everything that the file shows, for files that are no pages of the web. */
function wholeArticle(page: Page, fileTitle: string | null): Article | null {
  const blocks = canonicalTree(page.html, page.base)
  return textOf(blocks) === ''
    ? null
    : trimmedArticle(page.metadata, blocks, page.metadata.title, null, fileTitle)
}

/** The body without its title, dateline, byline and "more" at the top and the list of other articles at the end. */
function trimmedArticle(
  metadata: Metadata,
  blocks: readonly TreeElement[],
  stated: string | null,
  byline: string | null,
  fileTitle: string | null,
): Article {
  const passages = passagesOf(blocks)
  const opening = blocks[0]?.name.startsWith('h') ? (passages[0] ?? '') : ''
  const title = stated || opening || fileTitle || shortened(passages.find(passage => passage !== '') ?? '')
  const head = readHead(passages, title)
  const body = blocks.slice(head.length, endOfArticle(passages))
  const known = withMetadata(
    metadata,
    title,
    body.filter((block, index) => index > 2 || !isTitle(block, title)),
  )
  return {
    ...known,
    byline: known.byline ?? byline ?? head.byline,
    published: known.published ?? head.date?.published ?? null,
    publishedText: known.publishedText ?? head.date?.text ?? null,
  }
}

const isTitle = (block: TreeElement, title: string): boolean =>
  /^h\d$/.test(block.name) && sameTitle(textOf([block]), title)
