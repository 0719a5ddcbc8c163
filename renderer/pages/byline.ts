import { cleanLine } from './characters'
import { dateAtStart } from './dates'
import { bylineIn } from './furniture'
import type { LinkedData } from './linked-data'
import type { Meta } from './metadata'
import { sameTitle } from './model-form'
import { linesAround, markedAuthors } from './shown'

const NAMES = [
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

interface Surroundings {
  readonly siteName: string | null
  readonly headline: Element | null
}

/** Who wrote an article: as its data say, as the page marks it, as it stands beside the headline. */
export function bylineOf(
  root: Element,
  meta: Meta,
  linked: LinkedData | null,
  { siteName, headline }: Surroundings,
): string | null {
  const isWriter = /^(?:written by|author|by)$/i
  const labelled = isWriter.test(meta('twitter:label1') ?? '') ? meta('twitter:data1') : null
  const stated = [
    linked?.authors.join(', '),
    scholarsOf(root),
    ...NAMES.map(name => meta(name)),
    labelled,
  ].map(nameIn)
  const said = stated.find(name => name !== null) ?? null
  const isOfSite = said !== null && siteName !== null && sameTitle(said, siteName)
  if (said !== null && !isOfSite) return said
  const lines = headline ? linesAround(headline) : []
  const shown = [...lines.map(bylineIn).map(nameIn), ...markedAuthors(root).map(nameIn)].filter(isPerson)
  // The site stands for its authors when it names none.
  return shown.find(name => siteName === null || !sameTitle(name, siteName)) ?? said
}

/** Papers name each author in a `meta` of their own. Source: https://scholar.google.com/intl/en/scholar/inclusion.html */
const scholarsOf = (root: Element): string =>
  [...root.querySelectorAll('meta[name="citation_author" i]')]
    .slice(0, 20)
    .flatMap(node => node.getAttribute('content')?.trim().slice(0, 100) || [])
    .join(', ')

/** Whether a name may be a person's: two to five words, or one that the page marks, each with a capital. */
const isPerson = (name: string | null): name is string =>
  name !== null &&
  name.length <= 80 &&
  /^\p{Lu}/u.test(name) &&
  !/[!?:;]|\b(?:posts?|articles?|more|about|comments?|read|view|minutes?|editor|team of|contact|written|by)\b/i.test(
    name,
  )

/** A person's or an agency's name, or null for addresses, sentences, numbers and nothing. */
export function nameIn(text: string | null | undefined): string | null {
  const line = cleanLine(text)
  if (line === null || line.length > 200) return null
  const name = (
    bylineIn(line) ??
    line.replace(/^(?:(?:written|authored|posted|reviewed|published|article|story|words) )?by:?\s+/i, '')
  )
    .replace(/^(?:content|author|text|words?):\s*/i, '')
    .replace(/[,|·•–-]\s*$/, '')
    .trim()
  const isNone =
    /^(?:https?:|www\.|@)|^(?:admin|administrator|editor|null|undefined|unknown|authors?|written by|by|staff|guest|none|n\/a)$/i.test(
      name,
    ) ||
    /^\d+$|^[\w-]+\.(?:com|org|net|co|io)$/i.test(name) ||
    /^(?:published|updated|posted|last)\b/i.test(name) ||
    !/\p{L}/u.test(name)
  return isNone || name.split(' ').length > 20 || dateAtStart(name) !== null ? null : name
}
