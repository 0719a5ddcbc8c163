// What the tests of completing articles work with, in one bundle.
import { openContext, type Context } from '../../renderer/ingest/context'
import { DEFAULT_SETTINGS, type Settings } from '../../renderer/library'

export { nextTasks, picturesDone, wantCompletion } from '../../renderer/ingest/completion-jobs'
export { fullTextArrived } from '../../renderer/ingest/full-text-jobs'
export { pageArrived } from '../../renderer/ingest/page-jobs'
export { pictureArrived } from '../../renderer/ingest/picture-jobs'
export { contribution } from '../../renderer/ingest/batcher'
export { pictureAddresses, PictureError, readPicture } from '../../renderer/pictures'
export { drawn } from './drawn'
export { textOfHtml } from '../../renderer/text'
export * from './library-entry'

/** A context on a library of its own. */
export const context = (name: string, settings: Partial<Settings> = {}): Promise<Context> =>
  openContext({ alive: () => undefined, settings: () => ({ ...DEFAULT_SETTINGS, ...settings }) }, name)

/** An answer as it comes from the network. */
export function arrivalOf(html: string, url: string) {
  return {
    ...{ url, finalUrl: url, contentType: 'text/html; charset=utf-8', etag: null, lastModified: null },
    body: new TextEncoder().encode(html),
    contentHash: `hash of ${url}`,
  }
}
