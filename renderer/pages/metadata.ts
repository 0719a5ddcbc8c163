import { attributeText, wordsOf } from './characters'
import { wholeDate, type WrittenDate } from './dates'
import { bylineIn } from './furniture'
import { linkedDataOf, type LinkedData } from './linked-data'
import { linkTo, pictureAt } from './links'
import { sameTitle } from './model-form'
import { linesBelowHeadline, markedAuthors, markedDates } from './shown'

/** What a page says of its article outside the body. Texts are on one line, addresses absolute. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly date: WrittenDate | null
  readonly language: string | null
  readonly siteName: string | null
  readonly canonicalUrl: string | null
  readonly leadImage: string | null
}

/** Reads a page's JSON-LD, OpenGraph and other `meta`, `time`, `link` and `h1`; nothing of the page is changed. */
export function metadataOf(root: Element, base: URL | null): Metadata {
  const meta = metaOf(root)
  const linked = linkedDataOf(root)
  const siteName = clean(meta('og:site_name') ?? linked?.publisher ?? meta('application-name'))
  return {
    title: titleIn(root, [linked?.headline ?? null, meta('og:title'), meta('twitter:title')], siteName, base),
    byline: bylineOf(root, meta, linked),
    date: dateIn(root, meta, linked, base),
    language: languageOf(root, meta, linked),
    siteName,
    canonicalUrl: canonicalOf(root, meta, base),
    leadImage: pictureAt(
      meta('og:image') ?? linked?.image ?? meta('twitter:image') ?? meta('twitter:image:src'),
      base,
    ),
  }
}

type Meta = (...names: readonly string[]) => string | null

/** All `meta` of the page by name; the first of a name counts. */
function metaOf(root: Element): Meta {
  const found = new Map<string, string>()
  for (const node of root.querySelectorAll('meta[content]')) {
    const names = [node.getAttribute('property'), node.getAttribute('name'), node.getAttribute('itemprop')]
    const content = attributeText(node.getAttribute('content')?.slice(0, 5000) ?? null)
    for (const name of names)
      for (const key of name?.toLowerCase().split(/\s+/) ?? [])
        if (content && !found.has(key)) found.set(key, content)
  }
  return (...names) => names.map(name => found.get(name)).find(content => content !== undefined) ?? null
}

