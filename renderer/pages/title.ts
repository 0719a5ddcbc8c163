import { cleanLine, wordsOf } from './characters'
import { sameTitle } from './model-form'

const MOST_HEADINGS = 10
const SEPARATORS = [' | ', ' - ', ' – ', ' — ', ' · ', ' • ', ' » ', ' :: ', ': ', ' / ']

/** The title, and the element of the page that shows it. */
export interface ShownTitle {
  readonly text: string | null
  readonly heading: Element | null
}

interface Heading {
  readonly element: Element
  readonly text: string
}

/**
 * The headline as the page shows it, else as it states it, without the name of the site.
 *
 * @param stated what the page's data say, the most certain first
 * @param url the page's own address
 */
export function titleOf(
  root: Element,
  stated: readonly (string | null)[],
  siteName: string | null,
  url: URL | null,
): ShownTitle {
  const whole = lineOf(root.querySelector('title')?.textContent)
  const candidates = [...stated.map(lineOf), whole].flatMap(text => text ?? [])
  const sites = [siteName, ...stated.map(text => beside(lineOf(text), whole))].flatMap(name => name ?? [])
  const titles = candidates.map(candidate => withoutSite(candidate, sites, url))
  const headings = headingsOf(root).filter(heading => !isOfSite(heading, sites, titles))
  const shown =
    headings.find(({ text }) => titles.some(title => sameTitle(title, withoutSite(text, sites, url)))) ??
    headings.find(({ text }) => titles.some(title => isPartOf(text, title))) ??
    soleHeading(headings, titles)
  if (shown) return { text: withoutSite(shown.text, sites, url), heading: shown.element }
  const lower = titles.length === 0 ? null : lowerHeading(root, titles)
  return { text: titles[0] ?? headings[0]?.text ?? null, heading: lower ?? headings[0]?.element ?? null }
}

/** Of a longer text only the beginning can be a title. */
const lineOf = (text: string | null | undefined): string | null => cleanLine(text?.slice(0, 1000))

const headingsOf = (root: Element): readonly Heading[] =>
  [...root.querySelectorAll('h1, [itemprop~="headline"]')].slice(0, MOST_HEADINGS).flatMap(element => {
    const text = element.localName === 'meta' ? null : cleanLine(spaced(element))
    return text === null ? [] : [{ element, text }]
  })

/** Of some pages the first heading is the site's, and the article's is of a lower rank. */
const lowerHeading = (root: Element, titles: readonly string[]): Element | null =>
  [...root.querySelectorAll('h2, h3')]
    .slice(0, MOST_HEADINGS * 4)
    .find(element => titles.some(title => sameTitle(title, element.textContent?.slice(0, 1000) ?? ''))) ??
  null

/** The text of a heading, whose lines may be broken. */
function spaced(element: Element): string {
  if (!element.querySelector('br')) return element.textContent?.slice(0, 5000) ?? ''
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node && text.length < 5000; node = walker.nextNode())
    text += ` ${node.nodeValue}`
  return text
}

/** What stands beside the title in the page's `title`: the site's name. */
function beside(title: string | null, whole: string | null): string | null {
  if (title === null || whole === null || title.length < 4 || whole.length <= title.length) return null
  const at = whole.indexOf(title)
  if (at < 0) return null
  const rest = cleanLine(
    (whole.slice(0, at) + ' ' + whole.slice(at + title.length)).replace(/^[\s|–—:·•»-]+|[\s|–—:·•»-]+$/g, ''),
  )
  return rest !== null && rest.split(' ').length <= 6 ? rest : null
}

/** Whether a heading names the site: many do in its head, as a link to the front page. */
const isOfSite = ({ element, text }: Heading, sites: readonly string[], titles: readonly string[]): boolean =>
  !titles.slice(0, -1).some(title => sameTitle(title, text)) &&
  (sites.some(site => sameTitle(site, text)) || element.querySelector('a[href="/"], a[rel~="home"]') !== null)

/** "Blog: Headline" and "Section | Headline" hold the headline, between separators. */
function isPartOf(heading: string, title: string): boolean {
  if (heading.length < 12 || heading.split(' ').length < 3) return false
  return SEPARATORS.some(
    separator => title.endsWith(separator + heading) || title.startsWith(heading + separator),
  )
}

/** The only heading of its rank, when what the page states has some of its words: many write a shorter title there. */
function soleHeading(headings: readonly Heading[], titles: readonly string[]): Heading | null {
  const [heading] = headings
  if (!heading || headings.length !== 1) return null
  const words = wordsOf(heading.text).filter(word => word.length > 3)
  const stated = new Set(titles.flatMap(wordsOf))
  const shared = words.filter(word => stated.has(word)).length
  return shared >= 2 && shared * 3 >= words.length ? heading : null
}

/** "Headline | Site" and "Headline - Site" without the site: its name, its host, or a few words after a bar. */
function withoutSite(title: string, sites: readonly string[], url: URL | null): string {
  const cut = Math.max(...SEPARATORS.slice(0, -2).map(separator => title.lastIndexOf(separator)))
  if (cut < 0) return title
  const head = title.slice(0, cut).trim()
  const tail = title.slice(cut + 3).trim()
  const isShort = title.startsWith(' | ', cut) && tail.split(' ').length <= 4 && head.split(' ').length >= 3
  return head !== '' && (isSite(tail, sites, url) || isShort) ? withoutSite(head, sites, url) : title
}

function isSite(name: string, sites: readonly string[], url: URL | null): boolean {
  if (sites.some(site => sameTitle(name, site)) || /^[\w-]{1,60}\.(?:com|org|net|co|io|de)$/i.test(name))
    return true
  const label =
    url?.hostname
      .replace(/^www\./, '')
      .split('.')
      .at(-2)
      ?.replace(/-/g, '') ?? ''
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return label.length > 2 && (letters.includes(label) || (letters.length > 2 && label.includes(letters)))
}
