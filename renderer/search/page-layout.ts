import { PAGE_BYTES } from './format'
import type { SegmentHeader } from './types'

/** A part of a segment's bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** How many bytes a range has. */
export const lengthOf = ({ start, end }: ByteRange): number => end - start

/** Bytes of a segment that are cut into pages by themselves: a region, or all of them together. */
export interface PagedRegion extends ByteRange {
  /** The place of its first page among all pages. */
  readonly firstPage: number
}

/** How the bytes of a segment are cut into pages: regions that follow one another without a gap. At least one. */
export interface PageLayout {
  readonly regions: readonly PagedRegion[]
  /** How long pages are; the last one of a region may be shorter. */
  readonly pageBytes: number
  readonly pageCount: number
}

/** @param lengths of the regions in bytes */
export function layoutOf(
  { pageRegions, pageBytes = PAGE_BYTES }: Pick<SegmentHeader, 'pageRegions' | 'pageBytes'>,
  lengths: readonly number[],
): PageLayout {
  const regions: PagedRegion[] = []
  let [start, firstPage] = [0, 0]
  const cut = pageRegions ? lengths : [lengths.reduce((sum, length) => sum + length, 0)]
  for (const length of cut) {
    regions.push({ start, end: start + length, firstPage })
    start += length
    firstPage += Math.ceil(length / pageBytes)
  }
  return { regions, pageBytes, pageCount: firstPage }
}

/**
 * The number of each page in the store, by place: those of a region stand in the order of their numbers.
 *
 * @returns null when a region has not as many pages as its length asks for
 */
export function numberPages(pageRegions: Uint8Array, { regions, pageCount }: PageLayout): Uint32Array | null {
  const places = regions.map(({ firstPage }) => firstPage)
  const numbers = new Uint32Array(pageCount)
  pageRegions.forEach((region, number) => {
    const place = places[region]
    if (place === undefined) return
    numbers[place] = number
    places[region] = place + 1
  })
  const isWhole = places.every((place, region) => place === (regions[region + 1]?.firstPage ?? pageCount))
  return isWhole && pageRegions.length === pageCount ? numbers : null
}

/** The place of the page that a byte lies on. */
export function pageAt({ regions, pageBytes }: PageLayout, at: number): number {
  let index = 0
  while (index < regions.length - 1 && at >= (regions[index]?.end ?? 0)) index++
  const region = regions[index]
  return region ? region.firstPage + Math.floor((at - region.start) / pageBytes) : 0
}

/** The bytes that lie on the page at a place. */
export function rangeOfPage({ regions, pageBytes }: PageLayout, page: number): ByteRange {
  let index = regions.length - 1
  while (index > 0 && page < (regions[index]?.firstPage ?? 0)) index--
  const region = regions[index]
  if (!region) return { start: 0, end: 0 }
  const start = region.start + (page - region.firstPage) * pageBytes
  return { start, end: Math.min(start + pageBytes, region.end) }
}

/** The places of the pages that a range lies on. */
export function pagesOf(
  layout: PageLayout,
  range: ByteRange,
): { readonly first: number; readonly last: number } {
  return { first: pageAt(layout, range.start), last: pageAt(layout, range.end - 1) }
}
