import { tokenize } from '../text'
import { completeTerm } from './complete'
import { createIndexState } from './index-state'
import type { IndexState } from './index-state'
import { inverseDocumentFrequency } from './rank'
import { runQuery } from './run-query'
import { lookUpFrequencies, runSimilar } from './similar'
import { suggestTerm } from './suggest'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { Searcher, SearcherOptions, SegmentStore, StoredSegment } from './types'

/** Of fewer documents one cannot tell how rare a word is: a small library counts as a sample of so many. */
const SMALLEST_SAMPLE = 1000

/**
 * A searcher over the segments of a store.
 *
 * Its calls reject with IndexFormatError when the index cannot be read and has to be built again, with the
 * signal's reason when they are aborted, and with the store's error when a segment stays missing after a refresh.
 */
export function createSearcher(store: SegmentStore, options: SearcherOptions = {}): Searcher {
  const isDeleted = options.isDeleted ?? (() => false)
  let current: IndexState | undefined
  let refreshing: Promise<unknown> = Promise.resolve()

  async function readState(): Promise<void> {
    const segments = await openAll(store, current?.segments ?? [])
    const kept = new Set(segments)
    const replaced = current?.segments.filter(segment => !kept.has(segment)) ?? []
    current = createIndexState(segments)
    // Nobody reads them: whatever a state is asked is answered in one turn.
    for (const { bytes } of replaced) bytes.close()
  }

  /** One after the other, so that none brings back older segments than another. */
  function refresh(): Promise<void> {
    const next = refreshing.then(readState, readState)
    refreshing = next
    return next
  }

  async function ask<Result>(run: (state: IndexState) => Result, signal?: AbortSignal): Promise<Result> {
    if (!current) await refresh()
    await options.pause?.()
    signal?.throwIfAborted()
    return run(current ?? createIndexState([]))
  }

  return {
    refresh,
    search: (query, searchOptions) =>
      ask(state => runQuery(state, isDeleted, query, searchOptions), searchOptions.signal),
    similar: (like, similarOptions) =>
      ask(state => runSimilar(state, isDeleted, like, similarOptions), similarOptions.signal),
    statistics: texts =>
      ask(state => {
        const terms = new Set<string>()
        for (const text of texts) tokenize(text, term => terms.add(term))
        const frequencies = lookUpFrequencies(state, terms)
        const { documentCount } = state.collection
        const sample = Math.max(documentCount, SMALLEST_SAMPLE)
        return { idf: term => inverseDocumentFrequency(sample, frequencies.get(term) ?? 0) }
      }),
    suggest: word => ask(state => suggestTerm(state, word)),
    complete: (field, prefix, limit) => ask(state => completeTerm(state, field, prefix, limit)),
  }
}

/**
 * Opens all segments of a store, but those that are open. One may be merged away meanwhile: then it is tried again, once at
 * least, and as long as the list of segments is another one each time.
 */
async function openAll(store: SegmentStore, before: readonly OpenSegment[]): Promise<readonly OpenSegment[]> {
  const opened = new Map(before.map(segment => [segment.id, segment]))
  const open = async (stored: StoredSegment): Promise<OpenSegment> => {
    const segment = opened.get(stored.id) ?? (await openOne(store, stored))
    opened.set(stored.id, segment)
    return segment
  }
  let kept: readonly OpenSegment[] = []
  try {
    for (let listed: string | null = null; ;) {
      const rows = await store.segments()
      const all = await Promise.allSettled(rows.map(open))
      const failed = all.find(one => one.status === 'rejected')
      const list = rows.map(({ id }) => id).join()
      if (failed && list === listed) throw failed.reason
      listed = list
      if (failed) continue
      return (kept = all.flatMap(one => (one.status === 'fulfilled' ? [one.value] : [])))
    }
  } finally {
    const keep = new Set([...before, ...kept])
    for (const segment of opened.values()) if (!keep.has(segment)) segment.bytes.close()
  }
}

async function openOne(store: SegmentStore, stored: StoredSegment): Promise<OpenSegment> {
  const bytes = await store.open(stored.id)
  try {
    return openSegment(stored, bytes)
  } catch (error) {
    bytes.close()
    throw error
  }
}
