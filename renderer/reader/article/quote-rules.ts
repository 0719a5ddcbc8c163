import type { FrameDocument } from './frame-document'

/** A stretch of the margin, in pixels from the top of the text. */
export interface Stretch {
  readonly top: number
  readonly bottom: number
}

/** Lines that are closer than this belong to one rule, in pixels. */
const JOINED = 3

/**
 * Joins the stretches that touch: two quotations in one line share a rule.
 *
 * @returns top to bottom, none touching another
 */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.top - b.top)) {
    const last = joined.at(-1)
    if (last && stretch.top <= last.bottom + JOINED)
      joined[joined.length - 1] = { top: last.top, bottom: Math.max(last.bottom, stretch.bottom) }
    else joined.push(stretch)
  }
  return joined
}

/** Draws a thin rule in the margin beside the lines of each range. */
export function drawQuoteRules({ document, text, margin }: FrameDocument, ranges: readonly Range[]): void {
  const { top } = text.getBoundingClientRect()
  const stretches = ranges.flatMap(range => {
    const box = range.getBoundingClientRect()
    return box.height ? [{ top: box.top - top, bottom: box.bottom - top }] : []
  })
  margin.replaceChildren(
    ...joinStretches(stretches).map(stretch => {
      const rule = document.createElement('div')
      rule.style.top = `${stretch.top}px`
      rule.style.height = `${stretch.bottom - stretch.top}px`
      return rule
    }),
  )
}
