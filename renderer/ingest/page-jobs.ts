import type { IngestJobs, PageArrival, Problem, SavePageResult } from '../../preload/contract'
import { isQuarantined, SAVED_PAGES, type NewArticle } from '../library'
import {
  decodePage,
  extractPage,
  PageError,
  readHtmlArticle,
  readMarkdownArticle,
  readPasted,
  readTextArticle,
  type Article,
} from '../pages'
import { textOfHtml } from '../text'
import { contribution } from './batcher'
import type { Context } from './context'
import { NO_MARK, withReadings } from './entries'

/** Takes the article out of a page and keeps it. Saving the same page again finds the one that is there. */
export async function pageArrived(
  context: Context,
  source: IngestJobs['page.save']['input'],
): Promise<SavePageResult> {
  if (source.kind === 'address' && (await isQuarantined(context.database, source.arrival.contentHash)))
    return { kind: 'failed', problem: 'quarantined' }
  try {
    const article = await savedArticle(readSource(source), linkOf(source))
    const { articleIds } = await context.batcher.add(contribution([article]))
    return { kind: 'saved', articleId: articleIds[0] ?? 0, title: article.title }
  } catch (error) {
    if (error instanceof PageError) return { kind: 'failed', problem: problemOf(error) }
    throw error
  }
}

const linkOf = (source: PageArrival): string | null =>
  source.kind === 'address' ? source.arrival.finalUrl : null

function readSource(source: PageArrival): Article {
  switch (source.kind) {
    case 'address':
      return extractPage(decodePage(source.arrival.body, source.arrival.contentType), source.arrival.finalUrl)
    case 'file':
      return readFile(source.name, decodePage(source.bytes, null))
    case 'paste':
      return readPasted(source)
  }
}

function readFile(name: string, text: string): Article {
  // Control characters stand in no text: this is a picture, a program or a document of an office suite.
  if (text.slice(0, 4096).includes('\0')) throw new PageError('no-article', 'The file is not a text.')
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (extension === 'md' || extension === 'markdown') return readMarkdownArticle(text, name)
  const isHtml = extension === 'html' || extension === 'htm' || extension === 'xhtml'
  return isHtml ? readHtmlArticle(text, name) : readTextArticle(text, name)
}

async function savedArticle(page: Article, address: string | null): Promise<NewArticle> {
  const { text } = textOfHtml(page.html)
  const link = page.canonicalUrl ?? address
  return withReadings({
    feedId: SAVED_PAGES,
    identity: link ? `link:${link}` : `hash:${await sha256(`${page.title}\n${page.html}`)}`,
    mark: NO_MARK,
    title: page.title,
    dateline: page.published,
    datelineText: page.publishedText,
    byline: page.byline,
    source: page.siteName ?? (link ? new URL(link).host.replace(/^www\./, '') : null),
    language: page.language,
    link,
    html: page.html,
    text,
    saved: true,
  })
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

function problemOf({ kind }: PageError): Problem {
  switch (kind) {
    case 'empty':
    case 'no-article':
    case 'too-large':
      return kind
  }
}
