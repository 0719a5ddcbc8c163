// Binary heaps in arrays: no item goes before the one above it, so the first is on top.

/** Whether the first goes before the second. */
export type Before<Item> = (first: Item, second: Item) => boolean

/** Puts an item into a heap. */
export function pushItem<Item extends object>(heap: Item[], item: Item, isBefore: Before<Item>): void {
  let at = heap.push(item) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (!above || !isBefore(item, above)) break
    heap[at] = above
    at = parent
  }
  heap[at] = item
}

/** Puts an item in the place of the top one. */
export function replaceTop<Item extends object>(heap: Item[], item: Item, isBefore: Before<Item>): void {
  let at = 0
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const [left, right] = [heap[child], heap[child + 1]]
    const isRight = left !== undefined && right !== undefined && isBefore(right, left)
    const below = isRight ? right : left
    if (!below || !isBefore(below, item)) break
    heap[at] = below
    at = isRight ? child + 1 : child
  }
  heap[at] = item
}

/** Takes the top item out. */
export function dropTop<Item extends object>(heap: Item[], isBefore: Before<Item>): void {
  const last = heap.pop()
  if (last && heap.length > 0) replaceTop(heap, last, isBefore)
}
