import type { EmbeddedPicture } from './article'

/** What canonical HTML may carry in itself (see `links.ts`); longer ones are lifted out of the document. */
const LARGEST_INLINE = 16_384
/** Smaller drawings are the placeholders of lazy loaders. */
const SMALLEST_DRAWING = 1000
/** In characters of the address, as all limits here. */
const LARGEST = 8 * 1024 * 1024
const LARGEST_SUM = 30 * 1024 * 1024
const MOST = 100

const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i
const DRAWING = /^data:image\/svg\+xml[;,]/i

/** A document whose large pictures stand beside it. */
export interface Lifted {
  readonly html: string
  /** By the address that took its place. */
  readonly pictures: ReadonlyMap<string, EmbeddedPicture>
}

/**
 * Takes the pictures out of a document that it carries as long `data:` addresses, so that what remains is text. Their
 * places hold `cid:` and a hash of the address (RFC 2392), the same for the same picture. What is over the limits goes.
 *
 * @param all whether small ones are taken as well, which may be placeholders on a page of the web
 */
export function liftPictures(document: string, all = false): Lifted {
  const pictures = new Map<string, EmbeddedPicture>()
  if ((document.length <= SMALLEST_DRAWING && !all) || !/data:image\//i.test(document))
    return { html: document, pictures }
  const pieces: string[] = []
  let copied = 0
  let sum = 0
  for (const { index } of document.matchAll(/data:image\//gi)) {
    if (index < copied) continue
    const head = document.slice(index, index + 40)
    if (!PICTURE.test(head)) continue
    const smallest = DRAWING.test(head) ? SMALLEST_DRAWING : LARGEST_INLINE
    const end = endOfAddress(document, index)
    if (end - index <= smallest && !all) continue
    pieces.push(document.slice(copied, index))
    copied = end
    if (end - index > LARGEST) continue
    const dataUrl = document.slice(index, end)
    const address = `cid:${hashOf(dataUrl)}`
    const isNew = !pictures.has(address)
    if (isNew && (pictures.size >= MOST || sum + dataUrl.length > LARGEST_SUM)) continue
    if (isNew) sum += dataUrl.length
    pictures.set(address, { address, dataUrl: DRAWING.test(head) ? unescaped(dataUrl) : dataUrl })
    pieces.push(address)
  }
  return { html: pieces.join('') + document.slice(copied), pictures }
}

/** An address in quotation marks ends at the next one of its kind, another at the first character that cannot be in it. */
function endOfAddress(document: string, start: number): number {
  const quote = document[start - 1]
  if (quote === '"' || quote === "'") {
    const end = document.indexOf(quote, start)
    return end < 0 ? document.length : end
  }
  const stop = /[\s"'<>)]/g
  stop.lastIndex = start
  return stop.exec(document)?.index ?? document.length
}

/** Drawings may be written as text, with the references of the attribute in which they stood. */
const unescaped = (dataUrl: string): string =>
  dataUrl
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Sixteen hexadecimal digits from two passes of FNV-1a. Source: RFC 9923 */
function hashOf(text: string): string {
  let one = 0x811c9dc5
  let two = 0x050c5d1f
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + index), 0x01000193)
  }
  return [one, two].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The pictures that a body names. */
export const embeddedIn = (
  html: string,
  pictures: ReadonlyMap<string, EmbeddedPicture>,
): readonly EmbeddedPicture[] =>
  pictures.size === 0 ? [] : [...pictures.values()].filter(picture => html.includes(`"${picture.address}"`))
