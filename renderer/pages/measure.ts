/** How much text an element holds, in characters. */
export interface Measure {
  text: number
  linked: number
  /** In lines that read like text: long enough, and not mostly links. */
  prose: number
}

/** The elements that show text; others have no measure. */
export type Measures = ReadonlyMap<Element, Measure>

/** In the names of HTML elements as the DOM gives them. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'A ABBR B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RT RP S SAMP SMALL SPAN STRIKE STRONG ' +
    'SUB SUP TIME TT U VAR WBR BR IMG PICTURE SOURCE MATH'
  ).split(' '),
)
const SILENT = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE SVG svg IFRAME OBJECT EMBED VIDEO AUDIO CANVAS SELECT TEXTAREA BUTTON INPUT ' +
    'DIALOG HEAD'
  ).split(' '),
)
/** A shorter line says nothing about where the article is. */
const SHORTEST_LINE = 25

/** Measures an element and all below it. Chromium nests no deeper than 512 elements. */
export function measuresOf(root: Element): Measures {
  const measures = new Map<Element, Measure>()
  measure(root, INLINE.has(root.tagName), measures, false)
  return measures
}

/** Text of inline elements counts for the line in which it stands. */
function measure(
  element: Element,
  isInLine: boolean,
  measures: Map<Element, Measure>,
  isLinked: boolean,
): Measure {
  const own: Measure = { text: 0, linked: 0, prose: 0 }
  const line = { text: 0, linked: 0 }
  for (let node = element.firstChild; node; node = node.nextSibling) {
    const { nodeType } = node
    if (nodeType === Node.TEXT_NODE) {
      const length = inkOf((node as Text).data)
      add(line, length, isLinked ? length : 0)
      add(own, length, isLinked ? length : 0)
    } else if (nodeType === Node.ELEMENT_NODE) {
      const child = node as Element
      // Asking the DOM costs more than all the rest: once for each element.
      const name = child.tagName
      if (SILENT.has(name) || isHidden(child)) continue
      const isInner = INLINE.has(name)
      if (!isInner || name === 'BR') endLine(own, line)
      const inner = measure(child, isInner, measures, isLinked || name === 'A')
      add(own, inner.text, inner.linked)
      if (isInner && inner.prose === 0) add(line, inner.text, inner.linked)
      else own.prose += inner.prose
    }
  }
  // What an inline element holds counts where its line ends.
  if (!isInLine) endLine(own, line)
  measures.set(element, own)
  return own
}

function add(sum: { text: number; linked: number }, text: number, linked: number): void {
  sum.text += text
  sum.linked += linked
}

function endLine(own: Measure, line: { text: number; linked: number }): void {
  if (line.text >= SHORTEST_LINE && line.linked * 2 < line.text) own.prose += line.text - line.linked
  line.text = 0
  line.linked = 0
}

function inkOf(text: string): number {
  const trimmed = text.trim()
  return trimmed.length < 200 ? trimmed.length : trimmed.replace(/\s+/g, ' ').length
}

/** Hidden by the document itself. */
const isHidden = (element: Element): boolean =>
  element.hasAttributes() &&
  (element.hasAttribute('hidden') || HIDING.test(element.getAttribute('style')?.slice(0, 1000) ?? ''))
const HIDING = /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i
