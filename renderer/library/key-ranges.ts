/** Keys from one to another, both included. */
export interface KeyRange {
  readonly from: number
  readonly to: number
}

/** @returns whether a key is in the range */
export const touching = ({ from, to }: KeyRange, key: number): boolean => from <= key && key <= to

/**
 * The same keys in ranges apart from one another, in their order: each batch of a sync names the same ones.
 *
 * @param gap keys of which so many or fewer lie between two ranges are taken in
 */
export function united(ranges: readonly KeyRange[], gap = 0): readonly KeyRange[] {
  const apart: KeyRange[] = []
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1)
    if (last && from <= last.to + 1 + gap)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else apart.push({ from, to })
  }
  return apart
}

/** What a change of the store is told about: a table of a library. */
interface Place {
  readonly name: string
}

/**
 * The rows of a table that a change touched.
 *
 * @param parts as Dexie's `storagemutated` tells them
 * @returns ranges of their numbers; a range over everything when the library is another one altogether
 */
export function changesOf(
  parts: Readonly<Record<string, unknown>>,
  database: Place,
  table: Place,
): readonly KeyRange[] {
  return 'all' in parts ? [EVERYTHING] : rangesOf(parts[`idb://${database.name}/${table.name}/`])
}

/** The range of all numbers. */
export const EVERYTHING: KeyRange = { from: -Infinity, to: Infinity }

/** Changes come as a tree of ranges; from another window as plain objects. */
function rangesOf(tree: unknown): readonly KeyRange[] {
  if (typeof tree !== 'object' || tree === null || !('from' in tree) || !('to' in tree)) return []
  const { from, to } = tree
  // A range over everything ends in an array, which is greater than any number.
  const own = {
    from: typeof from === 'number' ? from : -Infinity,
    to: typeof to === 'number' ? to : Infinity,
  }
  return [own, ...('l' in tree ? rangesOf(tree.l) : []), ...('r' in tree ? rangesOf(tree.r) : [])]
}
