import type { Hit } from './types'

/** A hit with what it is ordered by: greater is better. */
interface RankedHit extends Hit {
  readonly key: number
}

/** Keeps the best hits of many: a heap with the worst of them on top. */
export interface TopHits {
  readonly limit: number
  readonly heap: RankedHit[]
}

/** Room for so many hits. */
export function topHits(limit: number): TopHits {
  return { limit: Math.max(0, Math.floor(limit)), heap: [] }
}

/** Keeps a hit if it is among the best so far, by its key. */
export function offerHit(top: TopHits, id: number, score: number, key: number): void {
  const { heap, limit } = top
  if (heap.length < limit) {
    heap.push({ id, score, key })
    siftUp(heap)
    return
  }
  const worst = heap[0]
  if (!worst || !isBetter(key, id, worst)) return
  heap[0] = { id, score, key }
  siftDown(heap)
}

/** The hits kept, best first; those of equal keys by id, greatest first. */
export function sortedHits(top: TopHits): readonly Hit[] {
  return top.heap
    .toSorted((first, second) => (isBetter(first.key, first.id, second) ? -1 : 1))
    .map(({ id, score }) => ({ id, score }))
}

function isBetter(key: number, id: number, than: RankedHit): boolean {
  return key > than.key || (key === than.key && id > than.id)
}

function siftUp(heap: RankedHit[]): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfBetter(heap, parent, at)) return
    at = parent
  }
}

function siftDown(heap: RankedHit[]): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const [leftHit, rightHit] = [heap[left], heap[left + 1]]
    const worse = leftHit && rightHit && isBetter(leftHit.key, leftHit.id, rightHit) ? left + 1 : left
    if (!swapIfBetter(heap, at, worse)) return
    at = worse
  }
}

/** Swaps a hit with one further down that is worse. */
function swapIfBetter(heap: RankedHit[], upper: number, lower: number): boolean {
  const [above, below] = [heap[upper], heap[lower]]
  if (!above || !below || !isBetter(above.key, above.id, below)) return false
  heap[upper] = below
  heap[lower] = above
  return true
}
