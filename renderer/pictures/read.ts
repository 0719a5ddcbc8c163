import { formOf, isAnimated, TYPES, type PictureForm } from './form'
import { PictureError, type ReadPicture, type SmallPicture } from './picture'
import { sanitiseDrawing } from './svg'

/** Wider ones show nothing more in a column of text on any screen. */
const WIDEST = 1600
/** Writing a smaller file anew saves nothing worth the time. */
const SMALL_FILE = 24 * 1024
/** A larger moving picture is kept as its first frame. */
const LARGEST_MOVING = 6 * 1024 * 1024
/** Side of the square that a list shows, in pixels of a dense screen. */
const THUMBNAIL = 160
const QUALITY = 0.82

/**
 * A picture as it is kept: decoded once, so that what is stored can be shown; not wider than a screen needs; as WebP
 * where that is markedly smaller; drawings sanitised.
 *
 * Needs a page: it works with Chromium's own decoders, which run in its sandbox.
 *
 * @param bytes of a file, as they came
 * @throws {PictureError}
 */
export async function readPicture(bytes: Uint8Array<ArrayBuffer>): Promise<ReadPicture> {
  const form = formOf(bytes)
  if (form.kind === 'svg') return readDrawing(bytes, form)
  const bitmap = await decode(bytes, form)
  try {
    const kept = await smallest(bytes, form, bitmap)
    return {
      ...kept,
      width: bitmap.width,
      height: bitmap.height,
      hash: await sha256(kept.bytes),
      thumbnail: await thumbnailOf(bitmap),
    }
  } finally {
    bitmap.close()
  }
}

/**
 * A picture that was kept before, as it is: it comes from a file of ours, which others may have written to.
 *
 * @returns null when it is no picture that would be kept
 */
export async function readKeptPicture(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly hash: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  try {
    const { kind } = formOf(bytes)
    const kept = kind === 'svg' ? sanitiseDrawing(bytes) : bytes
    return { type: TYPES[kind], bytes: kept, hash: await sha256(kept) }
  } catch (error) {
    if (error instanceof PictureError) return null
    throw error
  }
}

async function readDrawing(bytes: Uint8Array, { width, height }: PictureForm): Promise<ReadPicture> {
  const clean = sanitiseDrawing(bytes)
  return { type: TYPES.svg, bytes: clean, width, height, hash: await sha256(clean), thumbnail: null }
}

/** @throws {PictureError} `damaged` */
async function decode(bytes: Uint8Array<ArrayBuffer>, { kind }: PictureForm): Promise<ImageBitmap> {
  const file = new Blob([bytes], { type: TYPES[kind] })
  try {
    const bitmap = await createImageBitmap(file)
    if (bitmap.width <= WIDEST) return bitmap
    const narrow = await createImageBitmap(bitmap, { resizeWidth: WIDEST, resizeQuality: 'high' })
    bitmap.close()
    return narrow
  } catch {
    throw new PictureError('damaged', 'The picture cannot be decoded.')
  }
}

/** The file as it came, or written anew as WebP. */
async function smallest(
  bytes: Uint8Array<ArrayBuffer>,
  { kind, width }: PictureForm,
  bitmap: ImageBitmap,
): Promise<SmallPicture> {
  const asItCame = { type: TYPES[kind], bytes }
  if (isAnimated(bytes, kind) && bytes.length <= LARGEST_MOVING) return asItCame
  if (bytes.length < SMALL_FILE && width <= WIDEST) return asItCame
  const webp = await encode(bitmap, bitmap.width, bitmap.height, QUALITY)
  // Drawings and screenshots come as PNG, and lose at their edges: only much less room is worth that.
  const worth = kind === 'png' ? 0.5 : 0.9
  return webp.bytes.length < bytes.length * worth ? webp : asItCame
}

async function encode(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  quality: number,
): Promise<SmallPicture> {
  const canvas = new OffscreenCanvas(width, height)
  // As much of the picture's middle as has the canvas's form.
  const scale = Math.max(width / bitmap.width, height / bitmap.height)
  const [seenWidth, seenHeight] = [width / scale, height / scale]
  canvas
    .getContext('2d')
    ?.drawImage(
      bitmap,
      (bitmap.width - seenWidth) / 2,
      (bitmap.height - seenHeight) / 2,
      seenWidth,
      seenHeight,
      0,
      0,
      width,
      height,
    )
  const blob = await canvas.convertToBlob({ type: TYPES.webp, quality })
  return { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) }
}

/** Signs, buttons and lines tell nothing in a list. */
async function thumbnailOf(bitmap: ImageBitmap): Promise<SmallPicture | null> {
  const { width, height } = bitmap
  if (Math.min(width, height) < 100 || Math.max(width, height) > 4 * Math.min(width, height)) return null
  return encode(bitmap, THUMBNAIL, THUMBNAIL, 0.75)
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
