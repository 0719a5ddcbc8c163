import { isFinal, type ArticleRow, type CompletionRow } from '../../library'
import { pictureAddresses } from '../../pictures'

/** How the pictures of a text stand. */
export interface PictureCounts {
  readonly stored: number
  /** Not fetched yet, or to be tried again. */
  readonly awaited: number
  /** They could not be had, and will not be. */
  readonly lost: number
}

/** The picture above a text: that of the article, where the text shows none of its own. */
export const leadPictureOf = ({ leadPicture }: ArticleRow, html: string | null): string | null =>
  leadPicture !== undefined && !html?.includes('<img ') ? leadPicture : null

/** @returns how the pictures stand that a text shows, the one above it included */
export function countPictures(
  html: string | null,
  leadPicture: string | null,
  { stored, missing }: CompletionRow,
): PictureCounts {
  const addresses = [...(leadPicture === null ? [] : [leadPicture]), ...pictureAddresses(html ?? '')]
  const kept = new Set(stored.map(picture => picture.address))
  const gone = new Set(missing.flatMap(({ address, problem }) => (isFinal(problem) ? [address] : [])))
  const absent = addresses.filter(address => !kept.has(address))
  const awaited = absent.filter(address => /^https?:/.test(address) && !gone.has(address)).length
  return { stored: addresses.length - absent.length, awaited, lost: absent.length - awaited }
}
