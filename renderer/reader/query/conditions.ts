import { chunkOf, FLAG, slotOf, type Ledger } from '../../library'
import type { QueryCondition } from '../../search'
import { fold } from '../../text'

/** What conditions are decided by. */
export interface Facts {
  readonly ledger: Ledger
  /** The names of the feeds. */
  readonly titles: ReadonlyMap<number, string>
}

type Test = (id: number) => boolean

/** @returns says for a condition which articles fulfil it */
export function fulfilment({ ledger, titles }: Facts): (condition: QueryCondition) => Test {
  const flag = (mask: number, wanted: number): Test => {
    return id => ((ledger.rows.get(chunkOf(id))?.flags[slotOf(id)] ?? 0) & mask) === wanted
  }
  return condition => {
    switch (condition.kind) {
      case 'status':
        return condition.status === 'read'
          ? flag(FLAG.unread, 0)
          : flag(FLAG[condition.status], FLAG[condition.status])
      case 'quoted':
        return id => (ledger.rows.get(chunkOf(id))?.quotes[slotOf(id)] ?? 0) > 0
      case 'since':
        return id => datelineIn(ledger, id) >= condition.at
      case 'before':
        return id => datelineIn(ledger, id) < condition.at
      case 'source': {
        const feedIds = feedsNamed(titles, condition.words)
        return id => feedIds.has(ledger.rows.get(chunkOf(id))?.feedIds[slotOf(id)] ?? -1)
      }
    }
  }
}

/** When an article is dated, in milliseconds since 1970. */
export const datelineIn = (ledger: Ledger, id: number): number =>
  ledger.rows.get(chunkOf(id))?.datelines[slotOf(id)] ?? 0

const SEPARATOR = /[^\p{L}\p{M}\p{N}]+/u

/** @returns the feeds whose names have all words, each as the beginning of one of their own */
function feedsNamed(titles: ReadonlyMap<number, string>, words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [feedId, title] of titles) {
    const own = fold(title).split(SEPARATOR)
    if (words.every(word => own.some(each => each.startsWith(word)))) found.add(feedId)
  }
  return found
}
