import type { mapText } from '../../pages'
import { highlight, type HighlightTerm } from '../../search'
import type { FrameDocument } from './frame-document'

type Mapped = ReturnType<typeof mapText>

/** More marks than this help nobody, and slow the page down. */
const MOST_MARKS = 2000
/** A passage is brought this far below the top of the pane, in pixels. */
const ABOVE_PASSAGE = 140
/** How long a passage stays marked, in milliseconds. */
const FLASH = 1600

const HITS = 'hit'
const PASSAGE = 'passage'

/** Marks the words that were looked for, by the CSS Custom Highlight API: the document itself does not change. */
export function markHits({ window }: FrameDocument, mapped: Mapped, terms: readonly HighlightTerm[]): void {
  const marks = terms.length ? highlight(mapped.text, terms).slice(0, MOST_MARKS) : []
  const ranges = marks.map(({ start, end }) => mapped.rangeOf(start, end))
  if (ranges.length) window.CSS.highlights.set(HITS, new window.Highlight(...ranges))
  else window.CSS.highlights.delete(HITS)
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
  const top = iframe.getBoundingClientRect().top + range.getBoundingClientRect().top
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  pane.scrollTo({
    top: pane.scrollTop + top - pane.getBoundingClientRect().top - ABOVE_PASSAGE,
    behavior: still ? 'instant' : 'smooth',
  })
}
