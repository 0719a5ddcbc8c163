import { compress, decompress } from './compression'
import type { BodyPageRow, BodyPlace, Database } from './schema'

/**
 * Bytes of a page before it is compressed. Prose shrinks to a half and less, and Chromium stores values of 64 KiB and
 * more as separate files, which is slower.
 */
const PAGE_BYTES = 112 * 1024

/**
 * Packs the bodies of a batch into pages. Compressed, they are written several times faster than they are as they are:
 * the database writes every value to its log, and again at each of its compactions.
 *
 * @param bodies canonical HTML of each article
 * @param firstPage number of the first page
 * @returns the pages, and the place of each body in the order given
 */
export async function packBodies(
  bodies: readonly string[],
  firstPage: number,
): Promise<{ readonly pages: readonly BodyPageRow[]; readonly places: readonly BodyPlace[] }> {
  const encoder = new TextEncoder()
  const pages: Uint8Array<ArrayBuffer>[] = []
  const places: BodyPlace[] = []
  let open: Uint8Array[] = []
  let size = 0
  const close = (): void => {
    if (open.length) pages.push(joined(open, size))
    open = []
    size = 0
  }
  for (const body of bodies) {
    const bytes = encoder.encode(body)
    if (size + bytes.length > PAGE_BYTES) close()
    places.push({ page: firstPage + pages.length, offset: size, length: bytes.length })
    open.push(bytes)
    size += bytes.length
  }
  close()
  const compressed = await Promise.all(pages.map(compress))
  return { pages: compressed.map((page, at) => ({ id: firstPage + at, ...page })), places }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/**
 * Reads the body of an article.
 *
 * @returns canonical HTML, or null when its page is gone
 */
export async function readBody(
  database: Database,
  { page, offset, length }: BodyPlace,
): Promise<string | null> {
  const row = await database.bodyPages.get(page)
  if (!row) return null
  const bytes = await decompress(row)
  return new TextDecoder().decode(bytes.subarray(offset, offset + length))
}
