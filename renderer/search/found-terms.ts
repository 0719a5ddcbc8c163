import { NO_TERMS } from './dictionary'
import type { FoundTerms } from './dictionary'
import type { ByteRange } from './segment-reader'

/** The terms of several words in one segment as those of one. The words must stand near one another in the dictionary. */
export function together(words: readonly FoundTerms[]): FoundTerms {
  const found = words.filter(({ documentCounts }) => documentCounts.length > 0)
  const [only] = found
  if (!only || found.length === 1) return only ?? NO_TERMS
  return {
    documentCounts: found.flatMap(({ documentCounts }) => documentCounts),
    frequencyStarts: found.flatMap(({ frequencyStarts }) => frequencyStarts),
    frequencyEnds: found.flatMap(({ frequencyEnds }) => frequencyEnds),
    positionStarts: found.flatMap(({ positionStarts }) => positionStarts),
    positionEnds: found.flatMap(({ positionEnds }) => positionEnds),
    blocks: around(found.map(({ blocks }) => blocks)),
    frequencies: around(found.map(({ frequencies }) => frequencies)),
    positions: around(found.map(({ positions }) => positions)),
  }
}

function around(ranges: readonly ByteRange[]): ByteRange {
  const filled = ranges.filter(({ start, end }) => end > start)
  const [first] = filled
  if (!first) return { start: 0, end: 0 }
  return {
    start: Math.min(...filled.map(({ start }) => start)),
    end: Math.max(...filled.map(({ end }) => end)),
  }
}
