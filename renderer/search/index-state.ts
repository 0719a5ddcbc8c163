import type { Stem } from '../text'
import { createCollection } from './rank'
import type { Collection } from './rank'
import { openSegment } from './segment-reader'
import type { OpenSegment } from './segment-reader'
import type { StoredSegment } from './types'

/** All segments at one moment, and what follows from them. Never changed: a refresh makes a new one. */
export interface IndexState {
  /** Newest first. */
  readonly segments: readonly OpenSegment[]
  readonly collection: Collection
  /** By segment id: 1 for each document that a newer segment has too. Most segments have none and are not here. */
  readonly superseded: ReadonlyMap<number, Uint8Array>
  /** In how many documents each term stands that was looked up so far. */
  readonly documentFrequencies: Map<string, number>
  /** By stemmers the inflected forms of each word that was asked for so far. */
  readonly inflections: WeakMap<readonly Stem[], Map<string, readonly string[]>>
}

/**
 * Opens all segments; those of the previous state are not decoded again.
 *
 * @throws IndexFormatError when a header cannot be read
 */
export function createIndexState(
  stored: readonly StoredSegment[],
  previous: IndexState | undefined,
): IndexState {
  const known = new Map(previous?.segments.map(segment => [segment.id, segment]))
  const segments = stored
    .map(segment => known.get(segment.id) ?? openSegment(segment))
    .toSorted((first, second) => second.newest - first.newest)
  return {
    segments,
    collection: collectionOf(segments),
    superseded: findSuperseded(segments),
    documentFrequencies: new Map(),
    inflections: new WeakMap(),
  }
}

function collectionOf(segments: readonly OpenSegment[]): Collection {
  let documentCount = 0
  let titleTokens = 0
  let textTokens = 0
  for (const { header } of segments) {
    documentCount += header.documentCount
    titleTokens += header.titleTokens
    textTokens += header.textTokens
  }
  return createCollection(documentCount, titleTokens, textTokens)
}

/** By segment id: 1 for each document that a newer one of the segments has too. */
export function findSuperseded(segments: readonly OpenSegment[]): ReadonlyMap<number, Uint8Array> {
  const superseded = new Map<number, Uint8Array>()
  for (const group of overlappingGroups(segments)) {
    const seen = new Set<number>()
    for (const segment of group) {
      const flags = new Uint8Array(segment.header.documentCount)
      let isAny = false
      segment.documents().ids.forEach((id, ordinal) => {
        if (seen.has(id)) {
          flags[ordinal] = 1
          isAny = true
        } else seen.add(id)
      })
      if (isAny) superseded.set(segment.id, flags)
    }
  }
  return superseded
}

/** Batches mostly have ids of their own: only segments whose ranges of ids overlap are compared id by id. */
function overlappingGroups(segments: readonly OpenSegment[]): readonly (readonly OpenSegment[])[] {
  const groups: OpenSegment[][] = []
  let group: OpenSegment[] = []
  let lastId = -1
  const byRange = segments
    .filter(({ header }) => header.documentCount > 0)
    .toSorted((first, second) => first.header.firstId - second.header.firstId)
  for (const segment of byRange) {
    if (segment.header.firstId > lastId) {
      group = []
      groups.push(group)
    }
    group.push(segment)
    lastId = Math.max(lastId, segment.header.lastId)
  }
  return groups
    .filter(({ length }) => length > 1)
    .map(members => members.toSorted((first, second) => second.newest - first.newest))
}
