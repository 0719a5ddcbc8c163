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

/** What stands beside a rule: words that were said, or what is new since an earlier form of the article. */
export type RuleKind = 'quote' | 'new'

/** Draws a thin rule in the margin beside the lines of each range. */
export function drawRules(frame: FrameDocument, ranges: Readonly<Record<RuleKind, readonly Range[]>>): void {
  const kinds = ['quote', 'new'] as const
  frame.margin.replaceChildren(...kinds.flatMap(kind => rulesOf(frame, kind, ranges[kind])))
}

function rulesOf({ document, text }: FrameDocument, kind: RuleKind, ranges: readonly Range[]): HTMLElement[] {
  const { top } = text.getBoundingClientRect()
  const stretches = ranges.flatMap(range => {
    const box = range.getBoundingClientRect()
    return box.height ? [{ top: box.top - top, bottom: box.bottom - top }] : []
  })
  return joinStretches(stretches).map(stretch => {
    const rule = document.createElement('div')
    rule.className = kind
    rule.style.top = `${stretch.top}px`
    rule.style.height = `${stretch.bottom - stretch.top}px`
    return rule
  })
}
