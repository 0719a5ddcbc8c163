import { createHints, type Hint } from './hints'
import { INLINE, type Measure, type Measures } from './measure'

/** The attribute that marks an element as no part of the article; the conversion passes it over. */
export const LEFT_OUT = 'data-left-out'

/** What may be no part of an article. */
interface Suspect {
  readonly element: Element
  /** The name or the word that says so. */
  readonly reason: string
  /** How much of the page's prose may go with it. */
  readonly share: number
}

const SHARES: Readonly<Record<Hint['kind'], number>> = { comments: 0.97, overlay: 0.8, furniture: 0.35 }
const BY_NAME: Readonly<Record<string, number>> = { NAV: 0.5, MENU: 0.5, ASIDE: 0.4, FORM: 0.3, LABEL: 0.1 }
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|alert|menu|menubar|toolbar|tooltip)$/
/** Readers may write more than the author: what must be left without their comments, in characters. */
const SHORTEST_ARTICLE = 400

/**
 * Marks what is no part of the article, by element, role, class and id, or because it is a list of links; the
 * outermost first, and as long as enough of the prose is left. What is left out counts no more in the measures.
 *
 * @param isLive whether the article grows: the times beside its parts belong to it
 */
export function leaveOut(body: Element, measures: Measures, isLive: boolean): void {
  const total = proseOf(body, measures)
  const suspects = suspectsIn(body, measures, isLive)
  const sums = new Map<string, number>()
  for (const { element, reason } of suspects)
    sums.set(reason, (sums.get(reason) ?? 0) + proseOf(element, measures))
  for (const { element, reason, share } of suspects) {
    const prose = proseOf(element, measures)
    // A name that most of the text has says nothing.
    const most = Math.max(total * share, reason === 'comments' ? total - SHORTEST_ARTICLE : 0)
    if ((sums.get(reason) ?? 0) <= most && prose <= proseOf(body, measures) * share)
      exclude(element, prose, body, measures)
  }
}

/** How much prose an element holds that is not left out. */
export const proseOf = (element: Element, measures: Measures): number => measures.get(element)?.prose ?? 0

function suspectsIn(body: Element, measures: Measures, isLive: boolean): readonly Suspect[] {
  const suspects: Suspect[] = []
  const total = proseOf(body, measures)
  const hintOf = createHints()
  const visit = (element: Element): void => {
    // Not by `children`, a live list that is made anew for each element.
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      const own = measures.get(child)
      if (!own) continue
      const suspect = suspectOf(child, own, hintOf)
      const isMoment = isLive && own.prose === 0 && child.querySelector('time') !== null
      if (suspect && !isMoment && own.prose <= total * suspect.share) suspects.push(suspect)
      else visit(child)
    }
  }
  visit(body)
  return suspects
}

function suspectOf(element: Element, own: Measure, hintOf: (names: string) => Hint | null): Suspect | null {
  const name = element.tagName
  if (name === 'FOOTER' || name === 'HEADER') {
    const isOfPage = element.closest('article, main') === null
    if (name === 'FOOTER') return { element, reason: name, share: isOfPage ? 0.9 : 0.3 }
    if (isOfPage && !element.querySelector('h1')) return { element, reason: name, share: 0.3 }
  }
  const share = BY_NAME[name]
  if (share !== undefined) return { element, reason: name, share }
  const role = element.getAttribute('role')
  if (role !== null && ROLES.test(role)) return { element, reason: role, share: 0.4 }
  const hint = hintOf(`${element.getAttribute('class') ?? ''} ${element.id}`)
  if (hint)
    return { element, reason: hint.kind === 'comments' ? hint.kind : hint.word, share: SHARES[hint.kind] }
  return isMenu(element, own) ? { element, reason: 'links', share: 1 } : null
}

/** Whether an element holds links and no prose. Lines and cells of their own may stand in an article. */
const isMenu = ({ tagName, parentElement }: Element, { text, linked, prose }: Measure): boolean =>
  prose === 0 &&
  text > 40 &&
  linked > text * 0.65 &&
  !INLINE.has(tagName) &&
  parentElement?.tagName !== 'LI' &&
  !/^(?:P|H\d|TR|TD|LI|DD|DT)$/.test(tagName)

function exclude(element: Element, prose: number, body: Element, measures: Measures): void {
  element.setAttribute(LEFT_OUT, '')
  if (prose === 0) return
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const own = measures.get(outer)
    if (own) own.prose -= prose
    if (outer === body) break
  }
}
