import type { StoredSegment } from './types'

/**
 * So many segments of about one size become one: each article is written again once for each power of it. Fewer, since a
 * query reads in each of them.
 */
const FACTOR = 3
/**
 * More of one size are merged at once, which writes them once: a long sync makes dozens. A merge holds some 200 KB of
 * each that is large.
 */
const MOST = 256
/** Segments of fewer documents count as so large: a sync on a quiet day makes batches of one article. */
const SMALLEST = 16
/** Segments whose sizes differ by less than this power of FACTOR are of one level. */
const LEVEL_SPAN = 0.75

/**
 * The segments to be merged next, oldest first; null when nothing is to be done.
 *
 * They follow one another in the order of `newest`, so that what is newer stays newer. As Lucene's LogMergePolicy
 * with sizes in documents; of several merges the smallest is done first, because it takes away the most segments for
 * the least work.
 *
 * @param most how many are merged at once
 */
export function planMerge(segments: readonly StoredSegment[], most = MOST): readonly StoredSegment[] | null {
  const ordered = segments.toSorted((first, second) => first.newest - second.newest)
  const levels = ordered.map(
    ({ header }) => Math.log(Math.max(header.documentCount, SMALLEST)) / Math.log(FACTOR),
  )
  let best: readonly StoredSegment[] | null = null
  let start = 0
  while (start < ordered.length) {
    const bottom = Math.max(...levels.slice(start)) - LEVEL_SPAN
    let end = ordered.length
    while (end > start && (levels[end - 1] ?? 0) < bottom) end--
    for (let first = start; first + FACTOR <= end; first += most) {
      const run = ordered.slice(first, Math.min(first + most, end))
      if (!best || documentsOf(run) < documentsOf(best)) best = run
    }
    start = end
  }
  return best
}

function documentsOf(segments: readonly StoredSegment[]): number {
  return segments.reduce((count, { header }) => count + header.documentCount, 0)
}
