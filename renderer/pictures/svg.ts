import DOMPurify, { type Config } from 'dompurify'
import { PictureError } from './picture'

/** A larger drawing is a map or a chart of data; it would take minutes to draw. */
const LONGEST = 2_000_000

const DRAWING: Config = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // What is loaded from elsewhere, what runs, and what holds other markup.
  FORBID_TAGS: ['image', 'feImage', 'use', 'foreignObject', 'script', 'a', 'style'],
  FORBID_ATTR: ['href', 'xlink:href'],
  PARSER_MEDIA_TYPE: 'application/xhtml+xml' as const,
}

/**
 * A vector picture without scripts, links and anything from elsewhere. It is shown as an image as well, where none of
 * these would do anything.
 *
 * @throws {PictureError} `too-large` or `unsupported`
 */
export function sanitiseDrawing(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length > LONGEST) throw new PictureError('too-large', 'The drawing is larger than two megabytes.')
  const source = new TextDecoder().decode(bytes)
  const start = source.search(/<svg[\s>]/)
  const clean = start < 0 ? '' : DOMPurify.sanitize(source.slice(start), DRAWING)
  if (!/^<svg[\s>]/.test(clean)) throw new PictureError('unsupported', 'The file holds no drawing.')
  return new TextEncoder().encode(withNamespace(clean))
}

/** Alone in a file, a drawing is one only in its namespace. */
const withNamespace = (svg: string): string =>
  /^<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
