import type { MergeInput } from './merge-input'

/** The inputs of a merge by the terms at which they stand. */
export interface MergeQueue {
  /** Takes out the inputs that stand at the least term, in their order; none when all are at their end. */
  readonly takeLeast: () => readonly MergeInput[]
  /** Puts back those that were taken out, after they moved on; those at their end stay out. */
  readonly putBack: () => void
}

/** A binary heap: of hundreds of inputs only those that stand at a term are looked at. */
export function mergeQueue(inputs: readonly MergeInput[]): MergeQueue {
  const rank = new Map(inputs.map((input, at) => [input, at]))
  const heap: MergeInput[] = []
  const taken: MergeInput[] = []

  /** Below zero when the first goes before the second; inputs at one term keep their order. */
  const compare = (first: MergeInput, second: MergeInput): number =>
    compareTerms(first, second) || (rank.get(first) ?? 0) - (rank.get(second) ?? 0)

  const put = (input: MergeInput): void => {
    let at = heap.push(input) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (!above || compare(above, input) <= 0) break
      heap[at] = above
      at = parent
    }
    heap[at] = input
  }
  const take = (): void => {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const [left, right] = [heap[child], heap[child + 1]]
      const isRight = left !== undefined && right !== undefined && compare(right, left) < 0
      const least = isRight ? right : left
      if (!least || compare(last, least) <= 0) break
      heap[at] = least
      at = isRight ? child + 1 : child
    }
    heap[at] = last
  }

  for (const input of inputs) if (!input.isAtEnd) put(input)
  return {
    takeLeast: () => {
      taken.length = 0
      for (let top = heap[0]; top && (!taken[0] || compareTerms(top, taken[0]) === 0); top = heap[0]) {
        taken.push(top)
        take()
      }
      return taken
    },
    putBack: () => {
      for (const input of taken) if (!input.isAtEnd) put(input)
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
