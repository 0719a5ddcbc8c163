import type { Candidate } from './candidates'
import { contains, type TreeElement } from './tree'

const MOST_PICTURES = 200
/** Longer ones are texts with a picture in them. */
const LONGEST_CAPTION = 600

/**
 * The blocks of a candidate with those pictures of the other one that stand between two of its passages and have a
 * caption or are several: Readability takes galleries for furniture.
 */
export function withPicturesOf(other: Candidate, { blocks, passages }: Candidate): readonly TreeElement[] {
  const places = new Map(
    passages.flatMap((passage, index) => (passage === '' ? [] : [[passage, index] as const])),
  )
  const known = new Set(blocks.flatMap(picturesIn))
  const pictures = other.blocks.map(picturesIn)
  const last = other.passages.findLastIndex(passage => places.has(passage))
  const inserted = new Map<number, TreeElement[]>()
  let place: number | null = null
  let count = 0
  for (const [index, block] of other.blocks.slice(0, Math.max(0, last)).entries()) {
    const caption = other.passages[index] ?? ''
    place = places.get(caption) ?? place
    const own = pictures[index] ?? []
    const isSeveral = [index - 1, index + 1].some(at => (pictures[at]?.length ?? 0) > 0)
    const isPicture = block.name === 'figure' && own.length > 0 && caption.length <= LONGEST_CAPTION
    if (place === null || !isPicture || !(caption !== '' || isSeveral)) continue
    if (own.some(name => known.has(name)) || ++count > MOST_PICTURES) continue
    for (const name of own) known.add(name)
    const before = inserted.get(place)
    if (before) before.push(block)
    else inserted.set(place, [block])
  }
  return inserted.size === 0
    ? blocks
    : blocks.flatMap((block, index) => [block, ...(inserted.get(index) ?? [])])
}

/** The names of the pictures in a block: their addresses without what says how large the picture is. */
function picturesIn(block: TreeElement): readonly string[] {
  const found: string[] = []
  contains([block], node => {
    const address =
      node.name === 'img' ? node.attributes.find(([name]) => name === 'data-picture')?.[1] : undefined
    if (address !== undefined) found.push(nameOf(address))
    return false
  })
  return found
}

const nameOf = (address: string): string =>
  /([^/?#]{4,})(?:[?#]|$)/.exec(address.slice(0, 2000))?.[1]?.replace(/[-_]\d{2,5}x\d{2,5}(?=\.)/, '') ??
  address
