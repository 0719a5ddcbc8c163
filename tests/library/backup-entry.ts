// What the tests of backups work with, in one bundle: the library, and the ingest page's own jobs.
import { openContext as openNamed, type Context } from '../../renderer/ingest/context'
import { feedArrived } from '../../renderer/ingest/feed-jobs'
import { DEFAULT_SETTINGS } from '../../renderer/library'

export {
  backedUpPicture,
  backupRestored,
  backupWritten,
  picturesRestored,
} from '../../renderer/ingest/backup-jobs'
export { ask } from './ask'
export { drawn } from './drawn'
export { pictureArrived } from '../../renderer/ingest/picture-jobs'
export { pageArrived } from '../../renderer/ingest/page-jobs'
export * from '../../renderer/library'
export { writeBackup } from '../../renderer/library/backup'
export { createSearcher } from '../../renderer/search'

/** Opens a library, and what the ingest page's jobs work with. */
export const openContext = (name: string): Promise<Context> =>
  openNamed({ alive: () => undefined, settings: () => DEFAULT_SETTINGS }, name)

/** A feed comes with entries. @returns how many articles were new */
export async function arrive(
  context: Context,
  feedId: number,
  entries: readonly { readonly id: string; readonly title: string; readonly text: string }[],
): Promise<number> {
  const items = entries.map(
    ({ id, title, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://example.org/${id}</link><description>${text}</description></item>`,
  )
  const body = new TextEncoder().encode(
    `<rss version="2.0"><channel><title>Harbour News</title>${items.join('')}</channel></rss>`,
  )
  const { added } = await feedArrived(context, {
    feedId,
    arrival: {
      kind: 'fetched',
      answer: { maxAgeSeconds: null, movedTo: null },
      arrival: {
        url: 'https://example.org/feed',
        finalUrl: 'https://example.org/feed',
        contentType: 'application/rss+xml',
        body,
        contentHash: items.join(),
        etag: null,
        lastModified: null,
      },
    },
  })
  return added
}
