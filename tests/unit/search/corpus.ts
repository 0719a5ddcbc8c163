import { buildSegment } from '../../../renderer/search'
import type { IndexDocument, PageStore, Segment } from '../../../renderer/search'

/** A generator of numbers from 0 up to 1 that gives the same ones in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const SYLLABLES = ['ka', 'mi', 'to', 'ra', 'ne', 'so', 'li', 'pe', 'du', 'ga']
const LETTERS = [...'東京都国会議員大山川']

/** A word of few kinds, common ones often, so that queries of several words still find something. */
export function randomWord(random: () => number): string {
  if (random() < 0.15)
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(LETTERS, random)).join('')
  const rank = Math.floor(random() ** 3 * 120)
  return `${SYLLABLES[rank % 10]}${SYLLABLES[Math.floor(rank / 10) % 10]}${rank >= 100 ? 'n' : ''}`
}

/** A document of random words. */
export function randomDocument(id: number, random: () => number): IndexDocument {
  const words = (count: number): string => Array.from({ length: count }, () => randomWord(random)).join(' ')
  return { id, title: words(Math.floor(random() * 8)), text: words(Math.floor(random() * 60)) }
}

/** One of the items. */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}

/** A store in memory. Segments get the ids 1, 2, …; `requests` counts how often a page was asked for. */
export function memoryStore(batches: readonly (readonly IndexDocument[])[]) {
  const segments = new Map<number, Segment>()
  let requests = 0
  const add = (batch: readonly IndexDocument[]): number => {
    const id = Math.max(0, ...segments.keys()) + 1
    segments.set(id, buildSegment(batch))
    return id
  }
  batches.forEach(add)
  const store: PageStore = {
    segments: async () => [...segments].map(([id, { header }]) => ({ id, header: structuredClone(header) })),
    page: async (segment, page) => {
      requests++
      const bytes = segments.get(segment)?.pages[page]
      if (!bytes) throw new Error(`No page ${page} of segment ${segment}`)
      return bytes
    },
  }
  return { store, add, segments, requests: () => requests }
}
