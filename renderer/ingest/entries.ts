import { fingerprintOf, isTeaser, textFingerprint, type Entry, type EntryMark, type Feed } from '../feeds'
import type { NewArticle } from '../library'
import { readContent } from '../pages'
import { findQuotations } from '../quotes'
import { detectLanguage } from '../text'
import { wantsOf, type CompletionWishes } from './wants'

/** What an entry of a feed becomes in the library. */
export function articleOfEntry(
  entry: Entry,
  feed: Feed,
  feedId: number,
  wishes: CompletionWishes,
): NewArticle {
  const { html, text } = readContent(`${entry.content || entry.summary}${playersOf(entry)}`, entry.baseUrl)
  const article = {
    feedId,
    identity: entry.identity,
    mark: { ...fingerprintOf(entry), text: textFingerprint(entry.title, text), published: entry.published },
    title: entry.title || titleFromText(text),
    dateline: entry.published ?? entry.updated,
    datelineText: entry.publishedText,
    byline: entry.author,
    source: null,
    language: feed.language,
    link: entry.link,
    html,
    text,
    saved: false,
    origin: 'feed' as const,
    // A picture that the text shows needs not stand above it as well.
    leadPicture: html.includes('<img ') ? null : pictureAddress(entry.image),
  }
  return withReadings({ ...article, wants: wantsOf(article, isTeaser(entry, text), wishes, Date.now()) })
}

const pictureAddress = (address: string | null): string | null =>
  address !== null && /^https?:/.test(address) ? address : null

/** What an entry brings to be heard or seen, as players that its text does not have: they become links. */
function playersOf({ enclosures, content, summary }: Entry): string {
  const written = content || summary
  return enclosures
    .filter(({ url, type }) => isMedium(url, type) && !written.includes(url))
    .map(({ url }) => `<p><audio src="${escaped(url)}" title="${escaped(fileName(url))}"></audio></p>`)
    .join('')
}

const isMedium = (url: string, type: string | null): boolean =>
  /^(?:audio|video)\//i.test(type ?? '') ||
  /\.(?:mp3|m4a|ogg|oga|opus|flac|wav|mp4|m4v|webm|mov)(?:[?#]|$)/i.test(url)

function fileName(url: string): string {
  const name = URL.canParse(url) ? (new URL(url).pathname.split('/').findLast(Boolean) ?? '') : ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What comes from no feed is compared with nothing. */
export const NO_MARK: EntryMark = { content: 0, text: 0, link: 0, title: 0, published: null }

/** Adds what is read out of an article's text: its language, and who said what. */
export function withReadings(article: Omit<NewArticle, 'quotations'>): NewArticle {
  // What a text is written in counts more than what its feed says of itself.
  const language = detectLanguage(article.text) ?? primaryTag(article.language)
  const quotations = findQuotations(article.text, { language, title: article.title })
  return { ...article, language, quotations }
}

const primaryTag = (tag: string | null): string | null => tag?.split(/[-_]/)[0]?.toLowerCase() || null

const TITLE_CHARACTERS = 80

/** Entries of microblogs have no title: the first words stand for it. */
function titleFromText(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  if (line.length <= TITLE_CHARACTERS) return line
  const cut = line.lastIndexOf(' ', TITLE_CHARACTERS)
  return `${line.slice(0, cut > 0 ? cut : TITLE_CHARACTERS)}…`
}
