/** Which program wrote a list; `csv` is any other table with a column of addresses. */
export type SavedListSource = 'pocket' | 'instapaper' | 'bookmarks' | 'omnivore' | 'wallabag' | 'csv'

/** A page that a list names. Moments are in milliseconds since 1970. */
export interface SavedItem {
  /** Absolute, http or https. */
  readonly address: string
  /** Plain text on one line. */
  readonly title: string | null
  readonly savedAt: number | null
  /** Each once: the item's tags, and the names of the folders that the person made around it, outermost first. */
  readonly tags: readonly string[]
  readonly read: boolean
  readonly starred: boolean
  /** The article as the other program kept it: HTML as hostile as any other. */
  readonly html: string | null
  readonly published: number | null
  readonly byline: string | null
  /** A BCP 47 tag as far as the list states one. */
  readonly language: string | null
}

/**
 * Something in a list that is no page to save. `no-address`: it names none; `not-on-the-web`: its address is none of
 * http or https; `twice`: the list has the address already (what this one knows besides is kept with the first).
 */
export interface LeftOutItem {
  /** Plain text on one line; the address where there is no title, `''` without either. */
  readonly title: string
  readonly reason: 'no-address' | 'not-on-the-web' | 'twice'
}

export interface SavedList {
  readonly source: SavedListSource
  /** In the list's order. */
  readonly items: readonly SavedItem[]
  readonly leftOut: readonly LeftOutItem[]
}

/** `not-a-list`: no list of saved pages of any known form; `empty`: a list without any entry. */
export type SavedListErrorKind = 'not-a-list' | 'empty'

/** Why a file gave no list of saved pages. */
export class SavedListError extends Error {
  constructor(
    readonly kind: SavedListErrorKind,
    message: string,
  ) {
    super(message)
    this.name = 'SavedListError'
  }
}
