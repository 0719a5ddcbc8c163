import { compress, decompress } from './compression'
import type { BodyPageRow, BodyPlace, Database } from './schema'

/**
 * Bytes of a page before it is compressed. Prose shrinks to a half and less, and Chromium stores values of 64 KiB and
 * more as separate files, which is slower.
 */
const PAGE_BYTES = 112 * 1024

/** The page being written, the same for every batch: so large an array is dear to make. */
const open = new Uint8Array(PAGE_BYTES)

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
  const { pages, places } = encode(bodies, firstPage)
  const compressed = await Promise.all(pages.map(compress))
  return { pages: compressed.map((page, at) => ({ id: firstPage + at, ...page })), places }
}

/** Writes every body at once to where it stands: an array for each, and its copy, cost twice as much. */
function encode(
  bodies: readonly string[],
  firstPage: number,
): { readonly pages: readonly Uint8Array<ArrayBuffer>[]; readonly places: readonly BodyPlace[] } {
  const encoder = new TextEncoder()
  const pages: Uint8Array<ArrayBuffer>[] = []
  const places: BodyPlace[] = []
  let isUsed = false
  let size = 0
  const close = (): void => {
    if (isUsed) pages.push(open.slice(0, size))
    isUsed = false
    size = 0
  }
  for (const body of bodies) {
    let { read, written: length } = encoder.encodeInto(body, open.subarray(size))
    if (read < body.length) {
      close()
      ;({ read, written: length } = encoder.encodeInto(body, open))
    }
    // One that is longer than a page has a page of its own.
    const alone = read < body.length ? encoder.encode(body) : null
    places.push({ page: firstPage + pages.length, offset: size, length: alone?.length ?? length })
    if (alone) {
      pages.push(alone)
      continue
    }
    isUsed = true
    size += length
  }
  close()
  return { pages, places }
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
