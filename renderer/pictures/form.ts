import { disableTypes, imageSize } from 'image-size'
import { PictureError } from './picture'

/** What the first bytes say of a picture file. */
export interface PictureForm {
  readonly kind: Kind
  readonly width: number
  readonly height: number
}
export type Kind = keyof typeof TYPES

/** The kinds that are shown, with their media types. */
export const TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
} as const

// What is not shown is not looked into either.
disableTypes(['cur', 'dds', 'heif', 'icns', 'ico', 'j2c', 'jp2', 'jxl', 'jxl-stream', 'ktx', 'pnm', 'psd', 'tga', 'tiff']) // prettier-ignore

/** Decoded, a picture takes four bytes a pixel: a quarter of a gigabyte. */
const MOST_PIXELS = 64_000_000
/** A smaller one is a spacer or counts readers. */
const SMALLEST = 3

/** @throws {PictureError} of any kind but `damaged` */
export function formOf(bytes: Uint8Array): PictureForm {
  const { width, height, type } = measured(bytes)
  const kind = isKind(type) ? type : null
  if (!kind) throw new PictureError('unsupported', `Pictures of the kind ${type} are not shown.`)
  if (width * height > MOST_PIXELS) throw new PictureError('too-large', `${width} by ${height} pixels`)
  if (kind !== 'svg' && (width < SMALLEST || height < SMALLEST))
    throw new PictureError('blank', `${width} by ${height} pixels`)
  return { kind, width, height }
}

function measured(bytes: Uint8Array): { width: number; height: number; type: string } {
  if (isAvif(bytes)) return { ...avifSize(bytes), type: 'avif' }
  try {
    const { width, height, type = '' } = imageSize(bytes)
    return { width, height, type }
  } catch {
    throw new PictureError('unsupported', 'The bytes are no picture of a kind that is shown.')
  }
}

const isKind = (type: string): type is Kind => type in TYPES

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

/** ISO/IEC 14496-12, `ftyp`: the brand of AVIF stills and sequences. */
const isAvif = (bytes: Uint8Array): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, 40))

/** The largest of the sizes that `ispe` boxes state (ISO/IEC 23008-12, section 6.5.3), sought in the file's head. */
function avifSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [width, height] = [0, 0]
  for (let at = 0; at + 16 <= Math.min(bytes.length, 64 * 1024); at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const [w, h] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    if (w * h > width * height) [width, height] = [w, h]
  }
  if (width === 0) throw new PictureError('unsupported', 'The picture states no size.')
  return { width, height }
}

/** Whether the picture moves: then it is kept as it is. */
export function isAnimated(bytes: Uint8Array, kind: Kind): boolean {
  const head = ascii(bytes, 0, Math.min(bytes.length, 4096))
  switch (kind) {
    case 'gif':
      return countFrames(bytes) > 1
    case 'webp':
      return head.includes('ANIM')
    case 'png':
      return head.includes('acTL')
    case 'avif':
      return head.slice(8, 40).includes('avis')
    case 'jpg':
    case 'bmp':
    case 'svg':
      return false
  }
}

/** Graphic control extensions of a GIF (GIF89a, section 23), two at most: one stands before each frame. */
function countFrames(bytes: Uint8Array): number {
  let frames = 0
  for (let at = 0; at + 7 < bytes.length && frames < 2; at++)
    if (bytes[at] === 0x21 && bytes[at + 1] === 0xf9 && bytes[at + 2] === 4 && bytes[at + 7] === 0) frames++
  return frames
}
