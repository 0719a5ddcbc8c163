import { pushItem, replaceTop } from './heap'
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
    pushItem(heap, { id, score, key }, isWorse)
    return
  }
  const worst = heap[0]
  if (!worst || !isBetter(key, id, worst)) return
  replaceTop(heap, { id, score, key }, isWorse)
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

const isWorse = (first: RankedHit, second: RankedHit): boolean => isBetter(second.key, second.id, first)
