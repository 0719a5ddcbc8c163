import type { IngestJobs, PageArrival, SavePageResult } from '../../preload/contract'
import { isQuarantined, SAVED_PAGES, watchLive, type NewArticle, type Settings } from '../library'
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
import { readingFrom, watchAfter } from './live'
import { problemOf } from './page-problem'
import { storeEmbedded } from './picture-jobs'
import { wantsOf, wishesFor } from './wants'

/**
 * Takes the article out of a page and keeps it. Saving the same page again finds the one that is there.
 *
 * @param savedAt the date where the page gives none, in milliseconds since 1970
 */
export async function pageArrived(
  context: Context,
  source: IngestJobs['page.save']['input'],
  savedAt: number | null = null,
): Promise<SavePageResult> {
  if (source.kind === 'address' && (await isQuarantined(context.database, source.arrival.contentHash)))
    return { kind: 'failed', problem: 'quarantined' }
  try {
    const page = readSource(source)
    const read = await savedArticle(page, linkOf(source), context.settings())
    const article = { ...read, dateline: read.dateline ?? savedAt }
    const { articleIds, added } = await context.batcher.add(contribution([article]))
    const [articleId = 0] = articleIds
    await storeEmbedded(context, articleId, page.embedded)
    if (source.kind === 'address' && added > 0) {
      const reading = readingFrom(page, [source.arrival], true)
      await watchLive(context.database, articleId, before => watchAfter(before, reading, Date.now()))
    }
    return { kind: 'saved', articleId, title: article.title }
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

/** What a page that was saved becomes in the library. @param address where it was found; null for files */
export async function savedArticle(
  page: Article,
  address: string | null,
  settings: Settings,
): Promise<NewArticle> {
  const { text } = textOfHtml(page.html)
  const link = addressOf(page, address)
  const article = {
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
    origin: 'page' as const,
    leadPicture: page.html.includes('<img ') ? null : page.leadImage,
  }
  return withReadings({ ...article, wants: wantsOf(article, false, wishesFor(null, settings), Date.now()) })
}

/** The address that the page calls its own, if it is on the host that was asked: pages may say anything. */
function addressOf({ canonicalUrl }: Article, address: string | null): string | null {
  if (address === null || canonicalUrl === null) return address ?? canonicalUrl
  const hostOf = (url: string): string => new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, '')
  return hostOf(canonicalUrl) === hostOf(address) ? canonicalUrl : address
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
