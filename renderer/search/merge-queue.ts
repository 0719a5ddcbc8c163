import { dropTop, pushItem } from './heap'
import type { MergeInput } from './merge-input'

/** The inputs of a merge by the terms at which they stand. */
export interface MergeQueue {
  /** Takes out the inputs that stand at the least term, in their order; none when all are at their end. */
  readonly takeLeast: () => readonly MergeInput[]
  /** Puts back those that were taken out, after they moved on; those at their end stay out. */
  readonly putBack: () => void
}

/** A heap: of hundreds of inputs only those that stand at a term are looked at. */
export function mergeQueue(inputs: readonly MergeInput[]): MergeQueue {
  const rank = new Map(inputs.map((input, at) => [input, at]))
  const heap: MergeInput[] = []
  const taken: MergeInput[] = []

  /** Inputs at one term keep their order. */
  const isBefore = (first: MergeInput, second: MergeInput): boolean =>
    (compareTerms(first, second) || (rank.get(first) ?? 0) - (rank.get(second) ?? 0)) < 0

  for (const input of inputs) if (!input.isAtEnd) pushItem(heap, input, isBefore)
  return {
    takeLeast: () => {
      taken.length = 0
      for (let top = heap[0]; top && (!taken[0] || compareTerms(top, taken[0]) === 0); top = heap[0]) {
        taken.push(top)
        dropTop(heap, isBefore)
      }
      return taken
    },
    putBack: () => {
      for (const input of taken) if (!input.isAtEnd) pushItem(heap, input, isBefore)
      taken.length = 0
    },
  }
}

function compareTerms({ walk: first }: MergeInput, { walk: second }: MergeInput): number {
  const most = Math.min(first.length, second.length)
  for (let at = 0; at < most; at++) {
    const difference = (first.term[at] ?? 0) - (second.term[at] ?? 0)
    if (difference !== 0) return difference
  }
  return first.length - second.length
}
