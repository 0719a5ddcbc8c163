import { attributeText } from './characters'

/** How far around the headline dateline and byline stand, in pieces of text. */
const LINES_NEAR = 10
const LINES_BELOW = 30
const LINES_ABOVE = 12
/** After so many longer ones the article itself has begun. */
const MOST_TEXTS = 3
const LONGEST_LINE = 120
const LONGEST_MARKED = 200

/** What the page marks as dates. */
export interface MarkedDates {
  /** As that of the article. */
  readonly certain: readonly string[]
  /** As any moment. */
  readonly times: readonly string[]
  /** By a class. */
  readonly named: readonly string[]
}

export function markedDates(root: Element): MarkedDates {
  const texts = (selector: string, most: number): readonly string[] =>
    [...root.querySelectorAll(selector)]
      .slice(0, most)
      .flatMap(node => [
        node.getAttribute('datetime') ?? node.getAttribute('content') ?? '',
        textOfMark(node),
        firstLineIn(node),
      ])
  const stated = root.querySelector(
    '[data-pubdate], [data-published], [data-publish-date], [data-published-date]',
  )
  const data = ['data-pubdate', 'data-published', 'data-publish-date', 'data-published-date']
  return {
    certain: [
      ...texts('[itemprop~="datePublished"], time[pubdate]', 3),
      ...data.flatMap(name => stated?.getAttribute(name) ?? []),
    ],
    times: ['article time', 'header time', 'main time', 'time'].flatMap(selector => texts(selector, 3)),
    named: texts('[class*="publish" i], [class*="date" i], [class*="time" i], [class*="byline" i]', 40),
  }
}

/** What the page marks as the author of its article, the more certain first. */
export const markedAuthors = (root: Element): readonly string[] =>
  [
    '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]',
    'a[rel~="author"]',
    '.byline, .author-name, .author',
    'a[href*="/author/"], a[href*="/authors/"], a[href*="/contributor/"]',
    '[class*="author" i][class*="name" i], [class*="author__name" i], [class*="byline" i], [class*="entry-author" i]',
    '[class*="author" i]',
  ].flatMap(selector => [...root.querySelectorAll(selector)].slice(0, 5).map(textOfMark))

/** The first piece of text in an element. */
function firstLineIn(element: Element): string {
  let node: Node | null = element
  while (node && node.nodeType !== Node.TEXT_NODE) {
    const inner: ChildNode | undefined = [...node.childNodes]
      .slice(0, 5)
      .find(child => /\S/.test(child.textContent ?? ''))
    node = inner ?? null
  }
  return attributeText(node?.nodeValue?.slice(0, LONGEST_MARKED))
}

function textOfMark(node: Element): string {
  const text = node.textContent ?? ''
  return text.length > LONGEST_MARKED * 4 ? '' : attributeText(text).slice(0, LONGEST_MARKED)
}

/** The short pieces of text around a headline, the nearest below it first; "By" and the name after it are one. */
export function linesAround(headline: Element): readonly string[] {
  const root = headline.ownerDocument.documentElement
  const walker = headline.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  walker.currentNode = headline
  const below = linesFrom(() => walker.nextNode(), headline, LINES_BELOW)
  walker.currentNode = headline
  const above = linesFrom(() => walker.previousNode(), headline, LINES_ABOVE)
  return [...below.slice(0, LINES_NEAR), ...above, ...below.slice(LINES_NEAR)]
}

function linesFrom(next: () => Node | null, headline: Element, most: number): readonly string[] {
  const lines: string[] = []
  let texts = 0
  for (let node = next(); node && lines.length < most; node = next()) {
    const line =
      (node.nodeValue?.length ?? 0) > 1000 ? '' : attributeText(node.nodeValue).replace(/^[|•·–—-]+\s*/, '')
    if (line === '' || headline.contains(node) || isSilent(node)) continue
    if (line.length > LONGEST_LINE) {
      if (++texts > MOST_TEXTS) break
      continue
    }
    const isContinued = /^(?:(?:written|posted|article|words|story|reviewed) )?by:?$|^authors?:?$/i.test(
      lines.at(-1) ?? '',
    )
    lines.push(isContinued ? `By ${line}` : line)
  }
  return lines
}

const isSilent = (node: Node): boolean =>
  /^(?:script|style|noscript|template|option)$/.test(node.parentElement?.localName ?? '')
