/** Memory that is used again: what is new each time costs more than what is written into it, and piles up until it is collected. */
export interface Pool<Item> {
  /** An item of at least this capacity, with whatever is in it. */
  take(capacity: number): Item
  /** Gives an item back, which nobody may use from then on. One that is never given back is collected as usual. */
  give(item: Item): void
}

/** Larger items are not kept: so much memory is not held for what is rare. */
const MOST_CAPACITY = 2 ** 18

/**
 * Makes a pool.
 *
 * @param most it keeps so many items
 */
export function createPool<Item>(
  most: number,
  make: (capacity: number) => Item,
  capacityOf: (item: Item) => number,
): Pool<Item> {
  /** The smallest first. */
  const kept: Item[] = []
  return {
    take: capacity => {
      const at = kept.findIndex(item => capacityOf(item) >= capacity)
      const [item] = at < 0 ? [] : kept.splice(at, 1)
      return item ?? make(Math.ceil(capacity * 1.25))
    },
    give: item => {
      const capacity = capacityOf(item)
      if (capacity > MOST_CAPACITY) return
      const at = kept.findIndex(other => capacityOf(other) >= capacity)
      kept.splice(at < 0 ? kept.length : at, 0, item)
      if (kept.length > most) kept.shift()
    },
  }
}
