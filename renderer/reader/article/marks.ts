import type { MappedText } from '../../pages'
import type { Mark } from '../../search'
import type { FrameDocument } from './frame-document'

/** More marks than this help nobody, and slow the page down. */
const MOST_MARKS = 2000
/** A passage is brought this far below the top of the pane, in pixels. */
const ABOVE_PASSAGE = 140
/** How long a passage stays marked, in milliseconds. */
const FLASH = 1600

const HITS = 'hit'
const CURRENT = 'current'
const PASSAGE = 'passage'

/** Marks the words that were looked for, by the CSS Custom Highlight API: the document itself does not change. */
export function markHits(
  { window }: FrameDocument,
  mapped: MappedText,
  hits: readonly Mark[],
  current: Mark | null,
): void {
  const rangesOf = (marks: readonly Mark[]): readonly Range[] =>
    marks.map(({ start, end }) => mapped.rangeOf(start, end))
  set(window, HITS, rangesOf(hits.slice(0, MOST_MARKS)), 0)
  set(window, CURRENT, rangesOf(current ? [current] : []), 1)
}

function set(
  window: FrameDocument['window'],
  name: string,
  ranges: readonly Range[],
  priority: number,
): void {
  if (!ranges.length) return void window.CSS.highlights.delete(name)
  const highlights = new window.Highlight(...ranges)
  highlights.priority = priority
  window.CSS.highlights.set(name, highlights)
}

/** Takes the marks away. */
export const clearMarks = ({ window }: FrameDocument): void => window.CSS.highlights.clear()

/** Brings a passage into sight and marks it for a moment. */
export function flash(
  frame: FrameDocument,
  range: Range,
  iframe: HTMLIFrameElement,
  pane: HTMLElement,
): void {
  const { highlights } = frame.window.CSS
  const mark = new frame.window.Highlight(range)
  highlights.set(PASSAGE, mark)
  setTimeout(() => {
    if (highlights.get(PASSAGE) === mark) highlights.delete(PASSAGE)
  }, FLASH)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  pane.scrollTo({
    top: pane.scrollTop + placeIn(range, iframe, pane).top - ABOVE_PASSAGE,
    behavior: still ? 'instant' : 'smooth',
  })
}

/** So much room a hit has above and below it at least, in pixels: the bar stands there too. */
const AROUND_HIT = 72

/** Brings a hit into the middle of the pane, unless it is in sight already. */
export function reveal(range: Range, iframe: HTMLIFrameElement, pane: HTMLElement): void {
  const { top, bottom } = placeIn(range, iframe, pane)
  if (top >= AROUND_HIT && bottom <= pane.clientHeight - AROUND_HIT) return
  pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 2, behavior: 'instant' })
}

/** Where a range of the frame's document stands in the pane, in pixels. */
function placeIn(
  range: Range,
  iframe: HTMLIFrameElement,
  pane: HTMLElement,
): { top: number; bottom: number } {
  const box = range.getBoundingClientRect()
  const above = iframe.getBoundingClientRect().top - pane.getBoundingClientRect().top
  return { top: above + box.top, bottom: above + box.bottom }
}
