// The rows of what makes articles complete: pages that are read for them, and their pictures.

/** What was fetched to make an article complete, and what could not be. */
export interface CompletionRow {
  readonly articleId: number
  readonly stored: readonly StoredPicture[]
  readonly missing: readonly MissingPicture[]
  /** Attempts in a row that left something to be tried again, and when that is to be; 0 for none. */
  readonly attempts: number
  readonly retryAt: number
  /** Why the page behind the article gave no text; null when it did, or was not asked. */
  readonly pageProblem: string | null
  /** Present while the page behind the article goes on changing and is read again. */
  readonly live?: LiveWatch
}

/** How a page that goes on changing is read again; it makes no article incomplete. Times in milliseconds since 1970. */
export interface LiveWatch {
  /** When it was first read. */
  readonly since: number
  /** When it is to be read next. */
  readonly rereadAt: number
  readonly readings: number
  /** Readings in a row that brought nothing new. */
  readonly unchanged: number
  /** When it was last changed, as it says. */
  readonly modified: number | null
  /** Of the text that is stored. */
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A picture of an article that the library has. */
export interface StoredPicture {
  /** As the article's HTML names it. */
  readonly address: string
  readonly hash: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** A picture of an article that the library has not. */
export interface MissingPicture {
  readonly address: string
  readonly problem: string
}

/** A picture, once for all articles that show it. */
export interface PictureRow {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The picture that a list shows beside an article. */
export interface ThumbnailRow {
  readonly articleId: number
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
