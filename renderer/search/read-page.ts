import { IndexFormatError } from './index-format-error'
import { rangeOfPage } from './page-layout'
import type { OpenSegment } from './segment-reader'
import type { PageStore } from './types'

/** Reads the page at a place from the store; rejects with IndexFormatError when it is not as long as it must be. */
export async function readPage(
  pageOf: PageStore['page'],
  segment: OpenSegment,
  page: number,
): Promise<Uint8Array> {
  const bytes = await pageOf(segment.id, segment.pageNumbers?.[page] ?? page)
  const { start, end } = rangeOfPage(segment.layout, page)
  if (bytes.length !== end - start)
    throw new IndexFormatError(
      `Page ${page} of segment ${segment.id} has ${bytes.length} bytes, not ${end - start}`,
    )
  return bytes
}
