import { atomically } from './atomically'
import { isPresent } from './ledger'
import { ledgerOf } from './ledger-store'
import type { Database } from './schema'
import type { CompletionRow, PictureRow, StoredPicture, ThumbnailRow } from './completion-rows'

/** A picture on its way into the library. */
export interface NewPicture extends Omit<StoredPicture, 'address' | 'bytes'> {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A small picture for lists. */
export type Thumbnail = Omit<ThumbnailRow, 'articleId'>

/** What became of a picture of an article: it is kept, or why it is not. */
export type PictureFate =
  | { readonly kind: 'kept'; readonly picture: NewPicture; readonly thumbnail: Thumbnail | null }
  | { readonly kind: 'missing'; readonly problem: string }

/** @returns what was fetched for an article; nothing yet where there is no row of it */
export const completionOf = async (database: Database, articleId: number): Promise<CompletionRow> =>
  (await database.completions.get(articleId)) ?? nothingFetched(articleId)

/** An article for which nothing was fetched. */
export const nothingFetched = (articleId: number): CompletionRow => ({
  articleId,
  stored: [],
  missing: [],
  attempts: 0,
  retryAt: 0,
  pageProblem: null,
})

/**
 * Stores what became of a picture of an article, in one transaction; a picture that another article shows, too, is
 * stored once. Nothing is stored for an article that is gone.
 *
 * @param address as the article's HTML names it
 * @returns bytes that the library did not have
 */
export async function storePicture(
  database: Database,
  articleId: number,
  address: string,
  fate: PictureFate,
): Promise<number> {
  if (!isPresent(await ledgerOf(database), articleId)) return 0
  return atomically(database, [database.completions, database.pictures, database.thumbnails], async () => {
    const row = await completionOf(database, articleId)
    const isOther = (picture: { readonly address: string }): boolean => picture.address !== address
    const [stored, missing] = [row.stored.filter(isOther), row.missing.filter(isOther)]
    if (fate.kind === 'missing') {
      await database.completions.put({
        ...row,
        stored,
        missing: [...missing, { address, problem: fate.problem }],
      })
      return 0
    }
    const { hash, type, width, height, bytes } = fate.picture
    const kept = { address, hash, width, height, bytes: bytes.length }
    const isNew = (await database.pictures.where('hash').equals(hash).count()) === 0
    if (isNew) await database.pictures.add({ hash, type, bytes })
    const hasThumbnail = (await database.thumbnails.where('articleId').equals(articleId).count()) > 0
    if (fate.thumbnail && !hasThumbnail) await database.thumbnails.add({ articleId, ...fate.thumbnail })
    await database.completions.put({ ...row, stored: [...stored, kept], missing })
    return isNew ? bytes.length : 0
  })
}

/** @returns the picture with these bytes, or null when the library has not got it (any more) */
export const pictureOf = async (database: Database, hash: string): Promise<PictureRow | null> =>
  (await database.pictures.get(hash)) ?? null

/** Brings back a picture that articles of a backup show. */
export const restorePicture = async (database: Database, picture: PictureRow): Promise<void> =>
  void (await database.pictures.put(picture))

/**
 * Forgets pictures that could not be brought back, so that the articles are completed from the web again.
 *
 * @param hashes of pictures that the library has not got
 */
export async function forgetPictures(database: Database, hashes: ReadonlySet<string>): Promise<void> {
  if (!hashes.size) return
  await database.completions.toCollection().modify((row: { stored: readonly StoredPicture[] }) => {
    row.stored = row.stored.filter(({ hash }) => !hashes.has(hash))
  })
}

/** @returns the small pictures of those articles that have one, by article */
export async function thumbnailsOf(
  database: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Thumbnail>> {
  const rows = await database.thumbnails.bulkGet([...ids])
  return new Map(rows.flatMap(row => (row ? [[row.articleId, row] as const] : [])))
}
