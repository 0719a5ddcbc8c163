import type { Stem } from '../text'
import { documentsOf } from './documents'
import { createCollection } from './rank'
import type { Collection } from './rank'
import type { OpenSegment } from './segment-reader'

/** By segment id: 1 for each document that a newer segment has too. Most segments have none and are not here. */
export type Superseded = ReadonlyMap<number, Uint8Array>

/** All segments at one moment, and what follows from them. Never changed: a refresh makes a new one. */
export interface IndexState {
  /** Newest first. */
  readonly segments: readonly OpenSegment[]
  readonly collection: Collection
  /** What `supersededOf` found; asked for by the first search, for opening is faster without. */
  superseded: Superseded | undefined
  /** In how many documents each term stands that was looked up so far. */
  readonly documentFrequencies: Map<string, number>
  /** By stemmers the inflected forms of each word that was asked for so far. */
  readonly inflections: WeakMap<readonly Stem[], Map<string, readonly string[]>>
}

/** What follows from these segments. */
export function createIndexState(opened: readonly OpenSegment[]): IndexState {
  const segments = opened.toSorted((first, second) => second.newest - first.newest)
  return {
    segments,
    collection: collectionOf(segments),
    superseded: undefined,
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

/** The documents that a newer segment has too. */
export function supersededOf(state: IndexState): Superseded {
  return (state.superseded ??= findSuperseded(state.segments))
}

/** The documents that a newer one of the segments has too. */
export function findSuperseded(segments: readonly OpenSegment[]): Superseded {
  const groups = overlappingGroups(segments)
  const superseded = new Map<number, Uint8Array>()
  for (const group of groups) {
    const seen = new Set<number>()
    for (const segment of group) {
      const flags = new Uint8Array(segment.header.documentCount)
      let isAny = false
      documentsOf(segment).ids.forEach((id, ordinal) => {
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
