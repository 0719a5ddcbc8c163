import { dateAtStart, wholeDate, type WrittenDate } from './dates'
import type { LinkedData } from './linked-data'
import type { Meta } from './metadata'
import { linesAround, markedDates } from './shown'

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'publishdate',
  'publish-date',
  'publish_date',
  'publisheddate',
  'published-date',
  'published_date',
  'w-published-date',
  'publication_date',
  'published_at',
  'pubdate',
  'pub_date',
  'date',
  'article.published',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
]
const MODIFIED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
]

/** Where on the web and on the page an article stands. */
interface Place {
  readonly url: URL | null
  readonly headline: Element | null
}

/** When an article was published: as its data say, as the page marks it, as it stands beside the headline. */
export function publishedDate(
  root: Element,
  meta: Meta,
  linked: LinkedData | null,
  { url, headline }: Place,
): WrittenDate | null {
  const stated = firstDate([linked?.published ?? null, ...DATE_NAMES.map(name => meta(name))])
  if (stated) return stated
  const marked = markedDates(root)
  return (
    firstDate(marked.certain) ??
    firstDate(marked.times) ??
    firstDate(headline ? linesAround(headline) : []) ??
    firstDate(marked.named) ??
    dateInAddress(url)
  )
}

/** When it was last changed, in milliseconds since 1970. */
export function modifiedDate(root: Element, meta: Meta, linked: LinkedData | null): number | null {
  const marked = root.querySelector('[itemprop~="dateModified"]')
  const texts = [
    linked?.modified ?? null,
    ...MODIFIED_NAMES.map(name => meta(name)),
    marked?.getAttribute('datetime') ?? marked?.getAttribute('content') ?? null,
  ]
  return firstDate(texts)?.published ?? null
}

/** When a live blog on the page ends or ended, in milliseconds since 1970; null where the page does not say. */
export function coverageEnd(root: Element, meta: Meta, linked: LinkedData | null): number | null {
  const marked = root.querySelector('[itemprop~="coverageEndTime"]')
  const texts = [
    linked?.coverage?.end ?? null,
    meta('coverageendtime'),
    marked?.getAttribute('datetime') ?? null,
  ]
  return firstDate(texts)?.published ?? null
}

const firstDate = (texts: readonly (string | null)[]): WrittenDate | null => {
  for (const text of texts) {
    const date = text === null ? null : (wholeDate(text) ?? internetDate(text) ?? dateline(text))
    if (date) return date
  }
  return null
}

/** "Wed, 27 Nov 2024 11:27:00 GMT" and other forms that the platform reads, which takes any sentence with a year. */
function internetDate(text: string): WrittenDate | null {
  const isDate =
    text.length < 60 &&
    /^(?:\p{L}{3,9},? )?(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2},?) \d{4}|^\d{4}-\d\d/u.test(text)
  const published = isDate ? Date.parse(text) : NaN
  return Number.isNaN(published) ? null : { published, text, rest: '' }
}

/** A short line that begins with a date: "4 February 2025 by Jane Doe", "4 February 2025 | 11 minutes". */
function dateline(text: string): WrittenDate | null {
  const date = text.length <= 70 ? dateAtStart(text) : null
  return date && date.text.length >= 8 && /^\s*(?:[|·•,/–—-]|by\b|at\b|von\b|$)/i.test(date.rest)
    ? date
    : null
}

function dateInAddress(base: URL | null): WrittenDate | null {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)/.exec(base?.pathname ?? '') ?? []
  return year === undefined ? null : wholeDate(`${year}-${month}-${day}`)
}
