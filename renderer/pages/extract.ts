import { textOfHtml } from '../text'
import { articleOf, PageError, type Article } from './article'
import { attributeText } from './characters'
import { candidateOf } from './candidates'
import { dateAtStart } from './dates'
import { embeddedIn } from './embedded'
import { baseOf } from './links'
import type { Metadata } from './metadata'
import { hasFurniture, readForm, readHead, sameTitle } from './model-form'
import { ownArticle } from './own-file'
import { addressIn, openPage, type Page } from './page'
import { canonicalTree } from './sanitise'
import { shortened, titleOfFile } from './text-article'
import { trimmed } from './trim'
import { wallOf, type Wall } from './walls'
import { passagesOf, serialise, textOf, withInnerRules, type TreeElement } from './tree'

/** Longer texts are articles, in characters. */
const LONGEST_TEASER = 1500

/**
 * The article of a page of the web: metadata from JSON-LD, OpenGraph, `time` and the address, the body by Readability
 * and canonical (see `sanitise`), without title, dateline and lists of other articles. A page in the form "dateline,
 * more, headline, paragraphs, MORE HEADLINES" is read as such.
 *
 * @param url the address that the page came from, after redirects
 * @throws {PageError} `empty`, `no-article`, `too-large`, or the wall that the page shows in its article's place
 */
export function extractPage(html: string, url: string): Article {
  const page = openPage(html, url)
  const article = formArticle(page) ?? readableArticle(page)
  const wall = wallBefore(page, article)
  if (wall) throw new PageError(wall, `The page shows a ${wall} in the place of its article.`)
  if (!article) throw new PageError('no-article', 'The page holds no article.')
  return withPictures(article, page)
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
  const article =
    ownArticle(page) ?? formArticle(page) ?? readableArticle(page, fileTitle) ?? wholeArticle(page, fileTitle)
  if (!article) throw new PageError('no-article', 'The file holds no text.')
  return withPictures(article, page)
}

const withPictures = (article: Article, { pictures }: Page): Article =>
  pictures.size === 0
    ? article
    : { ...article, embedded: embeddedIn(`${article.html}"${article.leadImage ?? ''}"`, pictures) }

/** The wall that stands before an article, or null. Extraction has changed the document, so it is parsed once more. */
function wallBefore({ html, metadata }: Page, article: Article | null): Wall | null {
  const { text } = textOfHtml(article?.html ?? '')
  if (text.length >= LONGEST_TEASER) return null
  return wallOf(new DOMParser().parseFromString(html, 'text/html'), text, metadata.isFree)
}

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
    modified: metadata.modified,
    live: metadata.live,
    section: metadata.section,
  }
}

/** The article that stands out from the rest of the page, or null. Changes the page's document. */
function readableArticle(page: Page, fileTitle: string | null = null): Article | null {
  const chosen = candidateOf(page)
  if (!chosen) return null
  const title = page.metadata.title ?? chosen.title
  return trimmedArticle(page.metadata, chosen.blocks, title, chosen.byline, fileTitle)
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
  const body = trimmed(
    blocks.slice(head.length),
    passages.slice(head.length),
    metadata.byline ?? byline ?? head.byline,
  )
  const shown = body.filter((block, index) => index > 2 || !isTitle(block, title))
  // A page of one line has it for a title and for a text.
  const known = withMetadata(metadata, title, textOf(shown) === '' ? blocks : shown)
  return {
    ...known,
    byline: known.byline ?? byline ?? head.byline,
    published: known.published ?? head.date?.published ?? null,
    publishedText: known.publishedText ?? head.date?.text ?? null,
  }
}

const isTitle = (block: TreeElement, title: string): boolean =>
  /^h\d$/.test(block.name) && sameTitle(textOf([block]), title)
