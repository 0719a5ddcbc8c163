import type { BodyPageRow, BodyPlace, Database } from './schema'

/** Pages of up to 60 KiB are read and written fastest: Chromium stores values of 64 KiB and more as separate files. */
const PAGE_BYTES = 56 * 1024

/**
 * Packs the bodies of a batch into pages.
 *
 * @param bodies canonical HTML of each article
 * @param firstPage number of the first page
 * @returns the pages, and the place of each body in the order given
 */
export function packBodies(
  bodies: readonly string[],
  firstPage: number,
): { readonly pages: readonly BodyPageRow[]; readonly places: readonly BodyPlace[] } {
  const encoder = new TextEncoder()
  const pages: BodyPageRow[] = []
  const places: BodyPlace[] = []
  let open: Uint8Array[] = []
  let size = 0
  const close = (): void => {
    if (open.length) pages.push({ id: firstPage + pages.length, bytes: joined(open, size) })
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
  return { pages, places }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
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
export async function readBody(database: Database, place: BodyPlace): Promise<string | null> {
  const page = await database.bodyPages.get(place.page)
  return page
    ? new TextDecoder().decode(page.bytes.subarray(place.offset, place.offset + place.length))
    : null
}
