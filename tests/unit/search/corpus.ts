import {
  buildSegment,
  bytesInMemory,
  mergeSegments,
  parseQuery,
  verifySegment,
} from '../../../renderer/search'
import type {
  IndexDocument,
  Searcher,
  SearchResult,
  Segment,
  SegmentBytes,
  SegmentRegion,
  SegmentStore,
  StoredSegment,
} from '../../../renderer/search'

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

/** A document of random words, also in its fields. */
export function randomDocument(id: number, random: () => number): IndexDocument {
  const words = (most: number): string =>
    Array.from({ length: Math.floor(random() * most) }, () => randomWord(random)).join(' ')
  const [title, text] = [words(8), words(60)]
  const speaker = Array.from({ length: Math.floor(random() * 3) }, () => words(4))
  return { id, title, text, fields: { speaker, author: [words(3)], has: random() < 0.3 ? ['picture'] : [] } }
}

/** One of the items. */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}

/** Batches of so many documents. */
export function batchesOf(
  documents: readonly IndexDocument[],
  size: number,
): readonly (readonly IndexDocument[])[] {
  const batches: (readonly IndexDocument[])[] = []
  for (let first = 0; first < documents.length; first += size)
    batches.push(documents.slice(first, first + size))
  return batches
}

/** Asks with what a person typed. */
export function ask(
  searcher: Searcher,
  text: string,
  limit = 20,
  signal?: AbortSignal,
): Promise<SearchResult> {
  const options = { limit, order: 'relevance', fulfils: () => () => true, datelineOf: () => 0 } as const
  return searcher.search(parseQuery(text, Date.UTC(2026, 0, 1)), signal ? { ...options, signal } : options)
}

/** A segment as a store keeps it. */
type Kept = Segment & { readonly newest: number }

/** Whether a segment is as it was written. */
export function isSound(...given: Parameters<typeof verifySegment>): boolean {
  const steps = verifySegment(...given)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The bytes of merged regions, as a store puts them together. */
export function mergedBytes(parts: ReadonlyMap<SegmentRegion, readonly Uint8Array[]>): Uint8Array {
  const order = ['positions', 'frequencies', 'dictionary', 'documents'] as const
  return new Uint8Array(Buffer.concat(order.flatMap(region => parts.get(region) ?? [])))
}

/** Merges segments in memory. */
export function mergeInMemory(...given: Parameters<typeof mergeSegments>): Kept {
  const steps = mergeSegments(...given)
  const parts = new Map<SegmentRegion, Uint8Array[]>()
  let step = steps.next()
  for (; !step.done; step = steps.next())
    for (const { region, bytes } of step.value)
      parts.set(region, [...(parts.get(region) ?? []), bytes.slice()])
  return { ...step.value, bytes: mergedBytes(parts) }
}

/** A store in memory. Segments get the ids 1, 2, …; `opened` counts those that are open. */
export function memoryStore(batches: readonly (readonly IndexDocument[])[]) {
  const segments = new Map<number, Kept>()
  let opened = 0
  let lastId = 0
  const add = (batch: readonly IndexDocument[]): number => {
    segments.set(++lastId, { ...buildSegment(batch), newest: lastId })
    return lastId
  }
  batches.forEach(add)
  const stored = (): readonly StoredSegment[] =>
    [...segments].map(([id, { header, newest }]) => ({ id, newest, header: structuredClone(header) }))
  const bytesOf = (segment: number): SegmentBytes => {
    const kept = segments.get(segment)
    if (!kept) throw new Error(`There is no segment ${segment}`)
    return bytesInMemory(kept.bytes)
  }
  const store: SegmentStore = {
    segments: async () => stored(),
    open: async segment => {
      const bytes = bytesOf(segment)
      let isOpen = true
      opened++
      const read: SegmentBytes['read'] = (into, start) => {
        if (!isOpen) throw new Error(`Segment ${segment} is closed`)
        return bytes.read(into, start)
      }
      const close = (): void => {
        if (isOpen) opened--
        isOpen = false
      }
      return { read, close }
    },
  }
  /** Puts a merged segment in the place of some. */
  const merge = (inputs: readonly StoredSegment[], isDeleted: (id: number) => boolean): void => {
    const merged = mergeInMemory(inputs, bytesOf, isDeleted)
    for (const { id } of inputs) segments.delete(id)
    if (merged.header.documentCount > 0) segments.set(++lastId, merged)
  }
  return { store, add, merge, stored, segments, bytesOf, opened: () => opened }
}
