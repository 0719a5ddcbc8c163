import { bylineOf } from './byline'
import type { LiveCoverage } from './article'
import { attributeText, cleanLine } from './characters'
import type { WrittenDate } from './dates'
import { linkedDataOf, type LinkedData } from './linked-data'
import { linkTo, pictureAt } from './links'
import { titleOf } from './title'
import { coverageEnd, modifiedDate, publishedDate } from './when'

/** What a page says of its article outside the body. Texts are on one line, addresses absolute. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly date: WrittenDate | null
  /** When it was last changed. */
  readonly modified: number | null
  readonly section: string | null
  /** Whether everybody may read the whole of it; null when nothing is said. */
  readonly isFree: boolean | null
  readonly isLiveBlog: boolean
  readonly live: LiveCoverage | null
  readonly language: string | null
  readonly siteName: string | null
  readonly canonicalUrl: string | null
  readonly leadImage: string | null
}

/** Reads a page's JSON-LD, OpenGraph and other `meta`, `time`, `link` and `h1`; nothing of the page is changed. */
export function metadataOf(root: Element, base: URL | null): Metadata {
  const meta = metaOf(root)
  const linked = linkedDataOf(root)
  const siteName = cleanLine(meta('og:site_name') ?? linked?.publisher ?? meta('application-name'))
  const canonicalUrl = canonicalOf(root, meta, base)
  const own = canonicalUrl === null ? base : new URL(canonicalUrl)
  const title = titleOf(
    root,
    [linked?.headline ?? null, meta('og:title'), meta('twitter:title')],
    siteName,
    own,
  )
  const isLiveBlog =
    (linked?.isLiveBlog ?? false) || root.querySelectorAll('[itemprop~="liveBlogUpdate"]').length > 1
  return {
    title: title.text,
    byline: bylineOf(root, meta, linked, { siteName, headline: title.heading }),
    date: publishedDate(root, meta, linked, { url: own, headline: title.heading }),
    modified: modifiedDate(root, meta, linked),
    section: cleanLine(linked?.section ?? meta('article:section', 'parsely-section', 'section')),
    isFree: linked?.isFree ?? null,
    isLiveBlog,
    live: isLiveBlog || linked?.coverage ? { until: coverageEnd(root, meta, linked) } : null,
    language: languageOf(root, meta, linked),
    siteName,
    canonicalUrl,
    leadImage: pictureAt(
      meta('og:image') ?? linked?.image ?? meta('twitter:image') ?? meta('twitter:image:src'),
      base,
    ),
  }
}

/** The content of the first of some `meta` by name, or null. */
export type Meta = (...names: readonly string[]) => string | null

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
