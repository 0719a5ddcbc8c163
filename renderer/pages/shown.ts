import { attributeText } from './characters'

/** How far below the headline dateline and byline stand, in pieces of text. */
const MOST_LINES = 40
const LONGEST_LINE = 120
const LONGEST_MARKED = 200

/** What the page marks as the date of its article, most certain first. */
export function markedDates(root: Element): readonly string[] {
  const marked = [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'article time',
    'header time',
    'main time',
    'time',
  ]
  const times = marked.flatMap(selector => [...root.querySelectorAll(selector)].slice(0, 3))
  const classes = '[class*="publish" i], [class*="date" i], [class*="time" i], [class*="byline" i]'
  return [
    ...times.flatMap(time => [
      time.getAttribute('datetime') ?? time.getAttribute('content') ?? '',
      textOfMark(time),
    ]),
    ...[...root.querySelectorAll(classes)].slice(0, 40).map(textOfMark),
  ]
}

/** What the page marks as the author of its article. */
export const markedAuthors = (root: Element): readonly string[] =>
  [...root.querySelectorAll('[itemprop~="author"], [rel~="author"], .byline, .author-name, .author')]
    .slice(0, 5)
    .map(textOfMark)

function textOfMark(node: Element): string {
  const text = node.textContent ?? ''
  return text.length > LONGEST_MARKED * 4 ? '' : attributeText(text).slice(0, LONGEST_MARKED)
}

/** The short pieces of text below the first headline; "By" and the name after it are one. */
export function linesBelowHeadline(root: Element): readonly string[] {
  const headline = root.querySelector('h1')
  if (!headline) return []
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  walker.currentNode = headline
  const lines: string[] = []
  for (let node = walker.nextNode(); node && lines.length < MOST_LINES; node = walker.nextNode()) {
    const line = (node.nodeValue?.length ?? 0) > 1000 ? '' : attributeText(node.nodeValue)
    if (line === '' || line.length > LONGEST_LINE || headline.contains(node)) continue
    const isContinued = /^(?:written )?by:?$/i.test(lines.at(-1) ?? '')
    lines.push(isContinued ? `By ${line}` : line)
  }
  return lines
}
