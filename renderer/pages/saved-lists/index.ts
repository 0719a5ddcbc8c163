import { readAnyList } from './any-list'
import { htmlListKind } from './html-lists'
import { SavedListError, type SavedList } from './types'

export { readSavedArchive } from './archive'
export { articleOfItem } from './article'
export { SavedListError } from './types'
export type { LeftOutItem, SavedItem, SavedList, SavedListErrorKind, SavedListSource } from './types'
export { isZip } from './zip'

/**
 * Reads a list of saved pages as other programs export it, told by its content: Pocket (CSV, and the older HTML),
 * Instapaper (CSV and HTML), a browser's bookmarks ("Netscape bookmark file"), Omnivore and wallabag (JSON), and other
 * tables with a column of addresses (Readwise Reader, Raindrop). The time is in proportion to the length.
 *
 * @param fileName for the message of the error alone
 * @throws {SavedListError} `not-a-list` or `empty`
 */
export function readSavedList(text: string, fileName: string): SavedList {
  const list = readAnyList(text)
  if (!list) throw new SavedListError('not-a-list', `${fileName} holds no list of saved pages.`)
  if (!list.items.length && !list.leftOut.length)
    throw new SavedListError('empty', `The list in ${fileName} has no entries.`)
  return list
}

/** Whether an HTML file is a list of saved pages, by its first 4,096 characters; any other is a page. */
export const isHtmlSavedList = (beginning: string): boolean => htmlListKind(beginning) !== null
