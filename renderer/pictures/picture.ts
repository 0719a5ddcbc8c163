/** A picture file as it is kept: safe to be shown as an image, and not larger than a screen needs. */
export interface ReadPicture {
  /** A media type: WebP, PNG, JPEG, GIF, AVIF or SVG. */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** As it is shown, in pixels. */
  readonly width: number
  readonly height: number
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  /** A small one for lists, when the picture is large enough to tell something there. */
  readonly thumbnail: SmallPicture | null
}

export interface SmallPicture {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * `unsupported`: no picture, or of a kind that is not shown; `damaged`: it cannot be decoded; `too-large`: it has more
 * pixels than memory is given for; `blank`: too small to show anything, as what counts readers is.
 */
export type PictureErrorKind = 'unsupported' | 'damaged' | 'too-large' | 'blank'

/** Why bytes did not become a picture. */
export class PictureError extends Error {
  readonly kind: PictureErrorKind

  constructor(kind: PictureErrorKind, message: string) {
    super(message)
    this.name = 'PictureError'
    this.kind = kind
  }
}
