/** What any document becomes: the same shape for a page of the web, a file and a pasted text. */
export interface Article {
  readonly title: string
  readonly byline: string | null
  /** Milliseconds since 1970; a date without a zone is read in the machine's own zone. */
  readonly published: number | null
  /** The date as the document writes it. */
  readonly publishedText: string | null
  /** A BCP 47 tag as the document states it. */
  readonly language: string | null
  readonly siteName: string | null
  readonly canonicalUrl: string | null
  /** The absolute address of the picture that stands for the article. */
  readonly leadImage: string | null
  /** When it was last changed, as the document says; as `published`. */
  readonly modified: number | null
  /** Present in a live blog: a page that goes on changing. */
  readonly live: LiveCoverage | null
  /** The part of the publication in which it stands. */
  readonly section: string | null
  /** The body as canonical HTML (see `sanitise`); it never repeats the title. */
  readonly html: string
  /** Pictures that the document carries with it; the body names them by their addresses. */
  readonly embedded: readonly EmbeddedPicture[]
}

/** What a live blog says of itself. */
export interface LiveCoverage {
  /** When it ends or ended, in milliseconds since 1970; null where the page does not say. */
  readonly until: number | null
}

/** A picture inside a document: `cid:` and a hash of it (RFC 2392), and the picture as a `data:` address. */
export interface EmbeddedPicture {
  readonly address: string
  readonly dataUrl: string
}

/**
 * `empty`: nothing to read in it; `no-article`: a page without a body of text; `too-large`: over the limits below. The
 * others say what the page shows in the article's place.
 */
export type PageErrorKind =
  'empty' | 'no-article' | 'too-large' | 'consent-wall' | 'login-wall' | 'paywall' | 'captcha' | 'script-wall'

/** Why a document did not become an article. */
export class PageError extends Error {
  readonly kind: PageErrorKind

  constructor(kind: PageErrorKind, message: string) {
    super(message)
    this.name = 'PageError'
    this.kind = kind
  }
}

/** Ten million characters: over ten times the longest novel, and still parsed in seconds. */
const LONGEST_DOCUMENT = 10_000_000

/** @throws {PageError} `empty` or `too-large` */
export function assertReadable(document: string): void {
  if (document.length > LONGEST_DOCUMENT)
    throw new PageError('too-large', 'The document is longer than ten million characters.')
  if (!/\S/.test(document)) throw new PageError('empty', 'The document is empty.')
}

/** The article of which only title and body are known. */
export const articleOf = (title: string, html: string): Article => ({
  title,
  byline: null,
  published: null,
  publishedText: null,
  language: null,
  siteName: null,
  canonicalUrl: null,
  leadImage: null,
  modified: null,
  live: null,
  section: null,
  html,
  embedded: [],
})
