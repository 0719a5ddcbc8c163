import { hintOf } from './hints'

/** The attribute that marks an element as no part of the article; the conversion passes it over. */
export const LEFT_OUT = 'data-left-out'

const INLINE = new Set(
  (
    'A ABBR B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RT RP S SAMP SMALL SPAN STRIKE STRONG ' +
    'SUB SUP TIME TT U VAR WBR BR IMG PICTURE SOURCE MATH'
  ).split(' '),
)
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG svg IFRAME OBJECT EMBED VIDEO AUDIO CANVAS SELECT TEXTAREA BUTTON INPUT DIALOG HEAD'.split(
    ' ',
  ),
)
const FURNITURE_ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|alert|menu|menubar|toolbar|tooltip)$/
/** A line shorter than this says nothing about where the article is. */
const SHORTEST_LINE = 25

interface Measure {
  text: number
  linked: number
  /** Characters in lines that read like text: long enough, and not mostly links. */
  prose: number
}

export interface OwnCandidate {
  readonly container: Element
  readonly prose: number
  readonly total: number
}

type Measures = Map<Element, Measure>

/** The smallest part of a page that holds its prose, what is no part of it marked with `LEFT_OUT`; null without prose. */
export function ownCandidate(body: Element): OwnCandidate | null {
  const measures: Measures = new Map()
  const total = measure(body, measures, false).prose
  if (total === 0) return null
  leaveOut(body, measures)
  const container = containerIn(body, measures)
  return { container, prose: proseOf(container, measures), total }
}

const proseOf = (element: Element, measures: Measures): number => measures.get(element)?.prose ?? 0

/** Measures an element and all below it. Text of inline elements counts for the line in which it stands. */
function measure(element: Element, measures: Measures, isLinked: boolean): Measure {
  const own: Measure = { text: 0, linked: 0, prose: 0 }
  let line = 0
  let linkedLine = 0
  const endLine = (): void => {
    if (line >= SHORTEST_LINE && linkedLine * 2 < line) own.prose += line - linkedLine
    line = linkedLine = 0
  }
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) {
      const length = inkOf((node as Text).data)
      line += length
      own.text += length
      if (isLinked) {
        linkedLine += length
        own.linked += length
      }
      continue
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    const child = node as Element
    if (SILENT.has(child.tagName) || isHidden(child)) continue
    const isInline = INLINE.has(child.tagName)
    if (!isInline) endLine()
    const inner = measure(child, measures, isLinked || child.tagName === 'A')
    own.text += inner.text
    own.linked += inner.linked
    if (isInline && inner.prose === 0) {
      line += inner.text
      linkedLine += inner.linked
    } else own.prose += inner.prose
    if (child.tagName === 'BR') endLine()
  }
  // What an inline element holds counts where its line ends.
  if (!INLINE.has(element.tagName)) endLine()
  measures.set(element, own)
  return own
}

const inkOf = (text: string): number => {
  const trimmed = text.trim()
  return trimmed.length < 200 ? trimmed.length : trimmed.replace(/\s+/g, ' ').length
}

/** Hidden by the document itself. */
export const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  (element.hasAttribute('style') &&
    /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(
      element.getAttribute('style')?.slice(0, 1000) ?? '',
    ))

interface Suspect {
  readonly element: Element
  readonly reason: string
  /** How much of the page's prose may go with it. */
  readonly share: number
}

/** Marks what is no part of the article, the outermost first, as long as enough is left. */
function leaveOut(body: Element, measures: Measures): void {
  const suspects = suspectsIn(body, measures)
  const total = proseOf(body, measures)
  const byReason = new Map<string, number>()
  for (const { element, reason } of suspects)
    byReason.set(reason, (byReason.get(reason) ?? 0) + proseOf(element, measures))
  for (const { element, reason, share } of suspects) {
    const prose = proseOf(element, measures)
    const left = proseOf(body, measures)
    // A name that most of the text has says nothing.
    const isCommon =
      (byReason.get(reason) ?? 0) > Math.max(total * share, reason === 'comments' ? total - 400 : 0)
    if (isCommon || prose > left * share) continue
    exclude(element, prose, body, measures)
  }
}

function suspectsIn(body: Element, measures: Measures): readonly Suspect[] {
  const suspects: Suspect[] = []
  const total = proseOf(body, measures)
  const visit = (element: Element): void => {
    for (const child of element.children) {
      const own = measures.get(child)
      if (!own) continue
      const suspect = suspectOf(child, own)
      if (suspect && own.prose <= total * suspect.share) suspects.push(suspect)
      else visit(child)
    }
  }
  visit(body)
  return suspects
}

function exclude(element: Element, prose: number, body: Element, measures: Measures): void {
  element.setAttribute(LEFT_OUT, '')
  if (prose === 0) return
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const own = measures.get(outer)
    if (own) own.prose -= prose
    if (outer === body) break
  }
}

const BY_NAME: Readonly<Record<string, number>> = { NAV: 0.5, MENU: 0.5, ASIDE: 0.4, FORM: 0.3, LABEL: 0.1 }

const SHARES = { comments: 0.97, overlay: 0.8, furniture: 0.35 } as const

function suspectOf(element: Element, own: Measure): Suspect | null {
  const byName = BY_NAME[element.tagName]
  if (/^(?:FOOTER|HEADER)$/.test(element.tagName)) {
    const isPages = element.closest('article, main') === null
    if (element.tagName === 'FOOTER') return { element, reason: 'FOOTER', share: isPages ? 0.9 : 0.3 }
    if (isPages && !element.querySelector('h1')) return { element, reason: 'HEADER', share: 0.3 }
  }
  if (byName !== undefined) return { element, reason: element.tagName, share: byName }
  const role = element.getAttribute('role')
  if (role !== null && FURNITURE_ROLES.test(role)) return { element, reason: role, share: 0.4 }
  const hint = hintOf(`${element.getAttribute('class') ?? ''} ${element.id}`)
  if (hint)
    return { element, reason: hint.kind === 'comments' ? 'comments' : hint.word, share: SHARES[hint.kind] }
  const isLinks =
    own.prose === 0 &&
    own.text > 40 &&
    own.linked > own.text * 0.65 &&
    !INLINE.has(element.tagName) &&
    !/^(?:P|H\d|TR|TD|LI|DD|DT)$/.test(element.tagName)
  return isLinks ? { element, reason: 'links', share: 1 } : null
}

const MARKED = ['[itemprop~="articleBody"]', 'article, [role="article"]', 'main, [role="main"]'] as const

function containerIn(body: Element, measures: Measures): Element {
  const total = proseOf(body, measures)
  let container = body
  let marked = false
  for (const selector of MARKED) {
    const best = largest(body.querySelectorAll(selector), measures)
    if (best && proseOf(best, measures) >= total * 0.4) {
      container = best
      marked = true
      break
    }
  }
  for (;;) {
    const child = largest(container.children, measures)
    if (!child || proseOf(child, measures) < proseOf(container, measures) * (marked ? 0.85 : 0.75))
      return container
    container = child
  }
}

function largest(elements: Iterable<Element>, measures: Measures): Element | null {
  let best: Element | null = null
  for (const element of elements)
    if (
      measures.has(element) &&
      !element.closest(`[${LEFT_OUT}]`) &&
      (!best || proseOf(element, measures) > proseOf(best, measures))
    )
      best = element
  return best
}