/** One line without markup references that were escaped twice; null for nothing. */
function clean(text: string | null | undefined): string | null {
  const line = attributeText(text ?? null)
    .replace(/&(?:[a-z]{2,6}|#0?\d{2,4}|#x[\da-f]{2,4});/gi, referenceOf)
    .trim()
  return line === '' ? null : line
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  bull: '•',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

function referenceOf(reference: string): string {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#')) return REFERENCES[name] ?? reference
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 32 ? String.fromCharCode(code) : ' '
}

const textIn = (node: Element | null | undefined): string | null => clean(node?.textContent?.slice(0, 5000))

/** The headline as the page shows it, else as it states it, without the name of the site. */
function titleIn(
  root: Element,
  stated: readonly (string | null)[],
  siteName: string | null,
  base: URL | null,
): string | null {
  const headings = [...root.querySelectorAll('h1')].slice(0, 10).flatMap(heading => textIn(heading) ?? [])
  const candidates = [...stated, root.querySelector('title')?.textContent].flatMap(text => clean(text) ?? [])
  const titles = candidates.map(candidate => withoutSite(candidate, siteName, base))
  const shown = headings.find(heading => titles.some(title => sameTitle(title, heading)))
  return shown ?? soleHeading(headings, candidates) ?? titles[0] ?? headings[0] ?? null
}

/** The only heading of its rank, when what the page states has some of its words: many write a shorter title there. */
function soleHeading(headings: readonly string[], candidates: readonly string[]): string | null {
  const [heading = ''] = headings
  const words = wordsOf(heading).filter(word => word.length > 3)
  const stated = new Set(candidates.flatMap(wordsOf))
  const shared = words.filter(word => stated.has(word)).length
  return headings.length === 1 && shared >= 2 && shared * 3 >= words.length ? heading : null
}

/** "Headline | Site" and "Headline - Site" without the site: its name, its host, or a few words after a bar. */
function withoutSite(title: string, siteName: string | null, base: URL | null): string {
  const cut = Math.max(
    ...[' | ', ' - ', ' – ', ' — ', ' · ', ' • ', ' » '].map(separator => title.lastIndexOf(separator)),
  )
  if (cut < 0) return title
  const head = title.slice(0, cut).trim()
  const tail = title.slice(cut + 3).trim()
  const label = base?.hostname.replace(/^www\./, '').split('.')[0] ?? ''
  const letters = tail.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const isSite =
    (siteName !== null && sameTitle(tail, siteName)) ||
    (label.length > 2 &&
      (letters.includes(label.replace(/-/g, '')) || (letters.length > 2 && label.includes(letters))))
  const isShort = title.startsWith(' | ', cut) && tail.split(' ').length <= 4 && head.split(' ').length >= 3
  return isSite || isShort ? withoutSite(head, siteName, base) : title
}

const BYLINE_NAMES = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'og:article:author',
  'twitter:creator:name',
]

function bylineOf(root: Element, meta: Meta, linked: LinkedData | null): string | null {
  const stated = [linked?.authors.join(', '), ...BYLINE_NAMES.map(name => meta(name))]
  const shown = markedAuthors(root).map(nameIn)
  const below = linesBelowHeadline(root).map(bylineIn)
  return [...stated.map(nameIn), ...shown, ...below].find(name => name !== null) ?? null
}

/** A person's or an agency's name, or null for addresses, sentences and nothing. */
export function nameIn(text: string | null | undefined): string | null {
  const line = clean(text)
  if (line === null || line.length > 200) return null
  const name = bylineIn(line) ?? line.replace(/^by\s+/i, '')
  return /^(?:https?:|www\.|@)|^(?:admin|administrator|editor|null|undefined|unknown)$/i.test(name) ||
    name.split(' ').length > 20
    ? null
    : name
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'publishdate',
  'publish-date',
  'publish_date',
  'published-date',
  'pubdate',
  'date',
  'article.published',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
]

function dateIn(root: Element, meta: Meta, linked: LinkedData | null, base: URL | null): WrittenDate | null {
  const stated = [linked?.published ?? null, ...DATE_NAMES.map(name => meta(name))]
  return (
    firstDate(stated) ??
    firstDate(markedDates(root)) ??
    firstDate(linesBelowHeadline(root)) ??
    dateInAddress(base)
  )
}

const firstDate = (texts: readonly (string | null)[]): WrittenDate | null => {
  for (const text of texts) {
    const date = text === null ? null : (wholeDate(text) ?? internetDate(text))
    if (date) return date
  }
  return null
}

/** "Wed, 27 Nov 2024 11:27:00 GMT" and other forms that the platform reads. */
function internetDate(text: string): WrittenDate | null {
  const published = /\d{4}/.test(text) && text.length < 60 ? Date.parse(text) : NaN
  return Number.isNaN(published) ? null : { published, text, rest: '' }
}

function dateInAddress(base: URL | null): WrittenDate | null {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/-]|$)/.exec(base?.pathname ?? '') ?? []
  return year === undefined ? null : wholeDate(`${year}-${month}-${day}`)
}

function languageOf(root: Element, meta: Meta, linked: LinkedData | null): string | null {
  const stated =
    root.getAttribute('lang') ||
    linked?.language ||
    meta('og:locale', 'content-language', 'dc.language', 'language')
  const tag = stated?.trim().replace('_', '-') ?? ''
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) ? tag : null
}

function canonicalOf(root: Element, meta: Meta, base: URL | null): string | null {
  const stated = root.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta('og:url')
  const link = linkTo(stated, base)
  // Some sites name their front page for every article.
  const isFront =
    link !== null &&
    URL.canParse(link) &&
    new URL(link).pathname === '/' &&
    base !== null &&
    base.pathname !== '/'
  return link?.startsWith('http') && !isFront ? link : null
}
