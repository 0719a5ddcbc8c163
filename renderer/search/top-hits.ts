import type { Hit } from './types'

/** Keeps the best hits of many: a heap with the worst of them on top. */
export interface TopHits {
  readonly limit: number
  readonly heap: Hit[]
}

/** Room for so many hits. */
export function topHits(limit: number): TopHits {
  return { limit: Math.max(0, Math.floor(limit)), heap: [] }
}

/** Keeps a hit if it is among the best so far. */
export function offerHit(top: TopHits, id: number, score: number): void {
  const { heap, limit } = top
  if (heap.length < limit) {
    heap.push({ id, score })
    siftUp(heap)
    return
  }
  const worst = heap[0]
  if (!worst || !isBetter(score, id, worst)) return
  heap[0] = { id, score }
  siftDown(heap)
}

/** The hits kept, best first; equal scores by id, greatest first. */
export function sortedHits(top: TopHits): readonly Hit[] {
  return top.heap.toSorted((first, second) => (isBetter(first.score, first.id, second) ? -1 : 1))
}

function isBetter(score: number, id: number, than: Hit): boolean {
  return score > than.score || (score === than.score && id > than.id)
}

function siftUp(heap: Hit[]): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfBetter(heap, parent, at)) return
    at = parent
  }
}

function siftDown(heap: Hit[]): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const [leftHit, rightHit] = [heap[left], heap[left + 1]]
    const worse = leftHit && rightHit && isBetter(leftHit.score, leftHit.id, rightHit) ? left + 1 : left
    if (!swapIfBetter(heap, at, worse)) return
    at = worse
  }
}

/** Swaps a hit with one further down that is worse. */
function swapIfBetter(heap: Hit[], upper: number, lower: number): boolean {
  const [above, below] = [heap[upper], heap[lower]]
  if (!above || !below || !isBetter(above.score, above.id, below)) return false
  heap[upper] = below
  heap[lower] = above
  return true
}
